import { announce } from '#libs/database';
import { EstradeError } from '#libs/kernel';
import type { JobRun } from '#libs/queue';
import { ProcessingFailed } from '../recording/recording.error.js';
import { type RenditionFact, renditionReady } from '../recording/recording.facts.js';
import { isSoundKind } from '../recording/file-kinds.js';
import { hasWords } from '../recording/file-words.plan.js';
import { addRendition } from '../recording/rendition.writes.js';
import { Revision } from '../recording/revision.entity.js';
import type { SoundReport } from '../recording/sound-report.js';
import type { PipelineDeps } from '../pipeline/pipeline.deps.js';
import { alternateJob } from '../pipeline/step.jobs.js';
import { copyWithWords, type Words } from '../pipeline/words.js';
import { type AlternatePayload, endAlternate } from './alternate.writes.js';
import type { AlternateKind } from './alternates.plan.js';
import type { Made } from './alternate-job.js';
import { makeAlternate } from './make-alternate.js';

/**
 * Makes one file beside a finished MP3. Whatever happens to it, the MP3 stays as it is; the report says how it ended.
 * @throws what the making threw, for the log and another try.
 */
export function makeAlternateHandler(deps: PipelineDeps) {
  return async ({ revisionId, kind }: Pick<AlternatePayload, 'revisionId' | 'kind'>, run: JobRun): Promise<void> => {
    const revision = await findWaiting(deps, revisionId, kind);
    if (!revision) return;
    try {
      const file = await makeAlternate(deps, revision, kind, run.signal);
      await finish(deps, revision, file, run.signal);
    } catch (error) {
      if (run.signal.aborted) throw error;
      const isRefusal = error instanceof EstradeError && error.status < 500;
      if (isRefusal || run.isLastTry) await giveUp(deps, revision, kind, error);
      throw error;
    }
  };
}

/** When the queue gives a `media.alternate` up without having asked the handler, as after several killed workers. */
export async function onAlternateParked(deps: PipelineDeps, name: string, payload: unknown): Promise<void> {
  if (name !== alternateJob.name) return;
  const { revisionId, kind } = alternateJob.payload.parse(payload);
  const revision = await findWaiting(deps, revisionId, kind);
  if (revision) await giveUp(deps, revision, kind, new ProcessingFailed(kind));
}

/** Null when there is nothing to do: it is there, nobody wants it, or the revision has gone. */
async function findWaiting({ dataSource }: PipelineDeps, id: string, kind: AlternateKind): Promise<Revision | null> {
  const where = { id, state: 'done' as const };
  const revision = await dataSource.manager.findOne(Revision, { where, relations: { renditions: true } });
  return revision && isWaiting(revision, kind) ? revision : null;
}

function isWaiting({ report }: Revision, kind: AlternateKind): boolean {
  const { alternates = [] } = (report ?? {}) as SoundReport;
  return alternates.some((each) => each.kind === kind && each.state === 'waiting');
}

/** When the words have changed while it was made, it is given the new ones first. */
async function finish(deps: PipelineDeps, revision: Revision, made: Made, signal: AbortSignal): Promise<void> {
  let file = made;
  let words = revision.order as unknown as Words;
  for (;;) {
    const wanted = await write(deps, revision, file, words);
    if (!wanted) return;
    const { kind, durationMs, key } = file;
    if (!isSoundKind(kind)) return;
    file = { ...file, ...(await copyWithWords(deps, revision.id, { kind, durationMs, key }, wanted, signal)) };
    words = wanted;
    await deps.storage.delete(key);
  }
}

/** Answers with the words that are wanted instead, having written nothing; null: it is written, or nobody wants it any more. */
async function write(
  { dataSource, clock }: PipelineDeps,
  { id: revisionId, recordingId }: Revision,
  file: Made,
  words: Words,
): Promise<Words | null> {
  const { kind } = file;
  return dataSource.transaction(async (manager) => {
    const now = await manager.findOne(Revision, { where: { id: revisionId }, lock: { mode: 'pessimistic_write' } });
    // Another run was faster: what it wrote may have been announced, and its bytes stay (`feed:N02`).
    if (!now || !isWaiting(now, kind)) return null;
    if (isSoundKind(kind) && !hasWords(words, now)) return now.order as unknown as Words;
    await endAlternate(manager, revisionId, { kind, state: 'done', error: null });
    await addRendition(manager, revisionId, file, clock.now());
    const fact: RenditionFact = { recordingId, revisionId, kind };
    await announce(manager, renditionReady, { ...fact });
    return null;
  });
}

async function giveUp(
  { dataSource }: PipelineDeps,
  { id }: Revision,
  kind: AlternateKind,
  error: unknown,
): Promise<void> {
  const { code } = error instanceof EstradeError ? error : new ProcessingFailed(kind);
  await dataSource.transaction((manager) => endAlternate(manager, id, { kind, state: 'failed', error: code }));
}
