import { type Axis, type TimeRange, toAfter, toBefore } from './axis';

/** Short-term loudness as measured: LUFS of the 3 s that end at each full second. */
export interface Curves {
  before: readonly number[];
  after: readonly number[];
}

/** By how much each side is turned, dB; never above 0. */
export interface Match {
  beforeDb: number;
  afterDb: number;
}

export const unmatched: Match = { beforeDb: 0, afterDb: 0 };

/** Windows quieter than this are pauses: they say nothing about how loud the voices are. */
const pauseLufs = -60;
const windowMs = 3_000;

/**
 * Makes both sides equally loud within a stretch of the axis by lowering the louder one, so that nobody prefers a sound
 * because it is louder. Only windows that hold the same sound on both sides count; without any, nothing is changed.
 */
export function toMatch(axis: Axis, curves: Curves, around: TimeRange): Match {
  const sums = { before: 0, after: 0, count: 0 };
  const first = Math.ceil(Math.max(axis.startMs, around.startMs) / 1000) * 1000;
  for (let at = first; at <= Math.min(axis.endMs, around.endMs); at += 1000) {
    const before = valueAt(curves.before, toBefore(axis, at - 1));
    const after = isWhole(axis, at) ? valueAt(curves.after, toAfter(axis, at - 1)) : null;
    if (before === null || after === null || Math.max(before, after) < pauseLufs) continue;
    sums.before += 10 ** (before / 10);
    sums.after += 10 ** (after / 10);
    sums.count += 1;
  }
  if (sums.count === 0 || sums.before === 0 || sums.after === 0) return unmatched;
  const differenceDb = 10 * Math.log10(sums.after / sums.before);
  return { beforeDb: Math.min(0, differenceDb), afterDb: Math.min(0, -differenceDb) };
}

/** dB as a factor. */
export const toFactor = (db: number): number => 10 ** (db / 20);

/** Whether the window that ends there has no seam in it. */
function isWhole(axis: Axis, at: number): boolean {
  const [end, start] = [toAfter(axis, at - 1), toAfter(axis, Math.max(0, at - windowMs))];
  return end !== null && start !== null && Math.abs(end - start - (at - 1 - Math.max(0, at - windowMs))) < 2;
}

/** Between two full seconds, in a straight line; null outside the curve. */
function valueAt(curve: readonly number[], ms: number | null): number | null {
  if (ms === null) return null;
  const place = (ms + 1) / 1000 - 1;
  const [low, share] = [Math.floor(place), place - Math.floor(place)];
  const value = curve[low];
  if (value === undefined) return null;
  return share === 0 ? value : value + share * ((curve[low + 1] ?? value) - value);
}
