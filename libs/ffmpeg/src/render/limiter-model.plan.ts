/** What the limiter will do to each 10 ms. */
export interface LimiterModel {
  /** Linear factor per bin, 1 where it rests. */
  readonly factor: Float32Array;
  /** The deepest, positive dB. */
  readonly reductionDb: number;
  /** Share of the bins in which it works by more than 1 dB. */
  readonly limitedShare: number;
}

/** `alimiter` with release=60 goes back to rest in a straight line over this many bins. Fitted, as is `peakWeight`. */
const releaseBins = 7;
/** How much of a bin's energy lies where its peak is. */
const peakWeight = 0.9;

/**
 * Models ffmpeg's `alimiter` (attack 5, release 60) on the peaks of 10 ms bins. Fitted on 18 spoken files
 * at two gains, 0 to 16 dB of limiting, against ffmpeg 5.1: the loudness of the result within 0.03 LU. `factor` may be given to be written into.
 */
export function modelLimiter(
  peak: Float32Array,
  gain: number,
  limit: number,
  factor = new Float32Array(peak.length),
): LimiterModel {
  let now = 1;
  let rise = 0;
  let deepest = 1;
  let limited = 0;
  for (let i = 0; i < peak.length; i += 1) {
    const size = peak[i]! * gain;
    const wanted = size > limit ? limit / size : 1;
    if (wanted < now) {
      rise = (1 - wanted) / releaseBins;
      factor[i] = peakWeight * wanted + (1 - peakWeight) * now;
      now = wanted + rise;
    } else {
      factor[i] = Math.min(1, now + rise / 2);
      now = Math.min(1, now + rise);
    }
    if (wanted < deepest) deepest = wanted;
    if (factor[i]! < 0.891) limited += 1;
  }
  const share = peak.length === 0 ? 0 : limited / peak.length;
  return { factor, reductionDb: 20 * Math.log10(1 / deepest), limitedShare: share };
}
