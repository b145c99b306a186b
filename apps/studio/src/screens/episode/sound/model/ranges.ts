import type { TimeRange } from './axis';

/** Shorter than this is a slip of the hand. */
export const shortestMs = 100;

/** In order; those that touch or overlap become one. */
export function tidy(ranges: readonly TimeRange[]): TimeRange[] {
  const sorted = ranges.filter((r) => r.endMs > r.startMs).sort((a, b) => a.startMs - b.startMs);
  return sorted.reduce<TimeRange[]>((done, range) => {
    const last = done.at(-1);
    if (!last || range.startMs > last.endMs) return [...done, { ...range }];
    return [...done.slice(0, -1), { startMs: last.startMs, endMs: Math.max(last.endMs, range.endMs) }];
  }, []);
}

export const addRange = (ranges: readonly TimeRange[], range: TimeRange): TimeRange[] => tidy([...ranges, range]);

/** All of them without a stretch; what only overlaps it is shortened or split. */
export function subtract(ranges: readonly TimeRange[], { startMs, endMs }: TimeRange): TimeRange[] {
  return tidy(
    ranges.flatMap((r) => [
      { startMs: r.startMs, endMs: Math.min(r.endMs, startMs) },
      { startMs: Math.max(r.startMs, endMs), endMs: r.endMs },
    ]),
  );
}

/** A stretch between two places in any order, on the grid of 10 ms that cuts have, within the recording; null when hardly anything is left. */
export function between(a: number, b: number, durationMs: number): TimeRange | null {
  const clamp = (ms: number) => Math.max(0, Math.min(Math.floor(durationMs), Math.round(ms / 10) * 10));
  const range = { startMs: clamp(Math.min(a, b)), endMs: clamp(Math.max(a, b)) };
  return range.endMs - range.startMs >= shortestMs ? range : null;
}

/** Moves one end of the stretch, or begins one that reaches from there to the far end. */
export function withEdge(
  range: TimeRange | null,
  edge: 'startMs' | 'endMs',
  at: number,
  durationMs: number,
): TimeRange | null {
  const base = range ?? { startMs: 0, endMs: durationMs };
  const other = edge === 'startMs' ? base.endMs : base.startMs;
  const isBeyond = edge === 'startMs' ? at >= other : at <= other;
  return between(at, isBeyond ? (edge === 'startMs' ? durationMs : 0) : other, durationMs);
}
