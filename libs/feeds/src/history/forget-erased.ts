import type { PersonErasedFact } from '#libs/catalog';
import { notify } from '#libs/database';
import type { EntityManager } from 'typeorm';
import { feedsChannel } from '../feed/feed.facts.js';
import { requestBuilds } from '../feed/request-build.js';
import type { Feed } from '../feed/feed.entity.js';
import { type FeedRef, joinWishes } from '../kind/feed-ref.plan.js';

/**
 * A person was erased: their own feed goes with everything it ever said, and every feed that could have named them keeps
 * nothing of what it said before its next build.
 */
export async function forgetErased(
  manager: EntityManager,
  { personId, episodeIds, showIds }: PersonErasedFact,
): Promise<void> {
  const [gone]: [{ id: string; path: string | null }[], number] = await manager.query(
    `delete from feeds where kind = 'person' and subject_id = $1 returning id, path`,
    [personId],
  );
  for (const { id: feedId, path } of gone) await notify(manager, feedsChannel, { feedId, path });
  const refs: FeedRef[] = await manager.query(
    `with places as (
       select distinct p->>'kind' as kind, (p->>'subjectId')::uuid as subject_id, p->>'key' as key
       from episode_places e, jsonb_array_elements(e.feeds) p where e.episode_id = any($1::uuid[])),
     shows as (select unnest($2::uuid[]) as id union select show_id from episodes where id = any($1::uuid[]))
     select f.kind, f.subject_id as "subjectId", f.key from feeds f
     where (f.kind, f.subject_id, f.key) in (select kind, subject_id, key from places)
       or f.subject_id in (select id from shows) or f.kind = 'personal'
       or f.subject_id in (select id from series where show_id in (select id from shows))
       or f.subject_id in (select id from events where show_id in (select id from shows))`,
    [episodeIds, showIds],
  );
  await requestBuilds(manager, joinWishes(refs.map((ref) => ({ ...ref, isWanted: false }))));
  await manager.query(
    `update feeds f set forget_version = f.wanted_version
     from unnest($1::text[], $2::uuid[], $3::text[]) as w(kind, subject_id, key)
     where f.kind = w.kind and f.subject_id = w.subject_id and f.key = w.key`,
    [refs.map(({ kind }) => kind), refs.map(({ subjectId }) => subjectId), refs.map(({ key }) => key)],
  );
}

/** Once what was wanted then is built: only what is served now, and what is planned, stays. */
export async function forgetFormer(manager: EntityManager, feed: Feed, now: Date): Promise<void> {
  const { id, forgetVersion, wantedVersion } = feed;
  if (forgetVersion === 0 || wantedVersion < forgetVersion) return;
  await manager.query(
    `delete from feed_versions where feed_id = $1 and valid_from <= $2 and (version, valid_from) not in (
       select version, valid_from from feed_versions where feed_id = $1 and valid_from <= $2
       order by valid_from desc, version desc limit 1)`,
    [id, now],
  );
  await manager.query('update feeds set forget_version = 0 where id = $1 and forget_version = $2', [id, forgetVersion]);
}
