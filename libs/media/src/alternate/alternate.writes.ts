import { announce } from '#libs/database';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { Recording } from '../recording/recording.entity.js';
import { Revision, type Urgency } from '../recording/revision.entity.js';
import { notifyProgress } from '../recording/revision.writes.js';
import type { AlternateState, SoundReport } from '../recording/sound-report.js';
import { type AlternateKind, readyToMake, withAlternate } from './alternates.plan.js';

/** What a job `media.alternate` is about. `scope`: whose turn it uses. */
export interface AlternatePayload {
  readonly revisionId: string;
  readonly kind: AlternateKind;
  readonly scope: string;
  readonly urgency: Urgency;
}

/** Announces the work on files beside the MP3. */
export async function announceAlternates(
  manager: EntityManager,
  { id: revisionId, recordingId, urgency }: Pick<Revision, 'id' | 'recordingId' | 'urgency'>,
  kinds: readonly AlternateKind[],
): Promise<void> {
  if (kinds.length === 0) return;
  const { scope } = await manager.findOneByOrFail(Recording, { id: recordingId });
  for (const kind of kinds) {
    const payload: AlternatePayload = { revisionId, kind, scope, urgency };
    await announce(manager, 'media.alternate', { ...payload });
  }
}

/** Writes how one of them ended, and lets the next one begin that waited for it. Inside the caller's transaction. */
export async function endAlternate(
  manager: EntityManager,
  revisionId: string,
  ended: AlternateState,
): Promise<boolean> {
  const revision = await manager.findOne(Revision, { where: { id: revisionId }, lock: { mode: 'pessimistic_write' } });
  if (!revision) return false;
  const before = (revision.report ?? {}) as SoundReport;
  const report = withAlternate(before, ended);
  await manager.update(Revision, { id: revisionId }, { report } as QueryDeepPartialEntity<Revision>);
  const known = readyToMake(before.alternates ?? []);
  const ready = readyToMake(report.alternates ?? []);
  await announceAlternates(
    manager,
    revision,
    ready.filter((kind) => !known.includes(kind)),
  );
  await notifyProgress(manager, revision);
  return true;
}
