import type { Pcm } from './channel-meter.js';
import { GrowingFloats } from './growing-array.js';
import { Spectrum } from './fourier.js';

const length = 512;
const { log, exp } = Math;

/**
 * Looks at 11 ms of each 100 ms: where in the spectrum the sound is, how tonal, and whether left and right differ.
 * A tenth of the samples tells enough about seconds.
 */
export class BandMeter {
  /** See `Bands`. */
  readonly voice: GrowingFloats;
  readonly air: GrowingFloats;
  readonly tonality: GrowingFloats;
  /** Sums of squares over all looks: left, right, left minus right. */
  left = 0;
  right = 0;
  difference = 0;
  private readonly spectrum = new Spectrum(length);
  private readonly edges: { readonly voice: Edges; readonly air: Edges };

  constructor(
    rate: number,
    private readonly channels: 1 | 2,
    private readonly scale: number,
    blocks: number,
  ) {
    const band = (low: number, high: number): Edges => [
      Math.ceil((low * length) / rate),
      Math.floor((high * length) / rate),
    ];
    this.edges = { voice: band(300, 3400), air: band(4000, 12_000) };
    [this.voice, this.air, this.tonality] = [
      new GrowingFloats(blocks),
      new GrowingFloats(blocks),
      new GrowingFloats(blocks),
    ];
  }

  /** One look in the middle of the frames `first` to `end`; nothing is seen in less than 11 ms. */
  look(pcm: Pcm, first: number, end: number): void {
    if (end - first < length) return this.push(0, 0, 0);
    const start = first + ((end - first - length) >> 1);
    if (this.channels === 2) this.takeBoth(pcm, start);
    else this.takeOne(pcm, start);
    this.spectrum.transform();
    const { power } = this.spectrum;
    this.push(sum(power, this.edges.voice), sum(power, this.edges.air), tonality(power, this.edges.voice));
  }

  private takeOne(pcm: Pcm, start: number): void {
    const { scale } = this;
    const { samples } = this.spectrum;
    for (let i = 0; i < length; i += 1) samples[i] = pcm[start + i]! * scale;
  }

  private takeBoth(pcm: Pcm, start: number): void {
    const { scale } = this;
    const { samples } = this.spectrum;
    let left = 0;
    let right = 0;
    let difference = 0;
    for (let i = 0; i < length; i += 1) {
      const l = pcm[(start + i) * 2]! * scale;
      const r = pcm[(start + i) * 2 + 1]! * scale;
      left += l * l;
      right += r * r;
      difference += (l - r) * (l - r);
      samples[i] = (l + r) / 2;
    }
    this.left += left;
    this.right += right;
    this.difference += difference;
  }

  private push(voice: number, air: number, tonal: number): void {
    this.voice.push(voice);
    this.air.push(air);
    this.tonality.push(tonal);
  }
}

type Edges = readonly [first: number, last: number];

function sum(power: Float64Array, [first, last]: Edges): number {
  let total = 0;
  for (let k = first; k <= last; k += 1) total += power[k]!;
  return total;
}

/** One minus the spectral flatness: the geometric mean by the arithmetic one. */
function tonality(power: Float64Array, [first, last]: Edges): number {
  let total = 0;
  let logs = 0;
  for (let k = first; k <= last; k += 1) {
    total += power[k]!;
    logs += log(power[k]! + 1e-20);
  }
  const count = last - first + 1;
  return total > 1e-14 ? 1 - exp(logs / count) / (total / count) : 0;
}
