import type { Hum } from './analysis.js';
import { humLines, humPlan, humRow, humWindowMs } from './hum-meter.js';
import { centile, fromLufs, toLufs, windowMeans } from './loudness.js';

/** Only what is so far below the loud speech is a pause, and only the quietest third of the windows. */
const pauseDepth = 10;
const pauseShare = 0.3;
/** A second in all; less tells nothing. */
const leastPauses = 5;
/** A line has to stand out of its surroundings by so much (power), and in nearly every pause: music and voices come and go. */
const standsOut = 8;
const staysOut = 3;
const exceptions = 0.2;
/** One flank of a line may be so much (power) above the other: 4 dB, half a hertz beside. A bass string lies further off. */
const mostLean = 2.5;
/** Ears hear the fundamental 10 dB less than its harmonics, and nothing this far below the speech. */
const fundamentalWeight = 0.1;
const inaudibleBelow = 45;

/** Judges the mains tones in the pauses. `rows` is the hum meter's, `energy` the mean square per 10 ms of each channel. */
export function judgeHum(rows: Float32Array, energy: readonly Float32Array[]): Hum | null {
  const perWindow = humWindowMs / 10;
  const windows = Math.floor(rows.length / humRow);
  const sides = energy.map((each) => windowMeans(each, perWindow, perWindow).subarray(0, windows));
  const levels = sides[0]!.map((value, i) => value + (sides[1]?.[i] ?? 0));
  const audible = levels.filter((value) => value > fromLufs(-90)).sort();
  if (audible.length < leastPauses) return null;
  const loud = centile(audible, 0.9);
  const most = Math.min(loud / 10 ** (pauseDepth / 10), centile(audible, pauseShare));
  const pauses = [...levels.keys()].filter((i) => levels[i]! <= most && levels[i]! > fromLufs(-90));
  if (pauses.length < leastPauses) return null;
  const found = humPlan.map((comb, index) => judgeComb(rows, pauses, comb.hertz, (index * humRow) / humPlan.length));
  const [best] = found.sort((a, b) => b.weighted - a.weighted);
  if (!best || 10 * Math.log10(best.weighted) < toLufs(loud) - inaudibleBelow) return null;
  return { hertz: best.hertz, levelDbfs: Math.round(100 * Math.log10(best.power)) / 10 };
}

interface Comb {
  readonly hertz: 50 | 60;
  readonly power: number;
  readonly weighted: number;
}

/** `offset`: where this frequency's tones begin in a row. */
function judgeComb(rows: Float32Array, pauses: readonly number[], hertz: 50 | 60, offset: number): Comb {
  const comb = { hertz, power: 0, weighted: 0 };
  for (let line = 0; line < humLines; line += 1) {
    const read = (window: number, group: number, of = line) => rows[window * humRow + offset + group * humLines + of]!;
    const over = (share: number, value: (window: number) => number) =>
      centile(Float64Array.from(pauses, value).sort(), share);
    const standing = (window: number) => {
      const after = read(window, 3);
      const before = line === 0 ? after : read(window, 3, line - 1);
      return read(window, 0) / Math.max(1e-14, (before + after) / 2);
    };
    const leaning = (window: number) => read(window, 1) / Math.max(1e-14, read(window, 2));
    const lean = over(0.5, leaning);
    if (over(0.5, standing) < standsOut || over(exceptions, standing) < staysOut) continue;
    if (lean > mostLean || lean < 1 / mostLean) continue;
    const power = over(0.5, (window) => read(window, 0));
    comb.power += power;
    comb.weighted += line === 0 ? fundamentalWeight * power : power;
  }
  return comb;
}
