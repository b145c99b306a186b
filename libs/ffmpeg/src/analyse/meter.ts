import { type BinReading, ChannelMeter, type Pcm } from './channel-meter.js';
import { GrowingFloats } from './growing-array.js';
import { TruePeak } from './true-peak.js';

/** Everything the meter counted. Bins of 10 ms; the last one may be shorter. */
export interface Measured {
  readonly rate: number;
  readonly channels: number;
  readonly frames: number;
  /** Per bin: K-weighted mean square, summed over the channels, of the sound as it is. */
  readonly plain: Float32Array;
  /** Per channel and bin: K-weighted mean square after the high-pass. */
  readonly cleaned: Float32Array[];
  /** Per bin: largest sample of any channel after the high-pass. */
  readonly peak: Float32Array;
  /** Per bin, over all channels, of the sound as it is. */
  readonly min: Float32Array;
  readonly max: Float32Array;
  readonly samplePeak: number;
  readonly truePeak: number;
  readonly clippedSamples: number;
  /** Sums of squares of a third of the frames: each channel, and left minus right. */
  readonly channelPower: number[];
  readonly differencePower: number;
}

const fullScale = 0.99996;

/**
 * Measures a stream of interleaved PCM in one pass. `push` takes whole frames; every call but the last
 * gives a multiple of 10 ms.
 */
export class Meter {
  private readonly binFrames: number;
  private readonly meters: ChannelMeter[];
  private readonly truePeaks: TruePeak[];
  private readonly cleaned: GrowingFloats[];
  private readonly plain: GrowingFloats;
  private readonly peak: GrowingFloats;
  private readonly min: GrowingFloats;
  private readonly max: GrowingFloats;
  private readonly reading: BinReading = { plain: 0, cleaned: 0, peak: 0, min: 0, max: 0 };
  private readonly channelPower: number[];
  private differencePower = 0;
  private samplePeak = 0;
  private clipped = 0;
  private frames = 0;

  constructor(
    private readonly rate: number,
    private readonly channels: number,
    expectedMs: number,
  ) {
    const bins = Math.ceil(expectedMs / 10) + 16;
    const each = <T>(make: () => T) => Array.from({ length: channels }, make);
    this.binFrames = rate / 100;
    this.meters = each(() => new ChannelMeter(rate));
    this.truePeaks = each(() => new TruePeak());
    this.cleaned = each(() => new GrowingFloats(bins));
    this.channelPower = each(() => 0);
    [this.plain, this.peak, this.min, this.max] = [0, 0, 0, 0].map(() => new GrowingFloats(bins)) as [
      GrowingFloats,
      GrowingFloats,
      GrowingFloats,
      GrowingFloats,
    ];
  }

  push(pcm: Pcm, frames: number): void {
    const scale = pcm instanceof Int16Array ? 1 / 32768 : 1;
    this.truePeaks.forEach((each, channel) => each.startBlock(pcm, channel, this.channels, scale, frames));
    for (let first = 0; first < frames; first += this.binFrames) {
      this.readBin(pcm, first, Math.min(this.binFrames, frames - first), scale, frames);
    }
    this.truePeaks.forEach((each, channel) => each.endBlock(pcm, channel, this.channels, scale, frames));
    if (this.channels === 2) this.compareSides(pcm, frames, scale);
    this.frames += frames;
  }

  finish(): Measured {
    this.truePeaks.forEach((each) => each.startBlock([], 0, 1, 1, 0));
    return {
      rate: this.rate,
      channels: this.channels,
      frames: this.frames,
      plain: this.plain.toArray(),
      cleaned: this.cleaned.map((each) => each.toArray()),
      peak: this.peak.toArray(),
      min: this.min.toArray(),
      max: this.max.toArray(),
      samplePeak: this.samplePeak,
      truePeak: Math.max(this.samplePeak, ...this.truePeaks.map((each) => each.value)),
      clippedSamples: this.clipped,
      channelPower: this.channelPower,
      differencePower: this.differencePower,
    };
  }

  private readBin(pcm: Pcm, first: number, length: number, scale: number, frames: number): void {
    const { reading, channels } = this;
    let plain = 0;
    let peak = 0;
    let min = Infinity;
    let max = -Infinity;
    for (let channel = 0; channel < channels; channel += 1) {
      this.meters[channel]!.read(
        pcm,
        first * channels + channel,
        (first + length) * channels,
        channels,
        scale,
        reading,
      );
      plain += reading.plain;
      this.cleaned[channel]!.push(reading.cleaned / length);
      if (reading.peak > peak) peak = reading.peak;
      if (reading.min < min) min = reading.min;
      if (reading.max > max) max = reading.max;
      const size = Math.max(reading.max, -reading.min);
      if (size > this.samplePeak) this.samplePeak = size;
      if (size >= fullScale)
        this.clipped += countClipped(pcm, first * channels + channel, (first + length) * channels, channels, scale);
      const truePeak = this.truePeaks[channel]!;
      if (truePeak.isNear(size)) truePeak.look(pcm, channel, channels, scale, first, first + length, frames);
    }
    this.plain.push(plain / length);
    this.peak.push(peak);
    this.min.push(min);
    this.max.push(max);
  }

  private compareSides(pcm: Pcm, frames: number, scale: number): void {
    let left = 0;
    let right = 0;
    let difference = 0;
    // Every third frame tells enough about power.
    for (let i = 0; i < frames * 2; i += 6) {
      const l = pcm[i]! * scale;
      const r = pcm[i + 1]! * scale;
      const d = l - r;
      left += l * l;
      right += r * r;
      difference += d * d;
    }
    this.channelPower[0]! += left;
    this.channelPower[1]! += right;
    this.differencePower += difference;
  }
}

function countClipped(pcm: Pcm, start: number, end: number, step: number, scale: number): number {
  let count = 0;
  for (let i = start; i < end; i += step) if (Math.abs(pcm[i]! * scale) >= fullScale) count += 1;
  return count;
}
