import { announce } from '#libs/database';
import { newId } from '#libs/kernel';
import { type Work, workFor } from '#libs/queue';
import type { EntityManager } from 'typeorm';
import { buildFeed } from './build-feed.job.js';
import type { FeedKind } from './feed.entity.js';

/**
 * Wants one more version of a feed, inside the caller's transaction. The order for it goes through the outbox, so that
 * the worker sees the wish only when it is committed.
 */
export async function requestBuild(manager: EntityManager, kind: FeedKind, subjectId: string): Promise<void> {
  const [feed]: [{ id: string; version: number }] = await manager.query(
    `insert into feeds (id, kind, subject_id, wanted_version) values ($1, $2, $3, 1)
     on conflict (kind, subject_id, key) do update set wanted_version = feeds.wanted_version + 1, updated_at = now()
     returning id, wanted_version as version`,
    [newId(), kind, subjectId],
  );
  await announce(manager, buildFeed.name, { feedId: feed.id, version: feed.version });
}

/** The orders that rows still wait for: what a reconciler gives to a queue that was lost. */
export async function findUnbuilt(manager: Pick<EntityManager, 'query'>): Promise<Work[]> {
  const feeds: { feedId: string; version: number }[] = await manager.query(
    `select id as "feedId", wanted_version as version from feeds where built_version < wanted_version order by id`,
  );
  return feeds.map((feed) => workFor(buildFeed, feed));
}
