import type { Waveform } from './analysis.js';

const overviewBuckets = 800;
/** Fine enough to place a cut; fewer where the file is so long that its peaks would not fit into 300 KB of base64. */
const detailRates = [10, 5, 2, 1];
const mostBuckets = 112_000;

/** Peaks for drawing from the smallest and largest sample of each 10 ms. */
export function toWaveform(min: Float32Array, max: Float32Array, durationMs: number): Waveform {
  const seconds = min.length / 100;
  const bucketsPerSecond = detailRates.find((rate) => rate * seconds <= mostBuckets) ?? 1;
  const detail = peaks(min, max, Math.ceil(seconds * bucketsPerSecond), 100 / bucketsPerSecond);
  const buckets = Math.min(overviewBuckets, min.length);
  return {
    version: 1,
    durationMs,
    overview: [...peaks(min, max, buckets, min.length / buckets)],
    detail: { bucketsPerSecond, peaks: Buffer.from(detail.buffer).toString('base64') },
  };
}

/** Opens the finer level: pairs min, max. */
export function decodePeaks(waveform: Waveform): Int8Array {
  return new Int8Array(Buffer.from(waveform.detail.peaks, 'base64'));
}

function peaks(min: Float32Array, max: Float32Array, buckets: number, binsPerBucket: number): Int8Array {
  const result = new Int8Array(buckets * 2);
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const end = Math.min(min.length, Math.max(Math.round((bucket + 1) * binsPerBucket), 1));
    let low = Infinity;
    let high = -Infinity;
    for (let i = Math.min(Math.round(bucket * binsPerBucket), end - 1); i < end; i += 1) {
      if (min[i]! < low) low = min[i]!;
      if (max[i]! > high) high = max[i]!;
    }
    result[bucket * 2] = toInt8(low);
    result[bucket * 2 + 1] = toInt8(high);
  }
  return result;
}

function toInt8(value: number): number {
  return Math.max(-128, Math.min(127, Math.round(value * 128)));
}
