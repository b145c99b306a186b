import { integratedLoudness } from '../analyse/loudness.js';
import type { Sound } from '../level/programme.plan.js';
import { modelLimiter } from './limiter-model.plan.js';

export interface SolvedGain {
  readonly gainDb: number;
  /** Of what leaves the limiter. */
  readonly lufs: number;
  readonly reductionDb: number;
  readonly limitedShare: number;
}

const mostRounds = 8;
const goodEnough = 0.02;
const mostGainDb = 40;

/**
 * Finds the one gain after which the limited sound has the wanted loudness, by arithmetic on the bins:
 * it replaces a second measuring pass. `sound` has its gain curve applied.
 */
export function solveGain(sound: Sound, wantedLufs: number, limit: number): SolvedGain {
  let gainDb = clamp(wantedLufs - integratedLoudness(sound.energy));
  let found = withGain(sound, gainDb, limit);
  for (let round = 1; round < mostRounds && Math.abs(wantedLufs - found.lufs) > goodEnough; round += 1) {
    gainDb = clamp(gainDb + wantedLufs - found.lufs);
    found = withGain(sound, gainDb, limit);
  }
  return found;
}

/** What comes out of the limiter at a gain. */
export function withGain({ energy, peak }: Sound, gainDb: number, limit: number): SolvedGain {
  const gain = 10 ** (gainDb / 20);
  const { factor, reductionDb, limitedShare } = modelLimiter(peak, gain, limit);
  const result = energy.map((value, i) => value * (gain * factor[i]!) ** 2);
  return { gainDb, lufs: integratedLoudness(result), reductionDb, limitedShare };
}

/** A sound after a curve of one factor per 10 ms. */
export function withCurve({ energy, peak }: Sound, curve: Float32Array): Sound {
  return { energy: energy.map((value, i) => value * curve[i]! ** 2), peak: peak.map((value, i) => value * curve[i]!) };
}

function clamp(gainDb: number): number {
  return Math.max(-mostGainDb, Math.min(mostGainDb, gainDb));
}
