import { newId } from '#libs/kernel';
import { type EntityManager, In, type QueryDeepPartialEntity } from 'typeorm';
import { Recording } from './recording.entity.js';
import { Revision } from './revision.entity.js';
import { pickBase } from './revision.state.js';

/**
 * The next revision of a recording, in the caller's transaction, which locks the recording. Work that still runs on an
 * older one is cancelled, as its result would not be used.
 */
export async function addNextRevision(
  manager: EntityManager,
  recordingId: string,
  given: Partial<Revision>,
  now: Date,
  id: string = newId(now.getTime()),
): Promise<Revision> {
  await manager.findOneOrFail(Recording, { where: { id: recordingId }, lock: { mode: 'pessimistic_write' } });
  await manager.update(
    Revision,
    { recordingId, state: In(['waiting', 'running']) },
    { state: 'cancelled', progress: null, finishedAt: now },
  );
  const number = ((await manager.maximum(Revision, 'number', { recordingId })) ?? 0) + 1;
  const row: Partial<Revision> = { state: 'waiting', step: 'probe', progress: null, ...given, id, recordingId, number };
  await manager.insert(Revision, row as QueryDeepPartialEntity<Revision>);
  return manager.findOneByOrFail(Revision, { id });
}

/** The revision on whose recording another one is based; null when there is none. */
export async function findBase(manager: EntityManager, recordingId: string): Promise<Revision | null> {
  return pickBase(await manager.find(Revision, { where: { recordingId }, order: { number: 'desc' } }));
}

/** The recording itself, as another revision of it takes it over: the same original and tracks, and what is known of them. */
export function sameRecording(base: Revision): Partial<Revision> {
  const { uploadId, originalKey, originalName, originalSha256, originalBytes, tracks, probe, analysisKey } = base;
  const { before, findings } = (base.report ?? {}) as { before?: { durationMs: number }; findings?: unknown };
  return {
    ...{ uploadId, originalKey, originalName, originalSha256, originalBytes, tracks, probe, analysisKey },
    basedOnId: base.id,
    durationMs: before?.durationMs ?? null,
    report: before ? { before, findings } : null,
    waveform: base.waveform?.['before'] ? { before: base.waveform['before'] } : null,
  };
}
