import type { Finding, LoudnessReport, PlanNote, RenderPlan, SoundOrder, VerificationCheck } from '#libs/ffmpeg';
import type { Region } from '#libs/messages';
import type { Mastered } from './master.js';
import { findingLine } from './words.js';

/** What `--report` writes: everything that was found, decided and measured. Loudness as heard unless it says otherwise. */
export interface Report {
  readonly order: SoundOrder;
  readonly findings: readonly (Finding & { readonly sentence: string })[];
  readonly mode: RenderPlan['mode'];
  readonly gainDb: number;
  readonly steps: RenderPlan['steps'];
  readonly notes: readonly PlanNote[];
  readonly attempts: number;
  readonly before: LoudnessReport;
  readonly after: LoudnessReport;
  readonly checks: readonly VerificationCheck[];
  readonly file: { readonly bytes: number; readonly sha256: string; readonly durationMs: number };
  readonly seconds: Mastered['seconds'];
}

export function toReport(region: Region, order: SoundOrder, mastered: Mastered): Report {
  const { before, findings, plan, after, seconds } = mastered;
  return {
    order,
    findings: findings.map((finding) => ({ ...finding, sentence: findingLine(region, finding).trim() })),
    mode: plan.mode,
    gainDb: plan.gainDb,
    steps: plan.steps,
    notes: plan.notes,
    attempts: plan.attempt,
    before: before.report,
    after: after.report,
    checks: after.checks,
    file: { bytes: after.sizeBytes, sha256: after.sha256, durationMs: after.durationMs },
    seconds,
  };
}
