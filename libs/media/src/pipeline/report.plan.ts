import type { Verification, Waveform } from '#libs/ffmpeg';
import type { SoundReport, WaveformOverview } from '../recording/sound-report.js';

export function toReportAfter(report: SoundReport, { report: after, checks }: Verification): SoundReport {
  return { ...report, after, checks };
}

/** The overview for the row; the finer level lies under `key`. */
export function toOverview({ durationMs, overview, detail }: Waveform, key: string): WaveformOverview {
  return { durationMs, overview, detail: { key, bucketsPerSecond: detail.bucketsPerSecond } };
}
