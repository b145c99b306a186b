import { announce } from '#libs/database';
import type { EntityManager } from 'typeorm';
import type { PushSubject, PushTargets } from './push.policy.js';
import { sendPush } from './push.job.js';
import { requestPushes } from './request-pushes.js';

/**
 * Tells everybody now, as a person asked for it: what waits for its next try does not wait any longer, and nobody has
 * to wait for a change. Answers how many targets are told.
 */
export async function pushAgain(manager: EntityManager, subject: PushSubject, targets: PushTargets): Promise<number> {
  const told = await requestPushes(manager, subject, targets);
  if (told === 0) return 0;
  const waiting: { id: string; changes: number }[] = await manager.query(
    `select id, changes from pushes where feed_id = $1 and state = 'waiting' and changes > 1`,
    [subject.feedId],
  );
  for (const { id, changes } of waiting) {
    await announce(manager, sendPush.name, { pushId: id, round: changes });
  }
  return told;
}
