const { cos, sin, PI } = Math;

/** Powers of a windowed real signal by frequency: a radix-2 transform of half its length. */
export class Spectrum {
  /** Fill this, then call `transform`. */
  readonly samples: Float64Array;
  /** Mean square in each of `length / 2` bands, `rate / length` apart; a sine of amplitude 1 sums up to 0.5. */
  readonly power: Float64Array;
  private readonly window: Float64Array;
  private readonly cosines: Float64Array;
  private readonly sines: Float64Array;
  private readonly order: Uint16Array;
  private readonly re: Float64Array;
  private readonly im: Float64Array;

  /** A power of two. */
  constructor(private readonly length: number) {
    const half = length / 2;
    const bits = Math.log2(half);
    // Scaled so that squares of the transform are powers: 2 for the mirrored half, 8/3 for what Hann's window takes.
    const scale = Math.sqrt(2 * (8 / 3)) / length;
    this.samples = new Float64Array(length);
    this.power = new Float64Array(half);
    this.window = Float64Array.from({ length }, (_, i) => scale * (0.5 - 0.5 * cos((2 * PI * i) / length)));
    this.cosines = Float64Array.from({ length: half }, (_, i) => cos((2 * PI * i) / length));
    this.sines = Float64Array.from({ length: half }, (_, i) => sin((2 * PI * i) / length));
    this.order = Uint16Array.from({ length: half }, (_, i) => reverse(i, bits));
    this.re = new Float64Array(half);
    this.im = new Float64Array(half);
  }

  transform(): void {
    const { samples, window, order, re, im } = this;
    for (let i = 0; i < order.length; i += 1) {
      const at = 2 * order[i]!;
      re[i] = samples[at]! * window[at]!;
      im[i] = samples[at + 1]! * window[at + 1]!;
    }
    this.butterflies();
    this.unfold();
  }

  private butterflies(): void {
    const { re, im, cosines, sines, length } = this;
    const half = re.length;
    for (let size = 2; size <= half; size *= 2) {
      const step = length / size;
      const middle = size / 2;
      for (let start = 0; start < half; start += size) {
        for (let k = 0; k < middle; k += 1) {
          const a = start + k;
          const b = a + middle;
          const c = cosines[k * step]!;
          const s = sines[k * step]!;
          const x = re[b]! * c + im[b]! * s;
          const y = im[b]! * c - re[b]! * s;
          re[b] = re[a]! - x;
          im[b] = im[a]! - y;
          re[a]! += x;
          im[a]! += y;
        }
      }
    }
  }

  /** Even and odd samples went through as real and imaginary parts; this takes them apart again. */
  private unfold(): void {
    const { re, im, cosines, sines, power } = this;
    const half = re.length;
    power[0] = (re[0]! + im[0]!) ** 2 / 2;
    for (let k = 1; k < half; k += 1) {
      const m = half - k;
      const evenRe = (re[k]! + re[m]!) / 2;
      const evenIm = (im[k]! - im[m]!) / 2;
      const oddRe = (im[k]! + im[m]!) / 2;
      const oddIm = (re[m]! - re[k]!) / 2;
      const x = evenRe + oddRe * cosines[k]! + oddIm * sines[k]!;
      const y = evenIm + oddIm * cosines[k]! - oddRe * sines[k]!;
      power[k] = x * x + y * y;
    }
  }
}

function reverse(value: number, bits: number): number {
  let result = 0;
  for (let bit = 0; bit < bits; bit += 1) result |= ((value >> bit) & 1) << (bits - 1 - bit);
  return result;
}
