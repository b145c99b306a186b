import { type EntityManager, IsNull, Not } from 'typeorm';
import { saysWhat } from './file-words.plan.js';
import type { RenderOrder } from './render-order.js';
import { Revision } from './revision.entity.js';

/**
 * Freezes a revision's file in the transaction that gives it to listeners: the row stays locked until then, and
 * `media.tag` leaves released files alone, so that the bytes announced are the bytes served (`feed:N02`). The one that
 * was released before is replaced from now on. False, with nothing changed, while an unreleased file does not say yet
 * what `order` wants. `now` is the moment itself, even where the episode's date is another.
 */
export async function releaseFile(
  manager: EntityManager,
  revisionId: string,
  order: RenderOrder,
  now: Date,
): Promise<boolean> {
  const { recordingId } = (await manager.findOneBy(Revision, { id: revisionId })) ?? {};
  if (!recordingId) return true;
  // All in the one order in which they are locked everywhere.
  const revisions = await manager.find(Revision, {
    where: { recordingId },
    order: { id: 'asc' },
    lock: { mode: 'pessimistic_write' },
  });
  const revision = revisions.find(({ id }) => id === revisionId);
  if (!revision) return true;
  if (!revision.releasedAt && !saysWhat(order, revision)) return false;
  const releasedAt = revision.releasedAt ?? now;
  if (!revision.releasedAt || revision.replacedAt) {
    await manager.update(Revision, { id: revisionId }, { releasedAt, replacedAt: null });
  }
  const others = { recordingId, id: Not(revisionId), releasedAt: Not(IsNull()), replacedAt: IsNull() };
  await manager.update(Revision, others, { replacedAt: now });
  return true;
}
