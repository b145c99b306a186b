import type { Analysis } from './analyse/analysis.js';
import { fromLufs } from './analyse/loudness.js';

/** For tests only: a voice that talks for so long. */
export interface TestTurn {
  readonly seconds: number;
  /** As a plain meter reads it on all channels together. */
  readonly lufs: number;
  /** Of the pauses between its sentences. */
  readonly noiseLufs?: number;
  /** Steady sound without syllables and pauses. */
  readonly isSteady?: boolean;
}

export interface TestSound {
  readonly lufs?: number;
  /** The highest peaks above the loudness of one channel. */
  readonly crestDb?: number;
  /** Instead of one voice of 30 s. */
  readonly turns?: readonly TestTurn[];
}

/** For tests only. Speech-like: syllables, two seconds of them and one of pause in turn. */
export function analysisOf({
  lufs = -25,
  crestDb = 10,
  channels = 1,
  turns = [{ seconds: 30, lufs }],
  ...more
}: Partial<Analysis> & TestSound = {}): Analysis {
  const levels = turns.flatMap(toLevels);
  const energy = Array.from({ length: channels }, () =>
    Float32Array.from(levels, (level) => fromLufs(level) / channels),
  );
  const peak = Float32Array.from(levels, (level, i) => 10 ** ((level + (i % 10 === 0 ? crestDb : 3)) / 20));
  const sum = Float32Array.from(levels, (level) => fromLufs(level));
  const durationMs = levels.length * 10;
  const blocks = Math.ceil(levels.length / 10);
  return {
    version: 2,
    sampleRate: 48000,
    channels,
    downmix: null,
    durationMs,
    declaredMs: durationMs,
    isTruncated: false,
    isDualMono: false,
    emptyChannel: null,
    isSplitStereo: false,
    mixShare: 0.5,
    clippedSamples: 0,
    clipping: [],
    hum: null,
    report: {
      integratedLufs: lufs,
      asHeardLufs: lufs,
      truePeakDbtp: -6,
      samplePeakDbfs: -6,
      loudnessRange: 5,
      noiseFloorLufs: -60,
      shortTerm: [],
      durationMs,
    },
    waveform: { version: 1, durationMs, overview: [], detail: { bucketsPerSecond: 10, peaks: '' } },
    bins: { energy, peak, plainEnergy: sum, plainPeak: peak },
    bands: {
      voice: new Float32Array(blocks),
      air: new Float32Array(blocks),
      tonality: new Float32Array(blocks).fill(0.9),
    },
    ...more,
  };
}

/** Syllables of 150 ms, 50 ms between them that are 12 dB down; 1.6 dB make up for those. */
function toLevels({ seconds, lufs, noiseLufs = -90, isSteady = false }: TestTurn): number[] {
  return Array.from({ length: Math.round(seconds * 100) }, (_, i) => {
    if (isSteady) return lufs;
    if (Math.floor(i / 100) % 3 === 2) return noiseLufs;
    return i % 20 < 15 ? lufs + 1.1 : Math.max(lufs - 11, noiseLufs);
  });
}
