import type { Analysis } from './analyse/analysis.js';
import { toAnalysis } from './analyse/analysis.plan.js';
import { Meter } from './analyse/meter.js';
import { noise } from './test-media.js';

// Globals are slow to reach in jest's sandbox, and a sound has many samples.
const { sin, PI, max, min, round } = Math;

/** For tests only: samples of one channel, full scale 1. */
export type Samples = Float32Array;
export const rate = 48000;

export interface VoiceShape {
  readonly seconds: number;
  /** RMS while it speaks, dBFS; default -23. */
  readonly db?: number;
  /** Of its lowest tone; default 140. */
  readonly hertz?: number;
  /** False: nothing above 3.4 kHz. */
  readonly hasHiss?: boolean;
  readonly seed?: number;
}

/** Something that goes up and down, hisses and pauses like a voice. */
export function voice({ seconds, db = -23, hertz = 140, hasHiss = true, seed = 1 }: VoiceShape): Samples {
  const next = noise(seed);
  const period = periodOf(hertz);
  const samples = new Float32Array(round(seconds * rate));
  for (let at = round(0.1 * rate), n = 1; at < samples.length - 0.4 * rate; n += 1) {
    const length = round((0.17 + 0.05 * next()) * rate);
    const step = (hertz * (1 + 0.08 * next()) * period.length) / rate;
    for (let i = 0, phase = 0; i < length; i += 1, phase += step) {
      samples[at + i] = period[phase & (period.length - 1)]! * sin((PI * i) / length) ** 2;
    }
    if (hasHiss && n % 2 === 0) addHiss(samples, at + length, round(0.07 * rate), next);
    at += length + round((n % 9 === 0 ? 0.45 : 0.05) * rate) + (n % 2 === 0 ? round(0.07 * rate) : 0);
  }
  return atLevel(samples, db);
}

/** One turn of a tone that is loudest around 500 Hz and has nothing above 3.4 kHz. */
function periodOf(hertz: number): Samples {
  const length = 4096;
  return Float32Array.from({ length }, (_, i) => {
    let sum = 0;
    for (let k = 1; k * hertz < 3400; k += 1) {
      sum += sin((2 * PI * k * i) / length + k) / (1 + ((k * hertz - 500) / 400) ** 2);
    }
    return sum;
  });
}

function addHiss(samples: Samples, from: number, length: number, next: () => number): void {
  let before = 0;
  let beforeThat = 0;
  for (let i = 0; i < length && from + i < samples.length; i += 1) {
    const white = next();
    samples[from + i]! += 0.3 * (white - 2 * before + beforeThat) * sin((PI * i) / length);
    beforeThat = before;
    before = white;
  }
}

/** Brings what is louder than a tenth of the largest sample to a level. */
export function atLevel(samples: Samples, db: number): Samples {
  const peak = samples.reduce((most, value) => max(most, value, -value), 0);
  let sum = 0;
  let count = 0;
  for (const value of samples) {
    if (value < peak / 10 && value > -peak / 10) continue;
    sum += value * value;
    count += 1;
  }
  return gained(samples, db - 10 * Math.log10(sum / count / 2));
}

export function gained(samples: Samples, db: number): Samples {
  const factor = 10 ** (db / 20);
  return samples.map((value) => value * factor);
}

export function tone(seconds: number, hertz: number, db: number): Samples {
  const size = 10 ** (db / 20) * Math.SQRT2;
  return Float32Array.from({ length: round(seconds * rate) }, (_, i) => size * sin((2 * PI * hertz * i) / rate));
}

export function silence(seconds: number): Samples {
  return new Float32Array(round(seconds * rate));
}

/** Noise of a room: white, with its height taken away. */
export function room(seconds: number, db: number, seed = 9): Samples {
  const next = noise(seed);
  let last = 0;
  const samples = Float32Array.from({ length: round(seconds * rate) }, () => (last = 0.9 * last + next()));
  return gained(samples, db - 10 * Math.log10(samples.reduce((sum, value) => sum + value * value, 0) / samples.length));
}

export function join(...parts: readonly Samples[]): Samples {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** As long as the first; a shorter one sounds again and again. */
export function mix(first: Samples, ...others: readonly Samples[]): Samples {
  return first.map((value, i) => others.reduce((sum, other) => sum + other[i % other.length]!, value));
}

export function clip(samples: Samples, at: number): Samples {
  return samples.map((value) => max(-at, min(at, value)));
}

/** What the analyser says about channels, as from a 16-bit file. */
export function analysisOfSound(
  channels: readonly Samples[],
  { declaredMs = null, at = rate }: { readonly declaredMs?: number | null; readonly at?: 44100 | 48000 } = {},
): Analysis {
  const count = channels.length === 2 ? 2 : 1;
  const meter = new Meter(at, { sample: 's16', channels: count }, (channels[0]!.length / at) * 1000);
  for (let start = 0; start < channels[0]!.length; start += at) {
    const frames = min(at, channels[0]!.length - start);
    const pcm = new Int16Array(frames * count);
    channels.forEach((channel, c) => {
      for (let i = 0; i < frames; i += 1) {
        pcm[i * count + c] = max(-32768, min(32767, round(channel[start + i]! * 32768)));
      }
    });
    meter.push(pcm, frames);
  }
  return toAnalysis(meter.finish(), { downmix: null }, declaredMs);
}
