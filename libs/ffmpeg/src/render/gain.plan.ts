import { integratedLoudness, integratedOfBlocks } from '../analyse/loudness.js';
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
const binsPerBlock = 10;

/**
 * Finds the one gain after which the limited sound has the wanted loudness, by arithmetic on the bins:
 * it replaces a second measuring pass. `sound` has its gain curve applied; `nearDb` is a guess that spares rounds.
 */
export function solveGain(sound: Sound, wantedLufs: number, limit: number, nearDb?: number): SolvedGain {
  const factor = new Float32Array(sound.peak.length);
  let gainDb = clamp(nearDb ?? wantedLufs - integratedLoudness(sound.energy));
  let found = withGain(sound, gainDb, limit, factor);
  for (let round = 1; round < mostRounds && Math.abs(wantedLufs - found.lufs) > goodEnough; round += 1) {
    gainDb = clamp(gainDb + wantedLufs - found.lufs);
    found = withGain(sound, gainDb, limit, factor);
  }
  return found;
}

/** What comes out of the limiter at a gain. `scratch`: room for a value per bin, to be used again. */
export function withGain(
  { energy, peak }: Sound,
  gainDb: number,
  limit: number,
  scratch = new Float32Array(peak.length),
): SolvedGain {
  const gain = 10 ** (gainDb / 20);
  const { factor, reductionDb, limitedShare } = modelLimiter(peak, gain, limit, scratch);
  const blocks = new Float64Array(Math.floor(energy.length / binsPerBlock));
  for (let block = 0, i = 0; block < blocks.length; block += 1) {
    let sum = 0;
    for (const end = i + binsPerBlock; i < end; i += 1) sum += energy[i]! * factor[i]! * factor[i]!;
    blocks[block] = (sum / binsPerBlock) * gain * gain;
  }
  return { gainDb, lufs: integratedOfBlocks(blocks), reductionDb, limitedShare };
}

/** A sound after a curve of one factor per 10 ms. */
export function withCurve({ energy, peak }: Sound, curve: Float32Array): Sound {
  const curved = { energy: new Float32Array(energy.length), peak: new Float32Array(peak.length) };
  for (let i = 0; i < energy.length; i += 1) {
    const factor = curve[i]!;
    curved.energy[i] = energy[i]! * factor * factor;
    curved.peak[i] = peak[i]! * factor;
  }
  return curved;
}

function clamp(gainDb: number): number {
  return Math.max(-mostGainDb, Math.min(mostGainDb, gainDb));
}
