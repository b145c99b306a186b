import type { Audience } from './listing.plan.js';

/** Which episodes a list is about; what is given must all hold. */
export interface ListingWhere {
  showId?: string;
  eventId?: string;
  seriesId?: string;
  season?: number;
  /** Spoken language: `fr` is also `fr-CA`. */
  language?: string;
  /** The address segment of a track of the event's programme. */
  track?: string;
  /** Who appears in it. */
  personId?: string;
  tagSlug?: string;
  episodeIds?: readonly string[];
  /** With a film beside the sound. */
  hasVideo?: boolean;
  /** Also what is reached by its link only. */
  withUnlisted?: boolean;
}

/** A query's text from `from` on, with its parameters: rows `e` (episode) and `c` (the copy that readers get). */
export interface ListingSql {
  text: string;
  parameters: unknown[];
}

/**
 * Published or planned, neither episode nor show deleted; `c` is the released copy, or the working one of what is only
 * planned. `track` is left to the caller: a segment is made from words in JavaScript.
 */
export function toListingSql(where: ListingWhere): ListingSql {
  const parameters: unknown[] = [];
  const conditions = [`e.state in ('published', 'scheduled') and e.deleted_at is null and e.purged_at is null`];
  if (!where.withUnlisted) conditions.push('not c.is_unlisted');
  for (const [name, make] of Object.entries(makers)) {
    const value = where[name as keyof typeof makers];
    if (value === undefined || value === false) continue;
    if (value !== true) parameters.push(value);
    conditions.push(make(`$${parameters.length}`));
  }
  const text = `from episodes e
    join shows s on s.id = e.show_id and s.deleted_at is null and s.purged_at is null
    join episode_copies c on c.episode_id = e.id
      and c.kind = case when e.state = 'published' then 'released' else 'working' end
    where ${conditions.join(' and ')}`;
  return { text, parameters };
}

const makers: Record<Exclude<keyof ListingWhere, 'track' | 'withUnlisted'>, (value: string) => string> = {
  showId: (value) => `e.show_id = ${value}`,
  eventId: (value) => `e.event_id = ${value}`,
  seriesId: (value) => `c.series_id = ${value}`,
  season: (value) => `c.season = ${value}`,
  language: (value) => `split_part(lower(c.language), '-', 1) = split_part(lower(${value}), '-', 1)`,
  personId: (value) => `exists (select 1 from appearances a where a.copy_id = c.id and a.person_id = ${value})`,
  tagSlug: (value) => `c.tag_slugs @> array[${value}::text]`,
  episodeIds: (value) => `e.id = any(${value}::uuid[])`,
  hasVideo: () =>
    `exists (select 1 from renditions r where r.revision_id = c.revision_id and r.kind in ('video', 'hls'))`,
};

/**
 * The condition under which a released copy `copy` is listed for an audience at `$n`: not expired, open to it, and not
 * reached by its link only. For queries that only count or look up.
 */
export function isOpenSql(copy: string, at: string, audience: Audience = 'public'): string {
  return `${isReachableSql(copy, at, audience)} and not ${copy}.is_unlisted`;
}

/** As `isOpenSql`, also for what is reached by its link only. */
export function isReachableSql(copy: string, at: string, audience: Audience = 'public'): string {
  const isOpen = `(${copy}.expires_at is null or ${copy}.expires_at > ${at})`;
  if (audience === 'subscribers') return isOpen;
  return `${isOpen} and (${copy}.subscribers_until is null or ${copy}.subscribers_until <= ${at})`;
}
