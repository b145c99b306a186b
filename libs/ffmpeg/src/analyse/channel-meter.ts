import { butterworthHighpass, headShelf, rlbHighpass } from './biquad.js';
import { kernelModule, layout, resultNames, type SampleShape, stateNames } from './kernel-code.js';

/** Interleaved samples: whole numbers of 16 bits or floating point, full scale 1. */
export type Pcm = Int16Array | Float32Array;

/**
 * What the channels said in one bin, two numbers each: left (or the only one) and right. Sums of squares, not yet
 * divided by the bin's length.
 */
export interface BinReading {
  /** K-weighted. */
  readonly plain: Float64Array;
  /** K-weighted after the 80 Hz high-pass. */
  readonly cleaned: Float64Array;
  /** Largest absolute sample after the high-pass. */
  readonly peak: Float64Array;
  readonly min: Float64Array;
  readonly max: Float64Array;
}

/** The 80 Hz high-pass that the speech presets apply; measured here so that the plan knows its result. */
export const speechHighpassHz = 80;

const pageBytes = 65_536;
/** The kernel's results: five pairs. */
const resultsAt = layout.results / 8;
const resultCount = resultNames.length * 2;

/**
 * Runs both channels through their filters, bin by bin, in a WebAssembly loop that is twice as quick as one in
 * JavaScript. The filters are linear, so the high-pass after the K-weighting equals the K-weighting after the
 * high-pass: two results for three filters, and a fourth for the peaks that the limiter will meet.
 */
export class ChannelMeter {
  /** Room for the samples of one second; what lies here is read without another copy. */
  readonly room: Pcm;
  /** Sums of both channels over a millisecond (at 44.1 kHz: 1/900 s), of the samples read since `rewindSums`. */
  readonly sums: Float32Array;
  sumCount = 0;
  /** Frames behind each of the sums. */
  readonly sumFrames: number;
  private readonly numbers: Float64Array;
  private readonly state: Float64Array;
  private readonly run: (at: number, end: number, group: number, sums: number) => void;
  private readonly frameBytes: number;
  /** What each of the kernel's results is multiplied with, and the products. */
  private readonly factors: readonly number[];
  private readonly products = new Float64Array(resultCount);
  private readonly reading: BinReading;

  constructor(rate: number, shape: SampleShape) {
    this.frameBytes = (shape.sample === 's16' ? 2 : 4) * shape.channels;
    this.sumFrames = rate % 48 === 0 ? rate / 1000 : 49;
    const pages = Math.ceil((layout.pcm + this.frameBytes * rate) / pageBytes);
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(kernelModule(shape, pages)));
    const { buffer } = exports['memory'] as WebAssembly.Memory;
    this.run = exports['read'] as ChannelMeter['run'];
    this.numbers = new Float64Array(buffer, 0, layout.sums / 8);
    this.state = this.numbers.subarray(layout.state / 8, layout.state / 8 + stateNames.length * 2);
    this.sums = new Float32Array(buffer, layout.sums, (layout.pcm - layout.sums) / 4);
    const Samples = shape.sample === 's16' ? Int16Array : Float32Array;
    this.room = new Samples(buffer, layout.pcm, rate * shape.channels);

    // Numerators are divided by their first coefficient, which comes back as one factor at the end.
    const shelf = headShelf(rate);
    const rlb = rlbHighpass(rate);
    const clean = butterworthHighpass(rate, speechHighpassHz);
    const coefficients = [
      shelf.b1 / shelf.b0,
      shelf.b2 / shelf.b0,
      shelf.a1,
      shelf.a2,
      rlb.a1,
      rlb.a2,
      clean.a1,
      clean.a2,
    ];
    coefficients.forEach((value, index) => this.numbers.fill(value, index * 2, index * 2 + 2));
    const scale = shape.sample === 's16' ? 1 / 32768 : 1;
    const lift = (shelf.b0 * scale) ** 2;
    this.factors = [lift, lift * clean.b0 ** 2, clean.b0 * scale, scale, scale].flatMap((each) => [each, each]);
    const pair = (name: (typeof resultNames)[number]) =>
      this.products.subarray(resultNames.indexOf(name) * 2).subarray(0, 2);
    const [plain, cleaned, peak, min, max] = resultNames.map(pair) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    this.reading = { plain, cleaned, peak, min, max };
  }

  /** Reads the frames `first` to `end` of the room. The answer is overwritten by the next. */
  read(first: number, end: number): BinReading {
    const { numbers, frameBytes, factors, products, state } = this;
    numbers.fill(0, resultsAt, resultsAt + 6);
    numbers.fill(Infinity, resultsAt + 6, resultsAt + 8);
    numbers.fill(-Infinity, resultsAt + 8, resultsAt + 10);
    const sumsAt = layout.sums + this.sumCount * 4;
    this.run(layout.pcm + first * frameBytes, layout.pcm + end * frameBytes, this.sumFrames * frameBytes, sumsAt);
    this.sumCount += Math.ceil((end - first) / this.sumFrames);
    for (let i = 0; i < state.length; i += 1) state[i] = flush(state[i]!);
    for (let i = 0; i < resultCount; i += 1) products[i] = numbers[resultsAt + i]! * factors[i]!;
    return this.reading;
  }

  /** Before the room is filled anew. */
  rewindSums(): void {
    this.sumCount = 0;
  }
}

/** In digital silence the filters' memories shrink into subnormal numbers, which cost a hundred times more. */
function flush(value: number): number {
  return value > -1e-20 && value < 1e-20 ? 0 : value;
}
