import type { Hum } from './analysis.js';
import { humPlan, humRow, humWindowMs } from './hum-meter.js';
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

/** `offset`: where this frequency's lines begin in a row; what lies between them follows. */
function judgeComb(rows: Float32Array, pauses: readonly number[], hertz: 50 | 60, offset: number): Comb {
  const lines = humRow / humPlan.length / 2;
  const comb = { hertz, power: 0, weighted: 0 };
  for (let line = 0; line < lines; line += 1) {
    const column = offset + line;
    const ratios = pauses.map((window) => {
      const at = window * humRow;
      const after = rows[at + column + lines]!;
      const before = line === 0 ? after : rows[at + column + lines - 1]!;
      return rows[at + column]! / Math.max(1e-14, (before + after) / 2);
    });
    const sorted = Float64Array.from(ratios).sort();
    if (centile(sorted, 0.5) < standsOut || centile(sorted, exceptions) < staysOut) continue;
    const power = centile(Float64Array.from(pauses, (window) => rows[window * humRow + column]!).sort(), 0.5);
    comb.power += power;
    comb.weighted += line === 0 ? fundamentalWeight * power : power;
  }
  return comb;
}
