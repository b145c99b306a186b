/** A value that holds for so long. */
export interface Weighted {
  readonly lufs: number;
  readonly seconds: number;
}

/** More phrases than a segment ever has; beyond it a change costs nothing to assume. */
const mostLookBack = 3000;

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
    weight[i + 1] = weight[i]! + seconds;
    first[i + 1] = first[i]! + seconds * lufs;
    second[i + 1] = second[i]! + seconds * lufs * lufs;
  });
  const cost = (from: number, to: number) => {
    const sum = first[to]! - first[from]!;
    return second[to]! - second[from]! - (sum * sum) / Math.max(1e-9, weight[to]! - weight[from]!);
  };
  const best = new Float64Array(count + 1);
  const cameFrom = new Int32Array(count + 1);
  best[0] = -changeCost;
  let starts = [0];
  for (let to = 1; to <= count; to += 1) {
    let least = Infinity;
    const costs = starts.map((from) => best[from]! + cost(from, to));
    costs.forEach((each, i) => {
      if (each + changeCost < least) {
        least = each + changeCost;
        cameFrom[to] = starts[i]!;
      }
    });
    best[to] = least;
    starts = starts.filter((from, i) => costs[i]! <= least && from > to - mostLookBack);
    starts.push(to);
  }
  const found: number[] = [];
  for (let at = count; at > 0; at = cameFrom[at]!) found.push(cameFrom[at]!);
  return found.reverse();
}
