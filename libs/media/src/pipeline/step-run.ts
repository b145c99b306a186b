import { type Clock, EstradeError } from '#libs/kernel';
import type { JobRun } from '#libs/queue';
import type { DataSource, EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { ProcessingFailed } from '../recording/recording.error.js';
import { Revision } from '../recording/revision.entity.js';
import { isAwaited, nextStep, shareOfWhole, type WorkStep } from '../recording/revision.state.js';
import { announceStep, failRevision, notifyProgress, type StepPayload } from '../recording/revision.writes.js';
import { keepStepTime } from '../work/step-times.js';
import { ProgressWriter } from './progress-writer.js';

/** What a step gets: the row as it was, and how to be stopped and to say how far it is. */
export interface StepInput {
  readonly revision: Revision;
  /** Aborted when the worker stops, and when the work is cancelled or overtaken. */
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/** What a step leaves on the row, and where the chain goes on. */
export interface StepResult {
  readonly changes: Partial<Revision>;
  /**
   * Default: the next one in order. Another one starts a new attempt, as its job was used up before; `done`: nothing is
   * left to do.
   */
  readonly goOnWith?: WorkStep | 'done';
  /** Further rows and facts of the same transaction. */
  readonly alsoWrite?: (manager: EntityManager) => Promise<void>;
}

/**
 * Runs one step for one job. A job that the row no longer waits for leaves quietly; the result, the next
 * step and its announcement are one transaction; a refusal by the step (an error of ours below 500, which the
 * queue does not try again, `abuse:A01`) fails the row at once, anything else fails it at the last try.
 * @throws what the step threw.
 */
export async function runStep(
  { dataSource, clock }: { dataSource: DataSource; clock: Clock },
  step: WorkStep,
  payload: StepPayload,
  run: JobRun,
  work: (input: StepInput) => Promise<StepResult>,
): Promise<void> {
  const begunAt = clock.now();
  const revision = await begin(dataSource, step, payload, begunAt);
  if (!revision) return;
  const progress = new ProgressWriter(dataSource, revision, step);
  try {
    const signal = AbortSignal.any([run.signal, progress.overtaken]);
    const result = await work({ revision, signal, onProgress: (done) => progress.report(done) });
    await progress.stop();
    await complete(dataSource, revision, step, result, { begunAt, endedAt: clock.now() });
  } catch (error) {
    await progress.stop();
    if (progress.overtaken.aborted) return;
    if (run.signal.aborted) throw error;
    await giveUp(dataSource, revision, step, error, run.isLastTry, clock.now());
  }
}

async function begin(
  dataSource: DataSource,
  step: WorkStep,
  { revisionId, attempt }: StepPayload,
  now: Date,
): Promise<Revision | null> {
  return dataSource.transaction(async (manager) => {
    const revision = await manager.findOne(Revision, {
      where: { id: revisionId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!revision || !isAwaited(revision, step, attempt)) return null;
    await manager.update(
      Revision,
      { id: revisionId },
      { state: 'running', progress: null, startedAt: revision.startedAt ?? now },
    );
    await notifyProgress(manager, revision);
    return revision;
  });
}

/** A row that was cancelled, failed or overtaken in the meantime stays as it is, and the result is forgotten. */
async function complete(
  dataSource: DataSource,
  before: Revision,
  step: WorkStep,
  result: StepResult,
  { begunAt, endedAt }: { begunAt: Date; endedAt: Date },
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const { id } = before;
    const revision = await manager.findOne(Revision, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!revision || !isAwaited(revision, step, before.attempt)) return;
    const asked = result.goOnWith;
    const next = asked === 'done' ? null : (asked ?? nextStep(step));
    const attempt = asked && next ? before.attempt + 1 : before.attempt;
    const onward = next ? { state: 'waiting' as const, step: next, attempt } : { state: 'done' as const };
    const reached = Math.max(revision.reached, shareOfWhole(next ?? step, next ? 0 : 1) ?? 0);
    const changes: Partial<Revision> = { ...result.changes, ...onward, reached, progress: null };
    await manager.update(Revision, { id }, changes as QueryDeepPartialEntity<Revision>);
    await result.alsoWrite?.(manager);
    const tookMs = endedAt.getTime() - begunAt.getTime();
    if (!result.goOnWith) await keepStepTime(manager, { ...revision, ...changes }, step, tookMs, endedAt);
    if (next) await announceStep(manager, next, { revisionId: id, attempt });
    await notifyProgress(manager, revision);
  });
}

/** Only what still waits for this run: it may have been cancelled, or begun anew, in this moment. */
async function giveUp(
  dataSource: DataSource,
  before: Revision,
  step: WorkStep,
  error: unknown,
  isLastTry: boolean,
  now: Date,
): Promise<void> {
  const isRefusal = error instanceof EstradeError && error.status < 500;
  if (isRefusal || isLastTry) {
    const reason = error instanceof EstradeError ? error : new ProcessingFailed(step);
    await dataSource.transaction(async (manager) => {
      const { id, attempt } = before;
      const revision = await manager.findOne(Revision, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (revision && isAwaited(revision, step, attempt)) await failRevision(manager, id, reason, now);
    });
  }
  throw error;
}
