import { GrowingFloats } from './growing-array.js';

const { cos, PI } = Math;

/** What is measured in each window, in this order: four harmonics of each mains frequency and a place between each two. */
export const humPlan = [50, 60].map((hertz) => ({
  hertz: hertz as 50 | 60,
  lines: [1, 2, 3, 4].map((times) => times * hertz),
  between: [1.5, 2.5, 3.5, 4.5].map((times) => times * hertz),
}));
const tones = humPlan.flatMap(({ lines, between }) => [...lines, ...between]);

/** Numbers per window: the mean square at each tone. */
export const humRow = tones.length;
export const humWindowMs = 200;

/**
 * Measures the tones that mains leave behind, in windows of 200 ms of a signal of about 1 kHz (the sums that the
 * channel meter makes on the way).
 */
export class HumMeter {
  readonly rows: GrowingFloats;
  private readonly window: Float64Array;
  private readonly taper: Float64Array;
  private readonly factors: readonly number[];
  private filled = 0;

  /** `sumRate` a second; `sumScale` turns a sum into the mean of the channels, full scale 1. */
  constructor(
    sumRate: number,
    private readonly sumScale: number,
    windows: number,
  ) {
    const length = (sumRate * humWindowMs) / 1000;
    this.window = new Float64Array(length);
    this.taper = Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * cos((2 * PI * (i + 0.5)) / length));
    this.factors = tones.map((hertz) => 2 * cos((2 * PI * hertz) / sumRate));
    this.rows = new GrowingFloats(windows * humRow);
  }

  push(sums: Float32Array, count: number): void {
    const { window, taper, sumScale } = this;
    for (let i = 0; i < count; i += 1) {
      window[this.filled] = sums[i]! * sumScale * taper[this.filled]!;
      this.filled += 1;
      if (this.filled < window.length) continue;
      for (const factor of this.factors) this.rows.push(goertzel(window, factor));
      this.filled = 0;
    }
  }
}

/** Mean square of a sine in a window tapered by Hann's. */
function goertzel(window: Float64Array, factor: number): number {
  let a = 0;
  let b = 0;
  for (let i = 0; i < window.length; i += 1) {
    const next = window[i]! + factor * a - b;
    b = a;
    a = next;
  }
  return (8 * (a * a + b * b - factor * a * b)) / window.length ** 2;
}
