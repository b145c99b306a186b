import type { Analysis } from './analyse/analysis.js';
import { fromLufs } from './analyse/loudness.js';

const bins = 3000;

/** For tests only. Speech-like: loud and silent seconds in turn, peaks 10 dB above the loudness of one channel. */
export function analysisOf({
  lufs = -25,
  crestDb = 10,
  channels = 1,
  ...more
}: Partial<Analysis> & { lufs?: number; crestDb?: number } = {}): Analysis {
  const speaks = (i: number) => Math.floor(i / 100) % 3 !== 2;
  const energy = Array.from({ length: channels }, () =>
    Float32Array.from({ length: bins }, (_, i) => (speaks(i) ? fromLufs(lufs) / channels : 1e-9)),
  );
  const peak = Float32Array.from({ length: bins }, (_, i) =>
    speaks(i) ? 10 ** ((lufs + (i % 10 === 0 ? crestDb : 3)) / 20) : 1e-4,
  );
  const report = {
    integratedLufs: lufs,
    asHeardLufs: lufs,
    truePeakDbtp: -6,
    samplePeakDbfs: -6,
    loudnessRange: 5,
    noiseFloorLufs: -60,
    shortTerm: [],
    durationMs: bins * 10,
  };
  const waveform = {
    version: 1,
    durationMs: bins * 10,
    overview: [],
    detail: { bucketsPerSecond: 10, peaks: '' },
  } as const;
  return {
    version: 2,
    sampleRate: 48000,
    channels,
    downmix: null,
    durationMs: bins * 10,
    declaredMs: bins * 10,
    isTruncated: false,
    isDualMono: false,
    emptyChannel: null,
    isSplitStereo: false,
    clippedSamples: 0,
    clipping: [],
    hum: null,
    report,
    waveform,
    bins: {
      energy,
      peak,
      plainEnergy: energy[0]!.map((_, i) => energy.reduce((sum, each) => sum + each[i]!, 0)),
      plainPeak: peak,
    },
    bands: {
      voice: new Float32Array(bins / 10).fill(1e-4),
      air: new Float32Array(bins / 10).fill(1e-6),
      tonality: new Float32Array(bins / 10).fill(0.5),
    },
    ...more,
  };
}
