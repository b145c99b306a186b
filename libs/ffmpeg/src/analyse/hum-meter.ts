import { GrowingFloats } from './growing-array.js';

const { cos, PI } = Math;

/** So many harmonics of each mains frequency are measured. */
export const humLines = 3;
/** A tone that is not exactly where mains are is louder on one of its flanks, this far (Hz) to either side. */
const flank = 5;

/** What is measured in each window: of each mains frequency the lines, their two flanks, and what lies after each line. */
export const humPlan = ([50, 60] as const).map((hertz) => {
  const lines = Array.from({ length: humLines }, (_, i) => (i + 1) * hertz);
  const [below, above, after] = [-flank, flank, hertz / 2].map((shift) => lines.map((line) => line + shift));
  return { hertz, tones: [...lines, ...below!, ...above!, ...after!] };
});
const tones = humPlan.flatMap((comb) => comb.tones);

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
