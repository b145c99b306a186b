import { announce, notify } from '#libs/database';
import { type EstradeError, newId } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { UploadPurpose } from '../upload/upload.entity.js';
import { addNextRevision, findBase, sameRecording } from './next-revision.js';
import { assetFailed, type ProgressMessage, progressChannel } from './recording.facts.js';
import { type Lane, laneOf } from './lane.plan.js';
import { Recording } from './recording.entity.js';
import { Revision, type Urgency } from './revision.entity.js';
import type { WorkStep } from './revision.state.js';

/** What a job of the chain is about; part of its key, so that a new attempt is a new job. */
export interface StepPayload {
  readonly revisionId: string;
  readonly attempt: number;
  /** By the length of the recording, as far as it is known. */
  readonly lane: Lane;
  readonly urgency: Urgency;
  /** The recording's, for the turns that shows take. */
  readonly scope: string;
}

/** A stored original, ready to be worked on. */
interface StoredOriginal {
  readonly id: string;
  readonly recordingId: string | null;
  readonly key: string;
  readonly fileName: string;
  readonly totalBytes: number;
  readonly sha256: string | null;
  readonly purpose: UploadPurpose;
}

/** A new, empty recording of a scope, inside the caller's transaction. */
export function addRecording(manager: EntityManager, scope: string, now: Date): Promise<Recording> {
  return manager.save(Recording, { id: newId(now.getTime()), scope });
}

/**
 * The revision of a file that has just arrived; work that still runs on an older one is cancelled. A track sounds
 * together with the recording that is there; where there is none, it is the recording.
 */
export async function addRevision(manager: EntityManager, original: StoredOriginal, now: Date): Promise<Revision> {
  const recordingId = original.recordingId!;
  await manager.findOneOrFail(Recording, { where: { id: recordingId }, lock: { mode: 'pessimistic_write' } });
  const base = original.purpose === 'track' ? await findBase(manager, recordingId) : null;
  if (base) {
    const { key, fileName: name } = original;
    const tracks = [...base.tracks, { key, name, probe: null, delayMs: 0, gainDb: null }];
    // Without the analysis, which is that of fewer tracks: a track that cannot be read is not taken over by others.
    const given = { ...sameRecording(base), tracks, analysisKey: null, step: 'probe' as const };
    return addNextRevision(manager, recordingId, given, now);
  }
  const given = {
    ...{ uploadId: original.id, originalKey: original.key, originalName: original.fileName },
    ...{ originalSha256: original.sha256, originalBytes: original.totalBytes },
  };
  return addNextRevision(manager, recordingId, given, now);
}

/**
 * Ends a revision without a result: its row says why in one sentence's code, and whoever listens above is told. One
 * that is done has its result and keeps it, whatever becomes of its job.
 */
export async function failRevision(
  manager: EntityManager,
  revisionId: string,
  { code, params }: Pick<EstradeError, 'code' | 'params'>,
  now: Date,
): Promise<void> {
  const revision = await manager.findOne(Revision, {
    where: { id: revisionId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!revision || revision.state === 'failed' || revision.state === 'done') return;
  await manager.update(
    Revision,
    { id: revisionId },
    { state: 'failed', errorCode: code, errorParams: params, progress: null, finishedAt: now },
  );
  await announce(manager, assetFailed, { recordingId: revision.recordingId, revisionId });
  await notifyProgress(manager, revision);
}

/** Announces the job of a step, in the transaction that made it the next one. Lane and urgency are the row's. */
export async function announceStep(
  manager: EntityManager,
  step: WorkStep,
  asked: Pick<StepPayload, 'revisionId' | 'attempt'>,
): Promise<void> {
  const payload = await readStepPayload(manager, asked);
  if (payload) await announce(manager, `media.${step}`, { ...payload });
}

/** What the job of a revision's step is told; null when the revision is gone. */
export async function readStepPayload(
  manager: EntityManager,
  { revisionId, attempt }: Pick<StepPayload, 'revisionId' | 'attempt'>,
): Promise<StepPayload | null> {
  const revision = await manager.findOne(Revision, { where: { id: revisionId }, relations: { recording: true } });
  if (!revision) return null;
  const { urgency, recording } = revision;
  return { revisionId, attempt, lane: laneOf(revision), urgency, scope: recording.scope };
}

/** Tells whoever shows progress to read the row again. */
export async function notifyProgress(
  manager: EntityManager,
  { id, recordingId, uploadId }: Pick<Revision, 'id' | 'recordingId' | 'uploadId'>,
): Promise<void> {
  const { scope } = await manager.findOneByOrFail(Recording, { id: recordingId });
  const message: ProgressMessage = { scope, recordingId, revisionId: id, uploadId };
  await notify(manager, progressChannel, { ...message });
}
