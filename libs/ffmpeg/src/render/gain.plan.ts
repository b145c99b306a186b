import { integratedLoudness } from '../analyse/loudness.js';
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
 * it replaces a second measuring pass. `energy` is the as-heard mean square per 10 ms.
 */
export function solveGain(energy: Float32Array, peak: Float32Array, wantedLufs: number, limit: number): SolvedGain {
  let gainDb = clamp(wantedLufs - integratedLoudness(energy));
  let found = withGain(energy, peak, gainDb, limit);
  for (let round = 1; round < mostRounds && Math.abs(wantedLufs - found.lufs) > goodEnough; round += 1) {
    gainDb = clamp(gainDb + wantedLufs - found.lufs);
    found = withGain(energy, peak, gainDb, limit);
  }
  return found;
}

function withGain(energy: Float32Array, peak: Float32Array, gainDb: number, limit: number): SolvedGain {
  const gain = 10 ** (gainDb / 20);
  const { factor, reductionDb, limitedShare } = modelLimiter(peak, gain, limit);
  const result = energy.map((value, i) => value * (gain * factor[i]!) ** 2);
  return { gainDb, lufs: integratedLoudness(result), reductionDb, limitedShare };
}

function clamp(gainDb: number): number {
  return Math.max(-mostGainDb, Math.min(mostGainDb, gainDb));
}
