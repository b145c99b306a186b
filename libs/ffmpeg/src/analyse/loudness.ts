const silence = -70;

/** LUFS of a K-weighted mean square (ITU-R BS.1770-4). */
export function toLufs(meanSquare: number): number {
  return meanSquare > 0 ? -0.691 + 10 * Math.log10(meanSquare) : -Infinity;
}

/** The mean square behind a loudness. */
export function fromLufs(lufs: number): number {
  return 10 ** ((lufs + 0.691) / 10);
}

/** Linear to decibels, -120 for nothing. */
export function toDb(linear: number): number {
  return linear > 1e-6 ? 20 * Math.log10(linear) : -120;
}

/** Means of `count` neighbours, each `hop` further; drops the incomplete end unless nothing else is there. */
export function windowMeans(values: ArrayLike<number>, count: number, hop: number): Float64Array {
  const windows = Math.floor((values.length - count) / hop) + 1;
  if (windows < 1) return values.length === 0 ? new Float64Array(0) : Float64Array.of(mean(values, 0, values.length));
  const result = new Float64Array(windows);
  for (let w = 0; w < windows; w += 1) result[w] = mean(values, w * hop, count);
  return result;
}

/**
 * Gated integrated loudness of 10 ms mean squares: 400 ms blocks every 100 ms, gates at -70 LUFS and
 * 10 LU below the mean of what is left. -70 for silence.
 */
export function integratedLoudness(bins: ArrayLike<number>): number {
  return integratedOfBlocks(windowMeans(bins, 10, 10));
}

/** The same from 100 ms mean squares. */
export function integratedOfBlocks(hundredMs: ArrayLike<number>): number {
  const blocks = windowMeans(hundredMs, 4, 1);
  const audible = gate(blocks, fromLufs(silence));
  if (audible.count === 0) return silence;
  const loud = gate(blocks, Math.max(audible.mean / 10, fromLufs(silence)));
  return loud.count === 0 ? silence : Math.max(silence, toLufs(loud.mean));
}

/** Loudness range (EBU Tech 3342), LU, from 100 ms mean squares. */
export function loudnessRange(hundredMs: ArrayLike<number>): number {
  const windows = windowMeans(hundredMs, 30, 1);
  const audible = gate(windows, fromLufs(silence));
  const least = Math.max(audible.mean / 100, fromLufs(silence));
  const kept = windows.filter((value) => value >= least).sort();
  return kept.length < 2 ? 0 : toLufs(centile(kept, 0.95)) - toLufs(centile(kept, 0.1));
}

/** Short-term loudness at each full second, never below -70, rounded to 0.1. */
export function shortTermCurve(hundredMs: ArrayLike<number>): number[] {
  const curve: number[] = [];
  for (let end = 10; end <= hundredMs.length; end += 10) {
    const start = Math.max(0, end - 30);
    curve.push(Math.round(Math.max(silence, toLufs(mean(hundredMs, start, end - start))) * 10) / 10);
  }
  return curve;
}

/** Of an ascending list. */
export function centile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
}

function mean(values: ArrayLike<number>, start: number, count: number): number {
  let sum = 0;
  for (let i = start; i < start + count; i += 1) sum += values[i]!;
  return sum / count;
}

function gate(values: Float64Array, least: number): { mean: number; count: number } {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (value < least) continue;
    sum += value;
    count += 1;
  }
  return { mean: count === 0 ? 0 : sum / count, count };
}
