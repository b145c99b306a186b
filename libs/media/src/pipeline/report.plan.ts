import type { Finding, RenderPlan, Verification } from '#libs/ffmpeg';
import type { MediaNote, SoundReport } from '../recording/sound-report.js';

/** What is known once it has been decided how the sound is treated; what was measured of an older file goes. */
export function toReportPlanned(
  report: SoundReport,
  { targetLufs, mode, steps, notes }: RenderPlan,
  findings: readonly Finding[],
  more: readonly MediaNote[],
): SoundReport {
  const { before } = report;
  return { ...(before && { before }), findings, targetLufs, mode, steps, notes: [...notes, ...more] };
}

export function toReportAfter(report: SoundReport, { report: after, checks }: Verification): SoundReport {
  return { ...report, after, checks };
}
