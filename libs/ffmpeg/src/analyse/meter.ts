import { BandMeter } from './band-meter.js';
import { type BinReading, ChannelMeter, type Pcm } from './channel-meter.js';
import { type ClippedBins, ClipFinder } from './clip-finder.js';
import { GrowingFloats } from './growing-array.js';
import { HumMeter, humWindowMs } from './hum-meter.js';
import type { SampleShape } from './kernel-code.js';
import { TruePeak } from './true-peak.js';

/** Everything the meter counted. Bins of 10 ms, blocks of 100 ms; the last ones may be shorter. */
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
  /** Per block; see `Bands`. */
  readonly voice: Float32Array;
  readonly air: Float32Array;
  readonly tonality: Float32Array;
  /** Rows of `humPlan`'s tones, one per 200 ms. */
  readonly hum: Float32Array;
  readonly samplePeak: number;
  readonly truePeak: number;
  readonly clippedSamples: number;
  readonly clippedBins: readonly ClippedBins[];
  /** Sums of squares of a tenth of the frames: each channel, and left minus right. */
  readonly channelPower: readonly [number, number];
  readonly differencePower: number;
}

/**
 * Measures a stream of interleaved PCM in one pass. `push` takes whole frames; every call but the last
 * gives a multiple of 10 ms.
 */
export class Meter {
  private readonly binFrames: number;
  private readonly channels: 1 | 2;
  private readonly scale: number;
  private readonly meter: ChannelMeter;
  private readonly truePeaks: TruePeak[];
  private readonly clips: ClipFinder;
  private readonly bands: BandMeter;
  private readonly hum: HumMeter;
  private readonly cleaned: GrowingFloats[];
  private readonly plain: GrowingFloats;
  private readonly peak: GrowingFloats;
  private readonly min: GrowingFloats;
  private readonly max: GrowingFloats;
  private samplePeak = 0;
  private frames = 0;

  constructor(
    private readonly rate: number,
    shape: SampleShape,
    expectedMs: number,
  ) {
    const { channels, sample } = shape;
    const bins = () => new GrowingFloats(expectedMs / 10 + 16);
    const each = <T>(make: () => T) => Array.from({ length: channels }, make);
    this.channels = channels;
    this.scale = sample === 's16' ? 1 / 32768 : 1;
    this.binFrames = rate / 100;
    this.meter = new ChannelMeter(rate, shape);
    this.truePeaks = each(() => new TruePeak());
    this.clips = new ClipFinder(channels, this.scale);
    this.bands = new BandMeter(rate, channels, this.scale, expectedMs / 100 + 16);
    // Both lanes are summed, for one channel too.
    const { sumFrames } = this.meter;
    this.hum = new HumMeter(rate / sumFrames, this.scale / sumFrames / 2, expectedMs / humWindowMs + 1);
    this.cleaned = each(bins);
    [this.plain, this.peak, this.min, this.max] = [bins(), bins(), bins(), bins()];
  }

  /** Where the next second of samples may be put; `push(room, frames)` then copies nothing. */
  get room(): Pcm {
    return this.meter.room;
  }

  /** At most one second. */
  push(pcm: Pcm, frames: number): void {
    const { room, meter, channels, scale, binFrames } = this;
    if (pcm !== room) room.set(pcm);
    meter.rewindSums();
    this.truePeaks.forEach((each, channel) => each.startBlock(room, channel, channels, scale, frames));
    for (let first = 0; first < frames; first += binFrames)
      this.readBin(first, Math.min(first + binFrames, frames), frames);
    this.truePeaks.forEach((each, channel) => each.endBlock(room, channel, channels, scale, frames));
    for (let first = 0; first < frames; first += 10 * binFrames) {
      this.bands.look(room, first, Math.min(first + 10 * binFrames, frames));
    }
    this.hum.push(meter.sums, meter.sumCount);
    this.frames += frames;
  }

  finish(): Measured {
    const { bands, truePeaks, samplePeak } = this;
    truePeaks.forEach((each) => each.startBlock([], 0, 1, 1, 0));
    return {
      rate: this.rate,
      channels: this.channels,
      frames: this.frames,
      plain: this.plain.toArray(),
      cleaned: this.cleaned.map((each) => each.toArray()),
      peak: this.peak.toArray(),
      min: this.min.toArray(),
      max: this.max.toArray(),
      voice: bands.voice.toArray(),
      air: bands.air.toArray(),
      tonality: bands.tonality.toArray(),
      hum: this.hum.rows.toArray(),
      samplePeak,
      truePeak: Math.max(samplePeak, ...truePeaks.map((each) => each.value)),
      clippedSamples: this.clips.samples,
      clippedBins: this.clips.places,
      channelPower: [bands.left, bands.right],
      differencePower: bands.difference,
    };
  }

  private readBin(first: number, end: number, frames: number): void {
    const reading = this.meter.read(first, end);
    const { plain, cleaned, peak, min, max } = reading;
    const length = end - first;
    const isStereo = this.channels === 2;
    this.cleaned[0]!.push(cleaned[0]! / length);
    this.cleaned[1]?.push(cleaned[1]! / length);
    this.plain.push((isStereo ? plain[0]! + plain[1]! : plain[0]!) / length);
    this.peak.push(peak[0]! > peak[1]! ? peak[0]! : peak[1]!);
    this.min.push(min[0]! < min[1]! ? min[0]! : min[1]!);
    this.max.push(max[0]! > max[1]! ? max[0]! : max[1]!);
    this.lookCloser(reading, 0, first, end, frames);
    if (isStereo) this.lookCloser(reading, 1, first, end, frames);
  }

  /** Clipping and the true peak, only where they may be. */
  private lookCloser({ min, max }: BinReading, channel: 0 | 1, first: number, end: number, frames: number): void {
    const { room } = this.meter;
    const size = Math.max(max[channel]!, -min[channel]!);
    if (size > this.samplePeak) this.samplePeak = size;
    this.clips.look(room, channel, first, end, this.plain.length - 1, size);
    const truePeak = this.truePeaks[channel]!;
    if (truePeak.isNear(size)) truePeak.look(room, channel, this.channels, this.scale, first, end, frames);
  }
}
