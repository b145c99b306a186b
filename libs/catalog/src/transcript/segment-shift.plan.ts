import { type SoundTime, type Span, toSpans } from '../sound/time-shift.plan.js';
import type { Segment } from './transcript.plan.js';

/**
 * Segments in the time of the sound that is heard now. They are kept in the time of the sound that they were written
 * for, so a cut that is taken back brings back what was said there. Of what is cut in two, the text stays where at
 * least half of it is heard. `basis` null: the times are those of the recording as it was sent.
 */
export function toHeard(segments: readonly Segment[], basis: SoundTime | null, now: SoundTime | null): Segment[] {
  // Of a sound whose length nobody knows, nothing can be said.
  if (!now || now.timeline.clips.every(({ startMs, endMs }) => endMs <= startMs)) return [...segments];
  const spans = toSpans(basis ?? asSent(now), now);
  const [first, ...others] = spans;
  if (!first) return [];
  if (others.length === 0 && first.fromMs === 0 && first.toMs === 0 && basis) return keepWithin(segments, first);
  return segments.flatMap((segment, i) => move(segment, segments[i + 1]?.startMs ?? null, spans));
}

/** The recording from its begin to beyond its end, as nobody has cut it. */
export function asSent({ originalKey }: Pick<SoundTime, 'originalKey'>): SoundTime {
  const whole = { source: 'recording', startMs: 0, endMs: 2 ** 31 - 1, fadeInMs: 0, fadeOutMs: 0 } as const;
  return { timeline: { clips: [whole] }, originalKey };
}

/** Nothing moves; what begins after the end is of a part that is gone. */
function keepWithin(segments: readonly Segment[], { lengthMs }: Span): Segment[] {
  return segments.filter(({ startMs }) => startMs === null || startMs < lengthMs);
}

function move(segment: Segment, nextMs: number | null, spans: readonly Span[]): Segment[] {
  if (segment.startMs === null) return [segment];
  const { startMs } = segment;
  const endMs = Math.max(startMs + 1, segment.endMs ?? nextMs ?? startMs + 1);
  const parts = spans.flatMap((span) => overlap(span, startMs, endMs));
  const [first, last] = [parts[0], parts.at(-1)];
  const heard = parts.reduce((sum, part) => sum + part.toMs - part.fromMs, 0);
  if (!first || !last || heard * 2 < endMs - startMs) return [];
  return [{ ...segment, startMs: first.fromMs, endMs: segment.endMs === null ? null : last.toMs }];
}

/** The part of a stretch that is in a span, in the new time. */
function overlap({ fromMs, toMs, lengthMs }: Span, startMs: number, endMs: number) {
  const from = Math.max(startMs, fromMs);
  const to = Math.min(endMs, fromMs + lengthMs);
  return to > from ? [{ fromMs: toMs + from - fromMs, toMs: toMs + to - fromMs }] : [];
}
