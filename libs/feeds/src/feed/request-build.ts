import { announceAll } from '#libs/database';
import { newId } from '#libs/kernel';
import { type Work, workFor } from '#libs/queue';
import type { EntityManager } from 'typeorm';
import { buildFeed } from './build-feed.job.js';
import type { FeedWish } from '../kind/feed-ref.plan.js';
import type { FeedKind } from './feed.entity.js';

/** Wants one more version of a feed, inside the caller's transaction, and makes it when there is none. */
export async function requestBuild(manager: EntityManager, kind: FeedKind, subjectId: string, key = ''): Promise<void> {
  await requestBuilds(manager, [{ kind, subjectId, key, isWanted: true }]);
}

/**
 * As `requestBuild` for many, in the order given, which must be the same for everybody (`joinWishes`). One that is not
 * wanted is ordered only if it is there. The orders go through the outbox, so that the worker sees the wish only when it
 * is committed.
 */
export async function requestBuilds(manager: EntityManager, wishes: readonly FeedWish[]): Promise<void> {
  if (wishes.length === 0) return;
  const orders: { feedId: string; version: number }[] = await manager.query(
    `insert into feeds (id, kind, subject_id, key, wanted_version)
     select w.id, w.kind, w.subject_id, w.key, 1
     from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::boolean[])
       with ordinality as w(id, kind, subject_id, key, is_wanted, position)
     where w.is_wanted
       or exists (select 1 from feeds f where f.kind = w.kind and f.subject_id = w.subject_id and f.key = w.key)
     order by w.position
     on conflict (kind, subject_id, key) do update set wanted_version = feeds.wanted_version + 1, updated_at = now()
     returning id as "feedId", wanted_version as version`,
    [
      wishes.map(() => newId()),
      wishes.map(({ kind }) => kind),
      wishes.map(({ subjectId }) => subjectId),
      wishes.map(({ key }) => key),
      wishes.map(({ isWanted }) => isWanted),
    ],
  );
  await announceAll(manager, buildFeed.name, orders);
}

/** The orders that rows still wait for: what a reconciler gives to a queue that was lost. */
export async function findUnbuilt(manager: Pick<EntityManager, 'query'>): Promise<Work[]> {
  const feeds: { feedId: string; version: number }[] = await manager.query(
    `select id as "feedId", wanted_version as version from feeds where built_version < wanted_version order by id`,
  );
  return feeds.map((feed) => workFor(buildFeed, feed));
}
