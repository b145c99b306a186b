import { announce } from '#libs/database';
import { newId } from '#libs/kernel';
import { type Work, workFor } from '#libs/queue';
import type { EntityManager } from 'typeorm';
import { type PushSubject, type PushTargets, type Target, targetsOf, whyNotPushed } from './push.policy.js';
import { sendPush } from './push.job.js';

/** Pushes of a feed that are kept to be looked at. */
const kept = 100;

/**
 * Wants everybody told that the feed has changed, inside the caller's transaction: a row for each target, or one more
 * change for the row that waits already. Nothing where nobody may be told. Answers how many targets are told.
 */
export async function requestPushes(
  manager: EntityManager,
  subject: PushSubject,
  targets: PushTargets,
): Promise<number> {
  if (whyNotPushed(subject, targets)) return 0;
  const each = targetsOf(subject, targets);
  for (const target of each) await request(manager, subject, target);
  await manager.query(
    `delete from pushes where feed_id = $1 and state <> 'waiting' and id not in
     (select id from pushes where feed_id = $1 order by created_at desc, id desc limit ${kept})`,
    [subject.feedId],
  );
  return each.length;
}

async function request(manager: EntityManager, { feedId, url, medium }: PushSubject, target: Target): Promise<void> {
  const [push]: [{ id: string; changes: number }] = await manager.query(
    `insert into pushes (id, feed_id, target, address, topic, medium) values ($1, $2, $3, $4, $5, $6)
     on conflict (feed_id, address) where state = 'waiting'
     do update set changes = pushes.changes + 1, topic = excluded.topic, medium = excluded.medium
     returning id, changes`,
    [newId(), feedId, target.target, target.address, url, medium],
  );
  // One that waits has its order already, and its pauses: a hub that is down is not asked more often for many changes.
  if (push.changes === 1) await announce(manager, sendPush.name, { pushId: push.id, round: 1 });
}

/** The orders that rows still wait for: what a reconciler gives to a queue that was lost. */
export async function findUnsent(manager: Pick<EntityManager, 'query'>): Promise<Work[]> {
  const pushes: { pushId: string; round: number }[] = await manager.query(
    `select id as "pushId", changes as round from pushes
     where state = 'waiting' and coalesce(tried_at, created_at) < now() - interval '45 minutes' order by id`,
  );
  return pushes.map((push) => workFor(sendPush, push));
}
