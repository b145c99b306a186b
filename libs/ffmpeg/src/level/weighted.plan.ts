/** A level that holds for so long. */
export interface Weighted {
  readonly lufs: number;
  readonly seconds: number;
}

/** A value below which so much of the weight lies. */
export function weightedCentile(values: readonly Weighted[], share: number): number {
  const sorted = [...values].sort((a, b) => a.lufs - b.lufs);
  const total = sorted.reduce((sum, { seconds }) => sum + seconds, 0);
  let sum = 0;
  for (const { lufs, seconds } of sorted) {
    sum += seconds;
    if (sum >= share * total) return lufs;
  }
  return sorted.at(-1)?.lufs ?? NaN;
}
