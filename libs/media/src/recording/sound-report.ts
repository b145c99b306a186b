import type {
  Finding,
  GainStep,
  LoudnessReport,
  PlanNote,
  RenderPlan,
  VerificationCheck,
  Waveform,
} from '#libs/ffmpeg';
import type { RenditionKind } from './rendition.entity.js';

/** What a producer reads about the sound, before and after; grows step by step. Plain JSON on the row. */
export interface SoundReport {
  /** The curve `shortTerm` is in the time of the recording. */
  readonly before?: LoudnessReport;
  /** The curve `shortTerm` is in the time of the finished sound. */
  readonly after?: LoudnessReport;
  /** In the time of the recording; `isMended` is judged when it has been planned. */
  readonly findings?: readonly Finding[];
  readonly targetLufs?: number;
  readonly mode?: RenderPlan['mode'];
  /** In the time of the finished sound. */
  readonly steps?: readonly GainStep[];
  /** Remarks with a code and numbers; the sentence is the catalogue's. */
  readonly notes?: readonly (PlanNote | MediaNote)[];
  /** What was promised and what was measured on the finished file. */
  readonly checks?: readonly VerificationCheck[];
  /** How the files beside the MP3 stand. */
  readonly alternates?: readonly AlternateState[];
}

/** One file beside the MP3 that was asked for. `error`: a code; null while there is none. */
export interface AlternateState {
  readonly kind: Exclude<RenditionKind, 'mp3'>;
  readonly state: 'waiting' | 'done' | 'failed';
  readonly error: string | null;
}

/**
 * TAGS_NOT_WRITTEN: the file could not be given its newest tags, chapters or cover; it keeps those that it has.
 * PIECE_MISSING: an intro or outro (`piece`) was not there and is left out. VIDEO_NOT_CUT: the video is not made, as
 * pictures are only ever copied and cannot follow cuts and pieces.
 */
export interface MediaNote {
  readonly code: 'TAGS_NOT_WRITTEN' | 'PIECE_MISSING' | 'VIDEO_NOT_CUT';
  readonly params: Readonly<Record<string, number | string>>;
}

/** Overview peaks before and after, pairs of min and max from -128 to 127. */
export interface SoundWaveform {
  readonly before?: WaveformOverview;
  readonly after?: WaveformOverview;
}

export type WaveformOverview = Pick<Waveform, 'durationMs' | 'overview'> & {
  /** Where the finer level lies: int8 pairs; absent in what was made before there was one. */
  readonly detail?: { readonly key: string; readonly bucketsPerSecond: number };
};
