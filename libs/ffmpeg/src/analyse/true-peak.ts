const halfTaps = 8;
const phases = 4;
/** Taps of one phase, and samples kept from one block to the next. */
const taps = 2 * halfTaps;

/** A peak between samples needs a neighbouring sample of at least this share of it. */
const nearPeak = 0.6;

const coefficients = interpolator();
/** Taken once: globals are slow to reach inside a sandbox, and this runs for every sample. */
const { abs } = Math;

type Samples = ArrayLike<number>;

/**
 * True peak of one channel, 4 times oversampled (ITU-R BS.1770-4, annex 2). Oversamples only around
 * local maxima that come near the largest peak so far: a hundredth of the work, the same answer.
 */
export class TruePeak {
  /** Linear; includes the sample peak. */
  value = 0;
  private readonly history = new Float64Array(taps);
  private window = new Float64Array(0);

  /** Could a stretch with this largest absolute sample hold a new peak? */
  isNear(largest: number): boolean {
    return largest > this.value * nearPeak;
  }

  /**
   * Looks at the frames `first` to `end` of a block of `frames` interleaved frames. The last 8 of a block
   * wait for their neighbours until `endBlock` of the next.
   */
  look(pcm: Samples, channel: number, step: number, scale: number, first: number, end: number, frames: number): void {
    const stop = Math.min(end, frames - halfTaps);
    if (stop <= first) return;
    const length = stop - first + taps + 2;
    if (this.window.length < length) this.window = new Float64Array(length);
    const window = this.window;
    for (let k = 0, frame = first - halfTaps - 1; k < length; k += 1, frame += 1) {
      window[k] =
        frame < 0 ? (this.history[taps + frame] ?? 0) : frame < frames ? pcm[frame * step + channel]! * scale : 0;
    }
    this.scan(window, halfTaps + 1, halfTaps + 1 + stop - first);
  }

  /** Looks at the end of the block before, now that its neighbours are here. Call before `look`. */
  startBlock(pcm: Samples, channel: number, step: number, scale: number, frames: number): void {
    const window = new Float64Array(taps + halfTaps + 1);
    window.set(this.history);
    for (let k = 0; k < halfTaps + 1 && k < frames; k += 1) window[taps + k] = pcm[k * step + channel]! * scale;
    this.scan(window, halfTaps, taps);
  }

  /** Keeps the end of the block for the next. */
  endBlock(pcm: Samples, channel: number, step: number, scale: number, frames: number): void {
    if (frames < taps) this.history.copyWithin(0, frames);
    for (let k = Math.max(0, taps - frames); k < taps; k += 1) {
      this.history[k] = pcm[(frames - taps + k) * step + channel]! * scale;
    }
  }

  /** Every sample in the range has 8 neighbours on its left and 8 on its right in the window. */
  private scan(window: Float64Array, first: number, end: number): void {
    let least = this.value * nearPeak;
    for (let n = first; n < end; n += 1) {
      const size = abs(window[n]!);
      if (size < least || size < abs(window[n - 1]!) || size < abs(window[n + 1]!)) continue;
      if (size > this.value) this.value = size;
      this.between(window, n - 1);
      this.between(window, n);
      least = this.value * nearPeak;
    }
  }

  /** The three points between sample `n` and `n + 1`. */
  private between(window: Float64Array, n: number): void {
    const first = n - halfTaps + 1;
    for (let phase = 0; phase < phases - 1; phase += 1) {
      let sum = 0;
      const offset = phase * taps;
      for (let tap = 0; tap < taps; tap += 1) sum += window[first + tap]! * coefficients[offset + tap]!;
      if (sum < 0) sum = -sum;
      if (sum > this.value) this.value = sum;
    }
  }
}

/** A windowed sinc, 16 taps for each of the phases 1/4, 1/2, 3/4, each with a sum of one. */
function interpolator(): Float64Array {
  const table = new Float64Array((phases - 1) * taps);
  for (let phase = 1; phase < phases; phase += 1) {
    const row = table.subarray((phase - 1) * taps, phase * taps);
    for (let tap = 0; tap < taps; tap += 1) {
      const t = phase / phases - (tap - halfTaps + 1);
      row[tap] = (Math.sin(Math.PI * t) / (Math.PI * t)) * kaiser(t / halfTaps);
    }
    const sum = row.reduce((total, value) => total + value, 0);
    row.forEach((value, tap) => (row[tap] = value / sum));
  }
  return table;
}

function kaiser(at: number): number {
  return Math.abs(at) > 1 ? 0 : bessel(6 * Math.sqrt(1 - at * at)) / bessel(6);
}

function bessel(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 30; k += 1) {
    term *= (x / 2 / k) ** 2;
    sum += term;
  }
  return sum;
}
