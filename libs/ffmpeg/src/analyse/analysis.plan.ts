import type { Analysis, LoudnessReport } from './analysis.js';
import type { Decode } from './decode.preset.js';
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
import { toWaveform } from './waveform.js';

/** Below this part of the power (-60 dB) a difference between the sides is none. */
const nothing = 1e-6;

/** Turns what the meter counted into what people and the plan ask for. */
export function toAnalysis(measured: Measured, decode: Pick<Decode, 'downmix'>, declaredMs: number | null): Analysis {
  const durationMs = Math.round((measured.frames / measured.rate) * 1000);
  return {
    version: 2,
    sampleRate: measured.rate === 44100 ? 44100 : 48000,
    channels: measured.channels === 1 ? 1 : 2,
    downmix: decode.downmix,
    durationMs,
    declaredMs,
    isTruncated: declaredMs !== null && declaredMs - durationMs > Math.max(0.02 * declaredMs, 100),
    ...compareSides(measured),
    isSplitStereo: false,
    clippedSamples: measured.clippedSamples,
    clipping: [],
    hum: null,
    report: toReport(measured, durationMs),
    waveform: toWaveform(measured.min, measured.max, durationMs),
    bins: {
      energy: measured.cleaned,
      peak: measured.peak,
      plainEnergy: measured.plain,
      plainPeak: measured.max.map((value, i) => Math.max(value, -measured.min[i]!)),
    },
    bands: { voice: new Float32Array(0), air: new Float32Array(0), tonality: new Float32Array(0) },
  };
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

function compareSides({
  channels,
  channelPower,
  differencePower,
}: Measured): Pick<Analysis, 'isDualMono' | 'emptyChannel'> {
  if (channels === 1) return { isDualMono: false, emptyChannel: null };
  const [left = 0, right = 0] = channelPower;
  const isDualMono = differencePower <= nothing * (left + right);
  if (isDualMono) return { isDualMono, emptyChannel: null };
  return { isDualMono, emptyChannel: left <= nothing * right ? 'left' : right <= nothing * left ? 'right' : null };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
