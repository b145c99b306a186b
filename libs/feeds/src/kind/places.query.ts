import type { EntityManager } from 'typeorm';
import type { Place } from './feed-ref.plan.js';

/** Which episodes; what is given must hold. */
export interface PlacesOf {
  episodeIds?: readonly string[];
  showId?: string;
  eventId?: string;
  seriesId?: string;
  personId?: string;
}

/**
 * Where episodes stand by their released copy, whatever became of them since, and by the working copy of what is planned:
 * an episode may have two.
 */
export async function readPlaces(
  manager: Pick<EntityManager, 'query'>,
  { episodeIds, showId, eventId, seriesId, personId }: PlacesOf,
): Promise<Place[]> {
  return manager.query(
    `select e.id as "episodeId", e.show_id as "showId", e.event_id as "eventId", c.season, c.series_id as "seriesId",
       split_part(lower(c.language), '-', 1) as language, c.track, c.tag_slugs as "tagSlugs",
       ${isOut} as "isOut",
       exists (select 1 from renditions r where r.revision_id = c.revision_id and r.kind = 'video') as "hasVideo",
       array(select distinct a.person_id from appearances a where a.copy_id = c.id) as "personIds"
     from episodes e
     join shows s on s.id = e.show_id
     join episode_copies c on c.episode_id = e.id and (c.kind = 'released' or e.state = 'scheduled')
     where ($1::uuid[] is null or e.id = any($1::uuid[])) and ($2::uuid is null or e.show_id = $2)
       and ($3::uuid is null or e.event_id = $3) and ($4::uuid is null or exists (
         select 1 from episode_copies x where x.episode_id = e.id and x.series_id = $4))
       and ($5::uuid is null or exists (
         select 1 from episode_copies x join appearances a on a.copy_id = x.id
         where x.episode_id = e.id and a.person_id = $5))
     order by e.id`,
    [episodeIds ?? null, showId ?? null, eventId ?? null, seriesId ?? null, personId ?? null],
  );
}

/** The languages in which something is out, by show. */
export async function readLanguages(
  manager: Pick<EntityManager, 'query'>,
  showIds: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const rows: { showId: string; languages: string[] }[] = await manager.query(
    `select e.show_id as "showId", array_agg(distinct split_part(lower(c.language), '-', 1)) as languages
     from episodes e join shows s on s.id = e.show_id
     join episode_copies c on c.episode_id = e.id and c.kind = 'released'
     where e.show_id = any($1::uuid[]) and ${isOut} group by e.show_id`,
    [showIds],
  );
  return new Map(rows.map(({ showId, languages }) => [showId, new Set(languages)]));
}

const isOut = `(c.kind = 'released' and e.state = 'published' and e.deleted_at is null and s.deleted_at is null and not c.is_unlisted
  and (c.subscribers_until is null or c.subscribers_until <= now()) and (c.expires_at is null or c.expires_at > now()))`;
