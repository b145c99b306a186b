import { type SoundTime, toSpans } from '../sound/time-shift.plan.js';

/** A stretch of a finished sound, in milliseconds. */
export interface Range {
  startMs: number;
  endMs: number;
}

/** Where it is now. `isStale`: the sound between changed too much to be the same; somebody has to listen again. */
export interface MovedRange extends Range {
  isStale: boolean;
}

/** So much of it must be there, and so little new between. */
const keptPart = 0.95;
const newPart = 0.05;

/**
 * A clip or quote led from the sound that it was made on to the one that is heard now. Where parts of it were cut, or
 * something was put between, or the whole recording is another, it is stale: what was approved is not what is heard.
 */
export function moveRange({ startMs, endMs }: Range, from: SoundTime | null, to: SoundTime | null): MovedRange {
  if (!from || !to) return { startMs, endMs, isStale: false };
  const spans = toSpans(from, to).filter(({ fromMs, lengthMs }) => fromMs < endMs && fromMs + lengthMs > startMs);
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return { startMs, endMs, isStale: true };
  const begin = Math.round(first.toMs + Math.max(startMs, first.fromMs) - first.fromMs);
  const end = Math.round(last.toMs + Math.min(endMs, last.fromMs + last.lengthMs) - last.fromMs);
  const long = endMs - startMs;
  const kept = spans.reduce((sum, span) => sum + heardMs(span, startMs, endMs), 0);
  const isSame = kept >= long * keptPart && end - begin - kept <= long * newPart && end > begin;
  return { startMs: begin, endMs: Math.max(begin, end), isStale: !isSame || from.originalKey !== to.originalKey };
}

function heardMs({ fromMs, lengthMs }: { fromMs: number; lengthMs: number }, startMs: number, endMs: number): number {
  return Math.min(endMs, fromMs + lengthMs) - Math.max(startMs, fromMs);
}
