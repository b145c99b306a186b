import type { RevisionOrigin, Step, Urgency, WorkState } from './revision.entity.js';

/** The steps that jobs do, in order; `receive` comes before, while the file arrives. */
export const steps = ['probe', 'analyse', 'plan', 'render', 'verify'] as const;
export type WorkStep = (typeof steps)[number];

/** What a decision needs of a revision. */
export interface RevisionState {
  readonly state: WorkState;
  readonly step: Step;
  readonly attempt: number;
}

/** Whether the work is still to be done. */
export function isOpen({ state }: Pick<RevisionState, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** Whether a job for this step and attempt is the one that the row waits for. Any other leaves quietly. */
export function isAwaited(revision: RevisionState, step: WorkStep, attempt: number): boolean {
  return isOpen(revision) && revision.step === step && revision.attempt === attempt;
}

/** The step after this one; null after the last. */
export function nextStep(step: WorkStep): WorkStep | null {
  return steps[steps.indexOf(step) + 1] ?? null;
}

/** Only work that ended without a result can be tried again. */
export function canRetry({ state }: Pick<RevisionState, 'state'>): boolean {
  return state === 'failed' || state === 'cancelled';
}

/** The step from which a retry goes on: what was done before it is kept. */
export function retryStep(step: Step): WorkStep {
  return step === 'receive' ? 'probe' : step;
}

/** Where the work on a recording begins, by what is known of it already. */
export function firstStep({ probe, analysisKey, tracks }: Known): WorkStep {
  if (!probe || tracks.some((track) => !track.probe)) return 'probe';
  return analysisKey && tracks.every(({ gainDb }) => gainDb !== null) ? 'plan' : 'analyse';
}

/** What a revision knows of its recording. */
export interface Known {
  readonly probe: unknown;
  readonly analysisKey: string | null;
  readonly tracks: readonly { readonly probe: unknown; readonly gainDb: number | null }[];
}

/**
 * Of revisions newest first, the one whose recording another order is for: it is being worked on, is done, or was heard
 * to its end. A newer file that could not be read, or that was cancelled before, is passed over. Null: there is none.
 */
export function pickBase<
  T extends Pick<RevisionState, 'state'> & { analysisKey: string | null; errorCode: string | null },
>(revisions: readonly T[]): T | null {
  return (
    revisions.find(
      (each) =>
        isOpen(each) || each.state === 'done' || (each.analysisKey !== null && each.errorCode !== 'DIGEST_DIFFERS'),
    ) ?? null
  );
}

/**
 * Whether open work will make just what is asked now, because it has not read yet what is wanted.
 * Somebody waiting is not served by work of the background.
 */
export function willMake(
  { state, step, origin, urgency }: Pick<RevisionState, 'state' | 'step'> & Asked,
  asked: Asked,
): boolean {
  if (urgency === 'batch' && asked.urgency === 'now') return false;
  const isSame = origin === asked.origin || (origin === 'upload' && asked.origin === 'order');
  const isBeforePlan = step === 'receive' || step === 'probe' || step === 'analyse';
  return isSame && (isBeforePlan ? isOpen({ state }) : step === 'plan' && state === 'waiting');
}

interface Asked {
  readonly origin: RevisionOrigin;
  readonly urgency: Urgency;
}

export interface StepView {
  readonly name: Step;
  readonly state: WorkState;
  readonly progress: number | null;
}

/** Every step of a revision as a producer sees it: done before the current one, waiting after it. */
export function toStepViews(revision: RevisionState & { progress: number | null }): StepView[] {
  const all: readonly Step[] = ['receive', ...steps];
  const at = all.indexOf(revision.step);
  return all.map((name, i) => {
    if (i < at || revision.state === 'done') return { name, state: 'done', progress: 1 };
    if (i === at) return { name, state: revision.state, progress: revision.progress };
    return { name, state: revision.state === 'cancelled' ? 'cancelled' : 'waiting', progress: null };
  });
}

/**
 * Share of the whole that is done, from the shares that the steps usually take; null before anything is measured. Work
 * that is done again, after a miss or a killed worker, does not fall back behind what was `reached`.
 */
export function wholeProgress(revision: RevisionState & { progress: number | null; reached: number }): number | null {
  if (revision.state === 'done') return 1;
  const share = shareOfWhole(revision.step, revision.progress);
  return share === null ? null : Math.max(share, Math.round(revision.reached * 1000) / 1000);
}

/** The same of one run of one step. */
export function shareOfWhole(step: Step, progress: number | null): number | null {
  const at = steps.indexOf(step as WorkStep);
  if (at < 0) return null;
  const before = steps.slice(0, at).reduce((sum, each) => sum + weights[each], 0);
  return Math.round((before + weights[steps[at]!] * (progress ?? 0)) * 1000) / 1000;
}

const weights: Record<WorkStep, number> = { probe: 0.02, analyse: 0.12, plan: 0.02, render: 0.69, verify: 0.15 };
