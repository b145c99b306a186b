import type { Pcm } from './channel-meter.js';

/** A stretch of 10 ms bins with samples that stick at the largest value. */
export interface ClippedBins {
  readonly first: number;
  last: number;
  samples: number;
}

const lsb = 1 / 32768;
const fullScale = 1 - 1.5 * lsb;
/** Quieter than this nobody clips. */
const leastSize = 0.1;
/** Bins that end up at the same largest value are suspicious when they lie this near. */
const memory = 8;
/** Places nearer than this become one. */
const joinBins = 50;

/**
 * Finds where samples stick at the largest value: at full scale, or below it after somebody turned a clipped recording
 * down. Only bins at full scale, and bins whose largest value came up shortly before, are looked at sample by sample.
 */
export class ClipFinder {
  readonly places: ClippedBins[] = [];
  samples = 0;
  private readonly recent: Float64Array[];
  private turn = 0;

  constructor(
    private readonly channels: number,
    private readonly scale: number,
  ) {
    this.recent = Array.from({ length: channels }, () => new Float64Array(memory));
  }

  /** A bin of one channel with its largest absolute sample `size`, full scale 1. */
  look(pcm: Pcm, channel: number, first: number, end: number, bin: number, size: number): void {
    const recent = this.recent[channel]!;
    const isSuspicious = size >= fullScale || (size >= leastSize && recent.includes(size));
    if (channel === 0) this.turn = (this.turn + 1) % memory;
    recent[this.turn] = size;
    if (!isSuspicious) return;
    const found = this.count(pcm, first * this.channels + channel, end * this.channels, size);
    if (found > 0) this.note(bin, found);
  }

  private note(bin: number, samples: number): void {
    this.samples += samples;
    const last = this.places.at(-1);
    if (last && bin - last.last <= joinBins) {
      last.last = bin;
      last.samples += samples;
    } else this.places.push({ first: bin, last: bin, samples });
  }

  /** Samples in runs that begin and end with a corner; the flat top of a low tone has none. */
  private count(pcm: Pcm, from: number, to: number, size: number): number {
    const step = this.channels;
    const top = (size - 1.5 * lsb) / this.scale;
    const corner = Math.max(4 * lsb, 0.001 * size) / this.scale;
    const least = size >= fullScale ? 3 : 4;
    let total = 0;
    for (let i = from; i < to; i += step) {
      const value = pcm[i]!;
      if (value < top && value > -top) continue;
      let next = i + step;
      while (next < to && pcm[next] === value) next += step;
      const run = (next - i) / step;
      const before = i > from ? Math.abs(pcm[i - step]! - value) : corner;
      const after = next < to ? Math.abs(pcm[next]! - value) : corner;
      const isPart = i > from || next < to;
      if (run >= least && isPart && before >= corner && after >= corner) total += run;
      i = next - step;
    }
    return total;
  }
}
