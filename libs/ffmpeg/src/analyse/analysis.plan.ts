import type { Analysis, LoudnessReport } from './analysis.js';
import { toPlaces } from './clipping.plan.js';
import type { Decode } from './decode.preset.js';
import { judgeHum } from './hum.plan.js';
import {
  centile,
  fromLufs,
  integratedOfBlocks,
  loudnessRange,
  shortTermCurve,
  toDb,
  toLufs,
  windowMeans,
} from './loudness.js';
import type { Measured } from './meter.js';
import { compareSides } from './sides.plan.js';
import { toWaveform } from './waveform.js';

/** Turns what the meter counted into what people and the plan ask for. */
export function toAnalysis(measured: Measured, decode: Pick<Decode, 'downmix'>, declaredMs: number | null): Analysis {
  const durationMs = Math.round((measured.frames / measured.rate) * 1000);
  const { plain, cleaned, peak, min, max, voice, air, tonality } = measured;
  return {
    version: 2,
    sampleRate: measured.rate === 44100 ? 44100 : 48000,
    channels: measured.channels === 1 ? 1 : 2,
    downmix: decode.downmix,
    durationMs,
    declaredMs,
    isTruncated: declaredMs !== null && declaredMs - durationMs > Math.max(0.02 * declaredMs, 100),
    ...compareSides(measured),
    clippedSamples: measured.clippedSamples,
    clipping: toPlaces(measured.clippedBins),
    hum: judgeHum(measured.hum, cleaned),
    report: toReport(measured, durationMs),
    waveform: toWaveform(min, max, durationMs),
    bins: { energy: cleaned, peak, plainEnergy: plain, plainPeak: toPeaks(min, max) },
    bands: { voice, air, tonality },
  };
}

/** Into the array of the largest samples: it is not needed any more, and hours of sound are large. */
function toPeaks(min: Float32Array, max: Float32Array): Float32Array {
  for (let i = 0; i < max.length; i += 1) max[i] = Math.max(max[i]!, -min[i]!);
  return max;
}

function toReport(measured: Measured, durationMs: number): LoudnessReport {
  const blocks = windowMeans(measured.plain, 10, 10);
  const heard = measured.channels === 1 ? blocks.map((value) => value * 2) : blocks;
  const audible = heard.filter((value) => value > fromLufs(-70)).sort();
  return {
    integratedLufs: round(integratedOfBlocks(blocks)),
    asHeardLufs: round(integratedOfBlocks(heard)),
    truePeakDbtp: round(toDb(measured.truePeak)),
    samplePeakDbfs: round(toDb(measured.samplePeak)),
    loudnessRange: round(loudnessRange(blocks)),
    noiseFloorLufs: audible.length === 0 ? null : round(toLufs(centile(audible, 0.05))),
    shortTerm: shortTermCurve(heard),
    durationMs,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
