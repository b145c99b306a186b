import type { TimeRange } from '../order/sound-order.js';
import type { GainStep } from '../render/plan.js';

/** A gain that holds until the next one begins. */
export interface GainSpan extends TimeRange {
  readonly gainDb: number;
}

/** The steps with everything between, before and after them: between two the lower gain holds, so no pause rises above its neighbours. */
export function toSpans(steps: readonly GainStep[], startMs: number, endMs: number): GainSpan[] {
  const spans: GainSpan[] = [];
  const add = (end: number, gainDb: number) => {
    const from = spans.at(-1)?.endMs ?? startMs;
    const to = Math.min(end, endMs);
    if (to > from) spans.push({ startMs: from, endMs: to, gainDb });
  };
  steps.forEach((step, i) => {
    const before = steps[i - 1];
    add(step.startMs, Math.min(before?.gainDb ?? step.gainDb, step.gainDb));
    add(step.endMs, step.gainDb);
  });
  add(endMs, steps.at(-1)?.gainDb ?? 0);
  return spans;
}

/** Puts steps over others, which give way. Both in order and without overlap. */
export function putOver(under: readonly GainStep[], over: readonly GainStep[]): GainStep[] {
  if (over.length === 0) return [...under];
  const kept = under.flatMap((step) => subtract(step, over).map((range) => ({ ...range, gainDb: step.gainDb })));
  return [...kept, ...over].sort((a, b) => a.startMs - b.startMs);
}

/** What is left of a range without others. */
export function subtract(range: TimeRange, others: readonly TimeRange[]): TimeRange[] {
  const left: TimeRange[] = [];
  let at = range.startMs;
  for (let i = firstAfter(others, range.startMs); i < others.length && others[i]!.startMs < range.endMs; i += 1) {
    if (others[i]!.startMs > at) left.push({ startMs: at, endMs: others[i]!.startMs });
    at = Math.max(at, others[i]!.endMs);
  }
  if (at < range.endMs) left.push({ startMs: at, endMs: range.endMs });
  return left;
}

/** The first of a list in order that ends after a moment. */
export function firstAfter(ranges: readonly TimeRange[], ms: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.endMs > ms) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Ranges in order without overlap, whatever they were. */
export function tidyRanges(ranges: readonly TimeRange[]): TimeRange[] {
  const tidy: TimeRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.startMs - b.startMs)) {
    const last = tidy.at(-1);
    if (range.endMs <= range.startMs) continue;
    if (last && range.startMs <= last.endMs)
      tidy[tidy.length - 1] = { ...last, endMs: Math.max(last.endMs, range.endMs) };
    else tidy.push(range);
  }
  return tidy;
}
