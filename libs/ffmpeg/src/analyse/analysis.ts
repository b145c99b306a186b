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
  /** A finer level: int8 pairs in base64; `decodePeaks` opens it. */
  readonly detail: { readonly bucketsPerSecond: number; readonly peaks: string };
}

/** One value per 10 ms, after the 80 Hz high-pass that the render applies too. */
export interface Bins {
  /** K-weighted mean square, one array per channel (1 or 2). */
  readonly energy: readonly Float32Array[];
  /** Largest sample, linear, over all channels. */
  readonly peak: Float32Array;
}

/** Everything that one decode of a file tells. `encodeAnalysis` makes it a small binary file. */
export interface Analysis {
  readonly version: 1;
  /** The rate of the measurement and of what is rendered from it. */
  readonly sampleRate: 44100 | 48000;
  /** After the mix of more than two channels to stereo. */
  readonly channels: 1 | 2;
  /** The `pan` that mixed more than two channels to stereo; null: none was needed. */
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
  /** Samples at full scale. */
  readonly clippedSamples: number;
  readonly report: LoudnessReport;
  readonly waveform: Waveform;
  readonly bins: Bins;
}
