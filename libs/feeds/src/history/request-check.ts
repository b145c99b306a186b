import { announce } from '#libs/database';
import { type Work, workFor } from '#libs/queue';
import type { EntityManager } from 'typeorm';
import { checkFeed } from './check-feed.job.js';

/** Wants a look at a feed, inside the caller's transaction. */
export async function requestCheck(manager: EntityManager, feedId: string, now: Date): Promise<void> {
  await manager.query(
    `insert into feed_checks (feed_id, wanted_at) values ($1, $2)
     on conflict (feed_id) do update set wanted_at = excluded.wanted_at`,
    [feedId, now],
  );
  await announce(manager, checkFeed.name, { feedId });
}

/** Looks at a time that are ordered at most. */
const atOnce = 20;

/** Feeds that should be looked at: those that have changed since the last look, and every one once a day, for files that have gone. */
export async function findUnchecked(manager: Pick<EntityManager, 'query'>, now: Date): Promise<Work[]> {
  const feeds: { feedId: string }[] = await manager.query(
    `select f.id as "feedId" from feeds f left join feed_checks c on c.feed_id = f.id
     where f.gone_at is null and f.built_version > 0 and f.kind not in ('private', 'personal')
       and (c.checked_at is null or c.wanted_at > c.checked_at or c.checked_at < $1::timestamptz - interval '1 day'
         or exists (select from feed_versions v where v.feed_id = f.id and v.valid_from > c.checked_at and v.valid_from <= $1))
     order by c.checked_at nulls first, f.id limit ${atOnce}`,
    [now],
  );
  return feeds.map((feed) => workFor(checkFeed, feed));
}
