import type { JobControl } from '../job.js';
import type { Analysis } from './analysis.js';
import { toAnalysis } from './analysis.plan.js';
import { measure, type MeasureJob } from './measure.js';

/** A measurement and what its answer is compared with. Plain data: it crosses to a thread. */
export interface AnalyseJob extends MeasureJob {
  readonly declaredMs: number | null;
}

/**
 * Measures and judges in this thread.
 * @throws what `measure` throws.
 */
export async function runAnalysis(job: AnalyseJob, control: JobControl = {}): Promise<Analysis> {
  return toAnalysis(await measure(job, control), job.decode, job.declaredMs);
}
