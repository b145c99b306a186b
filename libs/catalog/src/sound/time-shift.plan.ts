import type { Clip, SourceName, Timeline } from '#libs/ffmpeg';

/** A moment of one source of a timeline, in that source's time. Plain JSON. */
export interface Moment {
  source: SourceName;
  ms: number;
}

/** The timeline of a finished sound, and the original whose time its recording clips are in. */
export interface SoundTime {
  timeline: Timeline;
  originalKey: string | null;
}

/** A stretch of the old sound that is in the new one too: `fromMs` there, `toMs` here. */
export interface Span {
  fromMs: number;
  toMs: number;
  lengthMs: number;
}

/** Where a moment of the finished sound comes from; past the end it goes on counting in the last clip's source. */
export function findMoment({ clips }: Timeline, ms: number): Moment {
  let at = 0;
  for (const clip of clips) {
    const { source, startMs, endMs } = clip;
    if (ms < at + endMs - startMs || clip === clips.at(-1)) return { source, ms: startMs + ms - at };
    at += endMs - startMs;
  }
  return { source: 'recording', ms };
}

/** The first moment at or after this one that is left in the finished sound, and when it is heard; null: nothing is left. */
export function findNext({ clips }: Timeline, moment: Moment): { moment: Moment; ms: number } | null {
  let at = 0;
  for (const { source, startMs, endMs } of clips) {
    if (rank[source] > rank[moment.source]) return { moment: { source, ms: startMs }, ms: at };
    if (source === moment.source && moment.ms < endMs) {
      const ms = Math.max(moment.ms, startMs);
      return { moment: { source, ms }, ms: at + ms - startMs };
    }
    at += endMs - startMs;
  }
  return null;
}

/** Whether one moment comes before another when everything is played in order. */
export function isBefore(a: Moment, b: Moment): boolean {
  return rank[a.source] === rank[b.source] ? a.ms < b.ms : rank[a.source] < rank[b.source];
}

/**
 * Two sounds in times that can be compared. Of one original: as they are. Of two, nobody knows which moment of one is
 * which of the other, so what is between intro and outro counts as one piece that begins at the same time.
 */
export function toComparable(from: SoundTime, to: SoundTime): [Timeline, Timeline] {
  const isSame = from.originalKey === to.originalKey;
  return isSame ? [from.timeline, to.timeline] : [flatten(from.timeline), flatten(to.timeline)];
}

/** The stretches of the old sound that are in the new one, in order; neighbours that moved alike are one. */
export function toSpans(from: SoundTime, to: SoundTime): Span[] {
  const [old, now] = toComparable(from, to);
  const spans: Span[] = [];
  let at = 0;
  for (const clip of old.clips) {
    for (const span of overlaps(clip, at, now)) {
      const last = spans.at(-1);
      if (last && last.fromMs + last.lengthMs === span.fromMs && last.toMs + last.lengthMs === span.toMs) {
        last.lengthMs += span.lengthMs;
      } else spans.push(span);
    }
    at += clip.endMs - clip.startMs;
  }
  return spans;
}

/** Whether every moment of the old sound is heard at the same time in the new one. */
export function isSameTime(from: SoundTime, to: SoundTime): boolean {
  const [first, ...others] = toSpans(from, to);
  return first !== undefined && others.length === 0 && first.fromMs === 0 && first.toMs === 0;
}

const rank: Record<SourceName, number> = { intro: 0, recording: 1, outro: 2 };

function overlaps(clip: Clip, at: number, { clips }: Timeline): Span[] {
  const spans: Span[] = [];
  let now = 0;
  for (const { source, startMs, endMs } of clips) {
    const start = Math.max(startMs, clip.startMs);
    const lengthMs = Math.min(endMs, clip.endMs) - start;
    if (source === clip.source && lengthMs > 0) {
      spans.push({ fromMs: at + start - clip.startMs, toMs: now + start - startMs, lengthMs });
    }
    now += endMs - startMs;
  }
  return spans;
}

function flatten({ clips }: Timeline): Timeline {
  const of = (name: SourceName) => clips.filter(({ source }) => source === name);
  const main = of('recording');
  const endMs = main.reduce((sum, clip) => sum + clip.endMs - clip.startMs, 0);
  const whole: Clip = { source: 'recording', startMs: 0, endMs, fadeInMs: 0, fadeOutMs: 0 };
  return { clips: [...of('intro'), ...(main.length ? [whole] : []), ...of('outro')] };
}
