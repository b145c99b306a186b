import { type Biquad, butterworthHighpass, headShelf, rlbHighpass } from './biquad.js';

/** Interleaved samples: whole numbers of 16 bits or floating point, full scale 1. */
export type Pcm = Int16Array | Float32Array;

/** What one channel said in one bin. Sums of squares, not yet divided by the bin's length. */
export interface BinReading {
  /** K-weighted. */
  plain: number;
  /** K-weighted after the 80 Hz high-pass. */
  cleaned: number;
  /** Largest absolute sample after the high-pass. */
  peak: number;
  min: number;
  max: number;
}

/** The 80 Hz high-pass that the speech preset applies; measured here so that the plan knows its result. */
export const speechHighpassHz = 80;

/**
 * Runs one channel through its filters, bin by bin. The filters are linear, so the high-pass after the
 * K-weighting equals the K-weighting after the high-pass: two results for three filters, and a fourth
 * for the peaks that the limiter will meet.
 */
export class ChannelMeter {
  private readonly state = new Float64Array(8);
  private readonly shelf: Biquad;
  private readonly rlb: Biquad;
  private readonly clean: Biquad;

  constructor(rate: number) {
    this.shelf = headShelf(rate);
    this.rlb = rlbHighpass(rate);
    this.clean = butterworthHighpass(rate, speechHighpassHz);
  }

  /** Reads `pcm[start]`, `pcm[start + step]`, … below `end` and writes what it found into `into`. */
  read(pcm: Pcm, start: number, end: number, step: number, scale: number, into: BinReading): void {
    const { state, shelf: s, rlb: r, clean: h } = this;
    const { b0, b1, b2, a1, a2 } = s;
    const { a1: c1, a2: c2 } = r;
    // The high-pass's numerator is 1, -2, 1 times a factor that waits until the end.
    const { b0: factor, a1: d1, a2: d2 } = h;
    let s1 = state[0]!;
    let s2 = state[1]!;
    let t1 = state[2]!;
    let t2 = state[3]!;
    let u1 = state[4]!;
    let u2 = state[5]!;
    let v1 = state[6]!;
    let v2 = state[7]!;
    let plain = 0;
    let cleaned = 0;
    let peak = 0;
    let min = Infinity;
    let max = -Infinity;
    for (let i = start; i < end; i += step) {
      const x = pcm[i]! * scale;
      if (x < min) min = x;
      if (x > max) max = x;
      const lifted = b0 * x + s1;
      s1 = b1 * x - a1 * lifted + s2;
      s2 = b2 * x - a2 * lifted;
      const weighted = lifted + t1;
      t1 = t2 - (lifted + lifted) - c1 * weighted;
      t2 = lifted - c2 * weighted;
      plain += weighted * weighted;
      const clean = weighted + u1;
      u1 = u2 - (weighted + weighted) - d1 * clean;
      u2 = weighted - d2 * clean;
      cleaned += clean * clean;
      const passed = x + v1;
      v1 = v2 - (x + x) - d1 * passed;
      v2 = x - d2 * passed;
      const size = passed < 0 ? -passed : passed;
      if (size > peak) peak = size;
    }
    state[0] = flush(s1);
    state[1] = flush(s2);
    state[2] = flush(t1);
    state[3] = flush(t2);
    state[4] = flush(u1);
    state[5] = flush(u2);
    state[6] = flush(v1);
    state[7] = flush(v2);
    into.plain = plain;
    into.cleaned = cleaned * factor * factor;
    into.peak = peak * factor;
    into.min = min;
    into.max = max;
  }
}

/** In digital silence the filters' memories shrink into subnormal numbers, which cost a hundred times more. */
function flush(value: number): number {
  return value > -1e-25 && value < 1e-25 ? 0 : value;
}
