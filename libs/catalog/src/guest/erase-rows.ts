import { announce, notify } from '#libs/database';
import { announcePerson, erasePhoto, Person } from '#libs/people';
import { type EntityManager, In } from 'typeorm';
import { announceHighlights } from '../clip/highlights.facts.js';
import { Episode } from '../episode/episode.entity.js';
import { announceEdit, announceEpisode } from '../episode/episode.facts.js';
import { guestLinkChanged } from '../guest-link/guest-link-log.js';
import { announceShow } from '../show/show.facts.js';
import { announceErased } from './erase-person.facts.js';
import { eraseSpeakers } from './erase-speakers.js';

/** Where a person is, so that it can be told once they are gone. */
export interface Reach {
  episodeIds: string[];
  showIds: string[];
  linkIds: string[];
}

/** The record and all that were merged into it, directly or not. */
export async function withMerged(manager: EntityManager, personId: string): Promise<Person[]> {
  const rows: { id: string }[] = await manager.query(
    `with recursive same(id) as (select $1::uuid union select p.id from persons p join same on p.merged_into = same.id)
     select p.id from persons p join same on same.id = p.id order by p.id for update of p`,
    [personId],
  );
  return manager.findBy(Person, { id: In(rows.map(({ id }) => id)) });
}

export async function readReach(manager: Pick<EntityManager, 'query'>, ids: readonly string[]): Promise<Reach> {
  const read = async (sql: string) => ((await manager.query(sql, [ids])) as { id: string }[]).map(({ id }) => id);
  return {
    episodeIds: await read(
      `select c.episode_id as id from appearances a join episode_copies c on c.id = a.copy_id where a.person_id = any($1::uuid[])
       union select episode_id from guest_links where person_id = any($1::uuid[])
       union select episode_id from quotes where person_id = any($1::uuid[])
       union select episode_id from clips where person_ids && $1::uuid[] order by id`,
    ),
    showIds: await read('select id from shows where host_ids && $1::uuid[] order by id'),
    linkIds: await read('select id from guest_links where person_id = any($1::uuid[]) order by id'),
  };
}

/**
 * Deletes the records and all that hangs on them: profiles, former addresses, appearances, links with their consents and
 * corrections, quotes, clips in which they are heard. What was kept of edits that named them goes too.
 */
export async function eraseRows(
  manager: EntityManager,
  persons: readonly Person[],
  { episodeIds }: Reach,
  now: Date,
): Promise<void> {
  const ids = persons.map(({ id }) => id);
  const names = persons.map(({ name }) => name);
  await eraseUnwanted(manager, ids);
  await eraseSpeakers(manager, episodeIds, { ids, names }, now);
  await manager.query('delete from appearances where person_id = any($1::uuid[])', [ids]);
  await manager.query('delete from clips where person_ids && $1::uuid[]', [ids]);
  await manager.query(
    `delete from episode_changes where episode_id = any($1::uuid[]) and exists (
       select 1 from unnest($2::text[]) word where position(lower(word) in lower(concat(before::text, after::text))) > 0)`,
    [episodeIds, [...ids, ...names]],
  );
  for (const { id, name } of persons) {
    await manager.query('update shows set host_ids = array_remove(host_ids, $1) where $1 = any(host_ids)', [id]);
    await manager.query('update selections set person_ids = array_remove(person_ids, $1) where $1 = any(person_ids)', [
      id,
    ]);
    await manager.query(
      `update episode_copies set proposed_names = array_remove(proposed_names, $1)
       where episode_id = any($2::uuid[]) and $1 = any(proposed_names)`,
      [name, episodeIds],
    );
  }
  await manager.query('delete from persons where id = any($1::uuid[])', [ids]);
}

/** What they said no to in writing does not come back because nobody is left who says no. */
async function eraseUnwanted(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query(`delete from transcripts t ${unwanted('t.copy_id', 't.lang')}`, [ids]);
}

/** Transcripts that one of these persons did not want to be read, or not as a translation (`ux:G-03`). */
export function unwanted(copyId: string, lang: string): string {
  return `where exists (select 1 from episode_copies c join guest_links l on l.episode_id = c.episode_id
    where c.id = ${copyId} and l.person_id = any($1::uuid[]) and (
      l.state = 'withdrawn' or l.consents->>'transcript' = 'false' or (l.consents->>'translation' = 'false'
        and split_part(lower(${lang}), '-', 1) <> split_part(lower(c.language), '-', 1))))`;
}

/** Pages, feeds, cards, kits, clips, searches and files: everything that showed them hears that they are gone. */
export async function tellErased(
  manager: EntityManager,
  persons: readonly Person[],
  { episodeIds, showIds, linkIds }: Reach,
): Promise<void> {
  for (const { id, photoKey } of persons) {
    if (photoKey) await announce(manager, erasePhoto.name, { key: photoKey });
    await announcePerson(manager, id);
    await announceErased(manager, { personId: id, episodeIds, showIds });
  }
  for (const linkId of linkIds) {
    await announce(manager, guestLinkChanged, { linkId });
    await notify(manager, 'estrade_guest_links', { linkId });
  }
  for (const episode of await manager.findBy(Episode, { id: In(episodeIds) })) {
    await announceEdit(manager, episode);
    await announceHighlights(manager, episode);
    if (episode.state === 'published') await announceEpisode(manager, 'updated', episode);
  }
  for (const showId of showIds) await announceShow(manager, 'changed', showId);
}
