import type { Analysis, LoudnessReport, PlanNote, Verification, VerificationCheck, Waveform } from '#libs/ffmpeg';

/** What a producer reads about the sound, before and after; grows step by step. Plain JSON on the row. */
export interface SoundReport {
  readonly before?: LoudnessReport;
  readonly after?: LoudnessReport;
  readonly targetLufs?: number;
  /** Remarks with a code and numbers; the sentence is the catalogue's. */
  readonly notes?: readonly (PlanNote | TagsNote)[];
  /** What was promised and what was measured on the finished file. */
  readonly checks?: readonly VerificationCheck[];
}

/** The file could not be given its newest tags, chapters or cover; it keeps those that it has. */
export interface TagsNote {
  readonly code: 'TAGS_NOT_WRITTEN';
  readonly params: Readonly<Record<string, never>>;
}

/** Overview peaks before and after, pairs of min and max from -128 to 127. */
export interface SoundWaveform {
  readonly before?: WaveformOverview;
  readonly after?: WaveformOverview;
}

export type WaveformOverview = Pick<Waveform, 'durationMs' | 'overview'>;

export function toReportBefore({ report }: Analysis): SoundReport {
  return { before: report };
}

export function toReportAfter(report: SoundReport, { report: after, checks }: Verification): SoundReport {
  return { ...report, after, checks };
}

export function toWaveformBefore({ waveform }: Analysis): SoundWaveform {
  return { before: toOverview(waveform) };
}

export function toWaveformAfter(before: SoundWaveform, { waveform }: Verification): SoundWaveform {
  return { ...before, after: toOverview(waveform) };
}

function toOverview({ durationMs, overview }: Waveform): WaveformOverview {
  return { durationMs, overview };
}
