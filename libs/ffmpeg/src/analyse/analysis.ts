import type { TimeRange } from '../order/sound-order.js';

/** Loudness of a file, EBU R128 / ITU-R BS.1770-4. Plain JSON; a silent file has -70 for loudness. */
export interface LoudnessReport {
  /** As a plain meter reads it, LUFS. */
  readonly integratedLufs: number;
  /** As it sounds on two speakers: mono counts as dual mono, 3.01 LU above the plain reading. */
  readonly asHeardLufs: number;
  /** Of the 4 times oversampled signal, dBTP; -120 for silence. */
  readonly truePeakDbtp: number;
  readonly samplePeakDbfs: number;
  /** EBU Tech 3342, LU. */
  readonly loudnessRange: number;
  /** 5th centile of the 100 ms blocks, LUFS as heard; null when nothing is above -70. */
  readonly noiseFloorLufs: number | null;
  /** Short-term loudness (3 s ending there) as heard at each full second, rounded to 0.1, never below -70. */
  readonly shortTerm: readonly number[];
  readonly durationMs: number;
}

/** Peaks for drawing: pairs min, max per bucket, whole numbers from -128 to 127. Plain JSON. */
export interface Waveform {
  readonly version: 1;
  readonly durationMs: number;
  /** At most 800 pairs over the whole file. */
  readonly overview: readonly number[];
  /** A finer level, 10 buckets a second up to 3 hours: int8 pairs in base64; `decodePeaks` opens it. */
  readonly detail: { readonly bucketsPerSecond: number; readonly peaks: string };
}

/** One value per 10 ms of the sound. */
export interface Bins {
  /** K-weighted mean square after the 80 Hz high-pass that the render applies to speech, one array per channel (1 or 2). */
  readonly energy: readonly Float32Array[];
  /** Largest sample after that high-pass, linear, over all channels. */
  readonly peak: Float32Array;
  /** Without the high-pass: K-weighted mean square summed over the channels, and the largest sample. */
  readonly plainEnergy: Float32Array;
  readonly plainPeak: Float32Array;
}

/** One value per 100 ms of the sound, from 11 ms in its middle; of the mean of the channels. */
export interface Bands {
  /** Mean square of 0.3 to 3.4 kHz, where speech is understood. */
  readonly voice: Float32Array;
  /** Mean square of 4 to 12 kHz: what a good microphone adds. */
  readonly air: Float32Array;
  /** 0: noise or applause; towards 1: few clear tones, as in voices and music. */
  readonly tonality: Float32Array;
}

/** A place where samples stick at the largest value, neighbours joined. */
export interface ClippedPlace extends TimeRange {
  readonly samples: number;
}

/** Mains hum as it is in the pauses. */
export interface Hum {
  readonly hertz: 50 | 60;
  /** RMS of the fundamental and its harmonics together. */
  readonly levelDbfs: number;
}

/** Everything that one decode of a file tells. `encodeAnalysis` makes it a small binary file. */
export interface Analysis {
  readonly version: 2;
  /** The rate of the measurement and of what is rendered from it. */
  readonly sampleRate: 44100 | 48000;
  /** After the mix of more than two channels to stereo. */
  readonly channels: 1 | 2;
  /**
   * The `pan` that mixed more than two channels to stereo; null: none was needed. It belongs to the source's own
   * filters (`sourceFilters`), so a plan does not repeat it.
   */
  readonly downmix: string | null;
  /** Counted samples: the truth. */
  readonly durationMs: number;
  readonly declaredMs: number | null;
  /** More than 2 % of the declared duration is not there: a cut upload or a broken recorder. */
  readonly isTruncated: boolean;
  /** Left and right are the same below -60 dB. */
  readonly isDualMono: boolean;
  /** A stereo file with nothing on one side. */
  readonly emptyChannel: 'left' | 'right' | null;
  /** Two voices, each on its own side: to be mixed to mono before anything else. */
  readonly isSplitStereo: boolean;
  /** Power of both sides mixed to mono, as heard, beside what it is in stereo: 1: the same sound, 0.5: nothing in common. */
  readonly mixShare: number;
  /** Samples in runs that stick at the largest value, and where they are (at most 200 places, in order). */
  readonly clippedSamples: number;
  readonly clipping: readonly ClippedPlace[];
  readonly hum: Hum | null;
  readonly report: LoudnessReport;
  readonly waveform: Waveform;
  readonly bins: Bins;
  readonly bands: Bands;
}
