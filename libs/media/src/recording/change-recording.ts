import { type Actor, NotFound } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { checkMaySend } from '../upload/upload.policy.js';
import { Recording } from './recording.entity.js';
import { Revision } from './revision.entity.js';

/**
 * One change of a recording's revisions at a time: locks it, asks whether the actor may, and hands over its revisions,
 * newest first, with their files. @throws NotFound, Forbidden
 */
export async function changeRecording<T>(
  dataSource: DataSource,
  actor: Actor,
  recordingId: string,
  work: (manager: EntityManager, revisions: readonly Revision[]) => Promise<T>,
): Promise<T> {
  return dataSource.transaction(async (manager) => {
    const recording = await manager.findOne(Recording, {
      where: { id: recordingId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!recording) throw new NotFound('This recording');
    checkMaySend(actor, recording.scope);
    // A step that is just ending holds its row; what is read below must be what it leaves.
    await manager.query('select 1 from revisions where recording_id = $1 order by id for update', [recordingId]);
    const revisions = await manager.find(Revision, {
      where: { recordingId },
      relations: { renditions: true },
      order: { number: 'desc' },
    });
    if (revisions.length === 0) throw new NotFound('This recording');
    return work(manager, revisions);
  });
}
