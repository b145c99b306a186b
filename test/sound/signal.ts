/** A mono sound at 48 kHz, full scale ±1. */
export type Signal = Float32Array;
export const rate = 48_000;

// Globals are slow to reach in jest's sandbox, and a sound has many samples.
const { PI, abs, cos, exp, log10, max, min, pow, round, sin, sqrt } = Math;
const Samples = Float32Array;

export const toGain = (db: number): number => pow(10, db / 20);

export function silence(seconds: number): Signal {
  return new Samples(round(seconds * rate));
}

export function join(...parts: readonly Signal[]): Signal {
  const joined = new Samples(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Everything at once, as long as the longest. */
export function mix(...parts: readonly Signal[]): Signal {
  const mixed = new Samples(max(...parts.map((part) => part.length)));
  for (const part of parts) for (let i = 0; i < part.length; i += 1) mixed[i]! += part[i]!;
  return mixed;
}

/** The second sound begins at `seconds` of the first; what is over is left out. */
export function mixAt(base: Signal, seconds: number, added: Signal): Signal {
  const mixed = base.slice();
  const at = round(seconds * rate);
  const length = min(added.length, mixed.length - at);
  for (let i = 0; i < length; i += 1) mixed[at + i]! += added[i]!;
  return mixed;
}

export function gained(signal: Signal, db: number): Signal {
  const gain = toGain(db);
  return signal.map((sample) => sample * gain);
}

/** A gain that moves evenly from one value to another, in dB. */
export function ramped(signal: Signal, fromDb: number, toDb: number): Signal {
  const step = (toDb - fromDb) / signal.length;
  return signal.map((sample, i) => sample * pow(10, (fromDb + step * i) / 20));
}

/** The way a person leans in and out: a slow swing of the level by about ± `db`. */
export function swayed(signal: Signal, db: number, seed: number): Signal {
  const swings = [0.23, 0.61, 1.3].map((hz, n) => ({ w: (2 * PI * hz) / rate, phase: seed * (n + 1) * 1.7 }));
  return signal.map((sample, i) => {
    let swing = 0;
    for (const { w, phase } of swings) swing += sin(w * i + phase);
    return sample * pow(10, (db * swing) / 3 / 20);
  });
}

/** What does not fit is cut off, as a recorder does. */
export function clipped(signal: Signal, atDb = 0): Signal {
  const top = toGain(atDb);
  return signal.map((sample) => max(-top, min(top, sample)));
}

/** RMS in dBFS of the 20 ms frames within 25 dB of the loudest: the level while somebody speaks. */
export function activeDb(signal: Signal): number {
  const frame = rate / 50;
  const powers: number[] = [];
  for (let at = 0; at + frame <= signal.length; at += frame) {
    let sum = 0;
    for (let i = at; i < at + frame; i += 1) sum += signal[i]! * signal[i]!;
    powers.push(sum / frame);
  }
  const active = powers.filter((power) => power > max(...powers) * toGain(-50));
  return 10 * log10(active.reduce((sum, power) => sum + power, 0) / active.length);
}

/** Brought to a level while somebody speaks. */
export function levelled(signal: Signal, db: number): Signal {
  return gained(signal, db - activeDb(signal));
}

/** Without the silence before and after. */
export function trimmed(signal: Signal, db = -55): Signal {
  const least = toGain(db);
  let start = 0;
  let end = signal.length;
  while (start < end && abs(signal[start]!) < least) start += 1;
  while (end > start && abs(signal[end - 1]!) < least) end -= 1;
  return signal.slice(start, end);
}

export function lowpass(signal: Signal, hz: number): Signal {
  const w = (2 * PI * hz) / rate;
  const alpha = sin(w) / (2 * 0.707);
  const b1 = 1 - cos(w);
  return biquad(signal, [b1 / 2, b1, b1 / 2], [1 + alpha, -2 * cos(w), 1 - alpha]);
}

export function highpass(signal: Signal, hz: number): Signal {
  const w = (2 * PI * hz) / rate;
  const alpha = sin(w) / (2 * 0.707);
  const b1 = 1 + cos(w);
  return biquad(signal, [b1 / 2, -b1, b1 / 2], [1 + alpha, -2 * cos(w), 1 - alpha]);
}

/** Direct form 1. */
export function biquad(signal: Signal, b: readonly number[], a: readonly number[]): Signal {
  const a0 = a[0]!;
  const [b0, b1, b2, a1, a2] = [b[0]! / a0, b[1]! / a0, b[2]! / a0, a[1]! / a0, a[2]! / a0];
  const out = new Samples(signal.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let i = 0; i < signal.length; i += 1) {
    const x = signal[i]!;
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    out[i] = y;
  }
  return out;
}

/** A room after Schroeder: four combs and two all-passes; `seconds` until the sound has died by 60 dB. */
export function inRoom(signal: Signal, seconds: number, wetDb: number): Signal {
  const combs = [0.0297, 0.0371, 0.0411, 0.0437].map((delay) => {
    const n = round(delay * rate);
    const feedback = pow(10, (-3 * delay) / seconds);
    const out = new Samples(signal.length);
    for (let i = 0; i < out.length; i += 1) out[i] = signal[i]! + (i >= n ? out[i - n]! * feedback : 0);
    return out;
  });
  const spread = [0.005, 0.0017].reduce((sound, delay) => allpass(sound, round(delay * rate), 0.7), mix(...combs));
  return mix(signal, gained(spread, wetDb - 12));
}

function allpass(signal: Signal, n: number, g: number): Signal {
  const out = new Samples(signal.length);
  for (let i = 0; i < out.length; i += 1) {
    out[i] = -g * signal[i]! + (i >= n ? signal[i - n]! + g * out[i - n]! : 0);
  }
  return out;
}

/** -1..1, the same in every run. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

export function rmsDb(signal: Signal): number {
  let sum = 0;
  for (let i = 0; i < signal.length; i += 1) sum += signal[i]! * signal[i]!;
  return 20 * log10(sqrt(sum / signal.length) + 1e-12);
}

/** Fades in and out over so many seconds. */
export function faded(signal: Signal, seconds: number): Signal {
  const n = round(seconds * rate);
  return signal.map((sample, i) => sample * min(1, i / n, (signal.length - 1 - i) / n));
}

/** Dies away like a struck string or a clap: e-fold in `seconds`. */
export function dying(signal: Signal, seconds: number): Signal {
  return signal.map((sample, i) => sample * exp(-i / (seconds * rate)));
}
