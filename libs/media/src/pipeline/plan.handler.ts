import { type Analysis, decodeAnalysis, planRender } from '#libs/ffmpeg';
import { EstradeError } from '#libs/kernel';
import type { JobRun } from '#libs/queue';
import type { StepPayload } from '../recording/revision.writes.js';
import type { PipelineDeps } from './pipeline.deps.js';
import { runStep } from './step-run.js';

/**
 * Third step: asks the floor above what is wanted and decides, by arithmetic alone, how it is made. The
 * way of treating the sound (one gain today, a gain per voice tomorrow) is chosen here and nowhere else.
 */
export function makePlanHandler(deps: PipelineDeps) {
  return (payload: StepPayload, run: JobRun): Promise<void> =>
    runStep(deps, 'plan', payload, run, async ({ revision }) => {
      const order = await deps.orderFor(revision.recordingId);
      const analysis = await readAnalysis(deps, revision.analysisKey);
      if (!analysis) return { changes: { analysisKey: null }, goOnWith: 'analyse' };
      const plan = planRender(analysis, order.sound);
      const report = { ...revision.report, targetLufs: order.sound.targetLufs, notes: plan.notes };
      return { changes: { order: { ...order }, plan: { ...plan }, report } };
    });
}

/** Null when it is gone or unreadable: it can be made again from the original. */
export async function readAnalysis({ storage }: PipelineDeps, key: string | null): Promise<Analysis | null> {
  if (!key || !(await storage.exists(key))) return null;
  try {
    return decodeAnalysis(await storage.readBytes(key));
  } catch (error) {
    if (error instanceof EstradeError && error.code === 'ANALYSIS_UNREADABLE') return null;
    throw error;
  }
}
