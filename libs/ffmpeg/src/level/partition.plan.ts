import type { Weighted } from './weighted.plan.js';

/** More phrases than matter to each other: about an hour of speech. */
const mostLookBack = 1500;

/**
 * Splits a sequence where its level changes for good: the partition with the least sum of
 * seconds·(level − mean of its segment)² plus `changeCost` (dB²·s) per segment, found exactly by pruned dynamic
 * programming (PELT, Killick et al. 2012). Returns where each segment starts.
 */
export function partition(values: readonly Weighted[], changeCost: number): number[] {
  const count = values.length;
  const weight = new Float64Array(count + 1);
  const first = new Float64Array(count + 1);
  const second = new Float64Array(count + 1);
  values.forEach(({ lufs, seconds }, i) => {
    weight[i + 1] = weight[i]! + Math.max(1e-3, seconds);
    first[i + 1] = first[i]! + seconds * lufs;
    second[i + 1] = second[i]! + seconds * lufs * lufs;
  });
  const best = new Float64Array(count + 1);
  const cameFrom = new Int32Array(count + 1);
  // Where the segment that ends now may have begun, and what each would cost; pruned in place.
  const starts = new Int32Array(count + 1);
  const costs = new Float64Array(count + 1);
  let open = 1;
  best[0] = -changeCost;
  for (let to = 1; to <= count; to += 1) {
    let least = Infinity;
    for (let i = 0; i < open; i += 1) {
      const from = starts[i]!;
      const sum = first[to]! - first[from]!;
      const spread = second[to]! - second[from]! - (sum * sum) / (weight[to]! - weight[from]!);
      costs[i] = best[from]! + spread;
      if (costs[i]! + changeCost >= least) continue;
      least = costs[i]! + changeCost;
      cameFrom[to] = from;
    }
    best[to] = least;
    let kept = 0;
    for (let i = 0; i < open; i += 1) {
      if (costs[i]! <= least && starts[i]! > to - mostLookBack) starts[kept++] = starts[i]!;
    }
    starts[kept] = to;
    open = kept + 1;
  }
  const found: number[] = [];
  for (let at = count; at > 0; at = cameFrom[at]!) found.push(cameFrom[at]!);
  return found.reverse();
}
