/** Coefficients of a second-order filter, a0 = 1. */
export interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** The shelf of ITU-R BS.1770-4 (the head's effect), for any sample rate. */
export function headShelf(rate: number): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / rate);
  const q = 0.7071752369554196;
  const vh = 10 ** (3.999843853973347 / 20);
  const vb = vh ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b0: (vh + (vb * k) / q + k * k) / a0,
    b1: (2 * (k * k - vh)) / a0,
    b2: (vh - (vb * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  };
}

/** The high-pass of ITU-R BS.1770-4 ("RLB"); its numerator is 1, -2, 1. */
export function rlbHighpass(rate: number): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / rate);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 };
}

/** What ffmpeg's `highpass=f=HZ` does: a Butterworth second order. */
export function butterworthHighpass(rate: number, hertz: number): Biquad {
  const w = (2 * Math.PI * hertz) / rate;
  const alpha = Math.sin(w) / (2 * 0.707);
  const a0 = 1 + alpha;
  const half = (1 + Math.cos(w)) / 2 / a0;
  return { b0: half, b1: -2 * half, b2: half, a1: (-2 * Math.cos(w)) / a0, a2: (1 - alpha) / a0 };
}
