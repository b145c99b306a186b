import type { EntityManager } from 'typeorm';
import { saysWhat } from './file-words.plan.js';
import type { RenderOrder } from './render-order.js';
import { Revision } from './revision.entity.js';

/**
 * Freezes a revision's file in the transaction that gives it to listeners: the row stays locked until then, and
 * `media.tag` leaves released files alone, so that the bytes announced are the bytes served (`feed:N02`). False, with
 * nothing changed, while an unreleased file does not say yet what `order` wants.
 */
export async function releaseFile(
  manager: EntityManager,
  revisionId: string,
  order: RenderOrder,
  now: Date,
): Promise<boolean> {
  const revision = await manager.findOne(Revision, { where: { id: revisionId }, lock: { mode: 'pessimistic_write' } });
  if (!revision || revision.releasedAt) return true;
  if (!saysWhat(order, revision)) return false;
  await manager.update(Revision, { id: revisionId }, { releasedAt: now });
  return true;
}
