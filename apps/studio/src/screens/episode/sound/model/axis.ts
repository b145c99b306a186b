/** A stretch of sound in milliseconds, the end excluded. */
export interface TimeRange {
  startMs: number;
  endMs: number;
}

/** A stretch of one source of the finished sound, in that source's time. */
export interface Clip extends TimeRange {
  source: 'recording' | 'intro' | 'outro';
}

/**
 * The one time axis under both waveforms: the recording's own time, with the intro before its zero and the outro after
 * its end. What was cut out has a place on it, but none in the finished sound.
 */
export interface Axis extends TimeRange {
  /** Of the recording. */
  durationMs: number;
  clips: readonly Clip[];
}

/** The axis of a recording and the clips of its finished sound; no clips: nothing was made of it yet. */
export function toAxis(durationMs: number, clips: readonly Clip[] = []): Axis {
  const lengthOf = (source: Clip['source']) =>
    clips.reduce((sum, c) => sum + (c.source === source ? lengthMs(c) : 0), 0);
  return { durationMs, clips, startMs: 0 - lengthOf('intro'), endMs: durationMs + lengthOf('outro') };
}

/** Where that is in the recording as it was sent; null within intro and outro. */
export const toBefore = ({ durationMs }: Axis, at: number): number | null => (at >= 0 && at < durationMs ? at : null);

/** Where that is in the finished sound; null where it was cut out. */
export function toAfter(axis: Axis, at: number): number | null {
  let made = 0;
  for (const clip of axis.clips) {
    const start = startOnAxis(axis, clip);
    if (at >= start && at < start + lengthMs(clip)) return made + at - start;
    made += lengthMs(clip);
  }
  return null;
}

/** The place on the axis of a moment of the finished sound; its end when it is past the end. */
export function fromAfter(axis: Axis, afterMs: number): number {
  let made = 0;
  for (const clip of axis.clips) {
    if (afterMs < made + lengthMs(clip)) return startOnAxis(axis, clip) + afterMs - made;
    made += lengthMs(clip);
  }
  return axis.endMs;
}

/** The same place, or the next one that is in the finished sound; null when nothing follows. */
export function nextKept(axis: Axis, at: number): number | null {
  if (toAfter(axis, at) !== null) return at;
  const starts = axis.clips.map((clip) => startOnAxis(axis, clip)).filter((start) => start > at);
  return starts.length > 0 ? Math.min(...starts) : null;
}

/** Length of the finished sound. */
export const afterMs = ({ clips }: Axis): number => clips.reduce((sum, clip) => sum + lengthMs(clip), 0);

export const lengthMs = ({ startMs, endMs }: TimeRange): number => endMs - startMs;

function startOnAxis({ durationMs }: Axis, clip: Clip): number {
  if (clip.source === 'recording') return clip.startMs;
  return clip.source === 'intro' ? -lengthMs(clip) : durationMs;
}

/** Seams lie on a grid of 10 ms. */
const gridMs = 10;

/** What of a recording is left when these stretches, in any order, are cut out. */
export function keptClips(durationMs: number, cuts: readonly TimeRange[]): Clip[] {
  const snap = (ms: number) => Math.max(0, Math.round(ms / gridMs) * gridMs);
  const end = Math.floor(durationMs / gridMs) * gridMs;
  const clips: Clip[] = [];
  let at = 0;
  for (const cut of [...cuts].sort((a, b) => a.startMs - b.startMs)) {
    const [startMs, endMs] = [snap(cut.startMs), snap(cut.endMs)];
    if (endMs <= at || endMs <= startMs) continue;
    if (startMs > at) clips.push({ source: 'recording', startMs: at, endMs: Math.min(startMs, end) });
    at = endMs;
  }
  if (at < end) clips.push({ source: 'recording', startMs: at, endMs: end });
  return clips.filter((clip) => lengthMs(clip) > 0);
}

/** The same recording with only a stretch of its finished sound, given in the time of that: what a preview holds. */
export function sliceAxis(axis: Axis, startMs: number, endMs: number): Axis {
  let made = 0;
  const clips = axis.clips.flatMap((clip) => {
    const [from, to] = [Math.max(0, startMs - made), Math.min(lengthMs(clip), endMs - made)];
    made += lengthMs(clip);
    return to > from ? [{ ...clip, startMs: clip.startMs + from, endMs: clip.startMs + to }] : [];
  });
  return { ...axis, clips };
}
