/** What the limiter will do to each 10 ms. */
export interface LimiterModel {
  /** Linear factor per bin, 1 where it rests. */
  readonly factor: Float64Array;
  /** The deepest, positive dB. */
  readonly reductionDb: number;
  /** Share of the bins in which it works by more than 0.1 dB. */
  readonly limitedShare: number;
}

/** `alimiter` with release=60: back to rest in a straight line over six bins. */
const releaseBins = 6;

/**
 * Models ffmpeg's `alimiter` on the peaks of 10 ms bins: it is down one bin early (look-ahead) and
 * rises again over 60 ms. Good for 0.1 LU of the finished loudness, which is what it is for.
 */
export function modelLimiter(peak: Float32Array, gain: number, limit: number): LimiterModel {
  const factor = new Float64Array(peak.length);
  let now = 1;
  let rise = 0;
  let deepest = 1;
  let limited = 0;
  for (let i = 0; i < peak.length; i += 1) {
    const wanted = Math.min(needed(peak[i]!, gain, limit), needed(peak[i + 1] ?? 0, gain, limit));
    now = Math.min(1, now + rise);
    if (wanted < now) {
      now = wanted;
      rise = (1 - wanted) / releaseBins;
    }
    factor[i] = now;
    if (now < deepest) deepest = now;
    if (now < 0.9886) limited += 1;
  }
  const share = peak.length === 0 ? 0 : limited / peak.length;
  return { factor, reductionDb: -20 * Math.log10(deepest), limitedShare: share };
}

function needed(peak: number, gain: number, limit: number): number {
  const size = peak * gain;
  return size > limit ? limit / size : 1;
}
