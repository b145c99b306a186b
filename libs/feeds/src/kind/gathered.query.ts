import { type EpisodeView, type Selection, ShowQuery } from '#libs/catalog';
import { Person } from '#libs/people';
import type { EntityManager } from 'typeorm';
import { type Gathered, pickHome } from './gathered-kinds.plan.js';

/**
 * The shows behind episodes of several. Without episodes it stands under the oldest show there is: what is unpublished
 * for an hour must not answer 410, which apps take for good. Undefined on an instance without shows.
 */
export async function readGathered(
  manager: EntityManager,
  episodes: readonly EpisodeView[],
): Promise<Gathered | undefined> {
  const ids = [...new Set(episodes.map(({ showId }) => showId))];
  const shows = await new ShowQuery(manager).byIds(ids.length ? ids : await oldestShow(manager));
  const home = pickHome(shows, episodes);
  return home && { home, shows, episodes };
}

export async function readPerson(manager: EntityManager, id: string) {
  const person = await manager.findOne(Person, { where: { id }, relations: { texts: true } });
  // Whoever turned out to be somebody else has their episodes there, and so their feed.
  if (!person || person.mergedInto !== null) return undefined;
  const { slug, name, photoKey, photoWidth, texts } = person;
  return {
    ...{ id, slug, name, photoKey, photoWidth },
    texts: texts.map(({ lang, biography }) => ({ lang, biography })),
  };
}

/** The newest episodes, out or planned, that a listener's choice takes in. */
export async function readSelected(
  manager: EntityManager,
  { showIds, personIds, tagSlugs, episodeIds }: Pick<Selection, 'showIds' | 'personIds' | 'tagSlugs' | 'episodeIds'>,
  most: number,
): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `select e.id from episodes e
     join episode_copies c on c.episode_id = e.id
       and c.kind = case when e.state = 'published' then 'released' else 'working' end
     where e.state in ('published', 'scheduled') and e.deleted_at is null and e.purged_at is null and not c.is_unlisted
       and (e.show_id = any($1::uuid[]) or e.id = any($4::uuid[]) or c.tag_slugs && $3::text[]
         or exists (select 1 from appearances a where a.copy_id = c.id and a.person_id = any($2::uuid[])))
     order by greatest(coalesce(e.scheduled_at, e.published_at), c.subscribers_until) desc, e.id desc limit $5`,
    // What is planned or expired takes a place too, so there is some room.
    [showIds, personIds, tagSlugs, episodeIds, most * 2],
  );
  return rows.map(({ id }) => id);
}

async function oldestShow(manager: EntityManager): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `select id from shows where deleted_at is null and purged_at is null order by created_at, id limit 1`,
  );
  return rows.map(({ id }) => id);
}
