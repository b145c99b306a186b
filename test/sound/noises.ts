import {
  dying,
  faded,
  gained,
  highpass,
  join,
  lowpass,
  mix,
  mixAt,
  randomOf,
  rate,
  rmsDb,
  type Signal,
  silence,
} from './signal.js';

const { PI, abs, floor, max, round, sin } = Math;
const Samples = Float32Array;

/** The noise of rooms and recorders (Voss and McCartney's rows in Kellet's filter), at an RMS level in dBFS. */
export function pinkNoise(seconds: number, db: number, seed = 1): Signal {
  const random = randomOf(seed);
  const noise = new Samples(round(seconds * rate));
  let [b0, b1, b2] = [0, 0, 0];
  for (let i = 0; i < noise.length; i += 1) {
    const white = random();
    b0 = 0.99765 * b0 + white * 0.099046;
    b1 = 0.963 * b1 + white * 0.2965164;
    b2 = 0.57 * b2 + white * 1.0526913;
    noise[i] = b0 + b1 + b2 + white * 0.1848;
  }
  return atLevel(noise, db);
}

export function tone(seconds: number, hz: number, db: number): Signal {
  const step = (2 * PI * hz) / rate;
  return gained(
    new Samples(round(seconds * rate)).map((_, i) => sin(step * i) * Math.SQRT2),
    db,
  );
}

/** Mains hum with the overtones of a bad cable. */
export function hum(seconds: number, hz: 50 | 60, db: number): Signal {
  return mix(tone(seconds, hz, db - 1), tone(seconds, hz * 2, db - 12), tone(seconds, hz * 3, db - 9));
}

/** Many hands, each clap a few milliseconds of band-limited noise; swells and ebbs. */
export function applause(seconds: number, db: number, seed = 7): Signal {
  const random = randomOf(seed);
  let sound = silence(seconds);
  for (let n = 0; n < seconds * 60; n += 1) {
    const noise = silence(0.04).map(() => random());
    const clap = gained(dying(noise, 0.006 + 0.004 * abs(random())), -14 * abs(random()));
    sound = addAt(sound, abs(random()) * (seconds - 0.05), clap);
  }
  return atLevel(faded(lowpass(highpass(sound, 400), 6000), seconds / 5), db);
}

/** Ha-ha: bursts of a buzzing voice, five a second, slowly falling in tone. */
export function laughter(seconds: number, db: number, seed = 3): Signal {
  const random = randomOf(seed);
  const bursts: Signal[] = [];
  for (let n = 0; n < floor(seconds * 5); n += 1) {
    const hz = 260 - (12 * n) / seconds + 25 * random();
    const buzz = silence(0.12).map((_, i) => ((((i * hz) / rate) % 1) - 0.5) * 0.8 + 0.3 * random());
    bursts.push(faded(buzz, 0.03), silence(0.08));
  }
  return atLevel(lowpass(highpass(join(...bursts), 200), 4500), db);
}

/** Plucked chords over a bass, without pauses. */
export function music(seconds: number, db: number): Signal {
  const chords = [
    [220, 261.6, 329.6],
    [174.6, 220, 261.6],
    [196, 246.9, 293.7],
    [164.8, 196, 246.9],
  ];
  let sound = silence(seconds);
  for (let beat = 0; beat * 0.5 < seconds; beat += 1) {
    const chord = chords[floor(beat / 4) % 4]!;
    for (const hz of chord) sound = addAt(sound, beat * 0.5, dying(tone(0.9, hz * (beat % 2 ? 2 : 1), -12), 0.35));
    sound = addAt(sound, beat * 0.5, dying(tone(0.6, chord[0]! / 2, -9), 0.5));
    sound = addAt(sound, beat * 0.5, dying(highpass(pinkNoise(0.1, -20, beat + 1), 5000), 0.03));
  }
  return faded(atLevel(sound, db), 0.3);
}

/** A click of 6 ms at so many dBFS every few seconds: plosives, a cup put down. */
export function clicks(seconds: number, everySeconds: number, db: number): Signal {
  let sound = silence(seconds);
  const click = gained(
    silence(0.006).map((_, i) => sin((2 * PI * 900 * i) / rate)),
    db,
  );
  for (let at = everySeconds / 2; at < seconds - 1; at += everySeconds) sound = mixAt(sound, at, click);
  return sound;
}

/** Pages being turned and chairs moved: a hall while nobody speaks. */
export function rustle(seconds: number, db: number, seed = 11): Signal {
  const random = randomOf(seed);
  let sound = silence(seconds);
  for (let at = 0.3; at < seconds - 0.6; at += 0.6 + 0.8 * abs(random())) {
    sound = addAt(sound, at, faded(highpass(pinkNoise(0.4, db + 6 * random(), round(at * 100)), 900), 0.15));
  }
  return sound;
}

/** In place: `base` is ours alone. */
function addAt(base: Signal, seconds: number, added: Signal): Signal {
  const at = round(seconds * rate);
  const end = Math.min(added.length, base.length - at);
  for (let i = 0; i < end; i += 1) base[at + i]! += added[i]!;
  return base;
}

function atLevel(signal: Signal, db: number): Signal {
  return gained(signal, db - max(-120, rmsDb(signal)));
}
