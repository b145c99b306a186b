import { rate } from './signal.js';

const { abs } = Math;
const bin = rate / 100;
const tick = rate / 1000;
/** ITU-R BS.1770-4, annex 1: the two filters for 48 kHz. */
const shelf = { b: [1.53512485958697, -2.69169618940638, 1.19839281085285], a: [-1.69065929318241, 0.73248077421585] };
const low = { b: [1, -2, 1], a: [-1.99004745483398, 0.99007225036621] };

/** K-weighted power and the envelope of interleaved sound at 48 kHz, heard piece by piece. */
export class Ear {
  frames = 0;
  private readonly power: number[] = [];
  private readonly level: number[] = [];
  private readonly filters: Filter[];
  private powerSum = 0;
  private levelSum = 0;

  constructor(readonly channels: number) {
    this.filters = Array.from({ length: channels }, () => new Filter());
  }

  hear(samples: Float32Array): void {
    const { channels, filters } = this;
    for (let at = 0; at < samples.length; at += channels) {
      for (let channel = 0; channel < channels; channel += 1) {
        const sample = samples[at + channel]!;
        const weighted = filters[channel]!.next(sample);
        this.powerSum += weighted * weighted;
        this.levelSum += abs(sample);
      }
      this.frames += 1;
      if (this.frames % tick === 0) this.endTick();
    }
  }

  /** Summed over the channels, mono twice as it is heard; one value per 10 ms. */
  bins(): Float32Array {
    const twice = this.channels === 1 ? 2 : 1;
    return Float32Array.from(this.power, (power) => power * twice);
  }

  /** Mean absolute value, one per millisecond. */
  envelope(): Float32Array {
    return Float32Array.from(this.level);
  }

  private endTick(): void {
    this.level.push(this.levelSum / tick);
    this.levelSum = 0;
    if (this.frames % bin !== 0) return;
    this.power.push(this.powerSum / bin);
    this.powerSum = 0;
  }
}

/** Both filters of one channel, direct form 1. */
class Filter {
  private x1 = 0;
  private x2 = 0;
  private y1 = 0;
  private y2 = 0;
  private z1 = 0;
  private z2 = 0;

  next(x: number): number {
    const { b, a } = shelf;
    const y = b[0]! * x + b[1]! * this.x1 + b[2]! * this.x2 - a[0]! * this.y1 - a[1]! * this.y2;
    const z = low.b[0]! * y + low.b[1]! * this.y1 + low.b[2]! * this.y2 - low.a[0]! * this.z1 - low.a[1]! * this.z2;
    this.x2 = this.x1;
    this.x1 = x;
    this.y2 = this.y1;
    this.y1 = y;
    this.z2 = this.z1;
    this.z1 = z;
    return z;
  }
}
