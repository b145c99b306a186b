import { cleanLine, newId, toLanguage, toSlug } from '#libs/kernel';
import type { EntityManager, ObjectLiteral } from 'typeorm';
import { Appearance } from '../episode/appearance.entity.js';
import { Chapter } from '../episode/chapter.entity.js';
import { EpisodeCopy } from '../episode/episode-copy.entity.js';
import { EpisodeText } from '../episode/episode-text.entity.js';
import { Episode } from '../episode/episode.entity.js';
import { cleanNotes } from '../note/notes.js';
import type { Show } from '../show/show.entity.js';
import type { ImportedEpisode } from './imported-episode.js';
import { findOrCreatePeople } from './imported-people.js';

/** Writes drafts with all that a feed says of them, in few queries however many there are; gives their ids in order. */
export async function insertDrafts(
  manager: EntityManager,
  show: Show,
  given: readonly ImportedEpisode[],
): Promise<string[]> {
  const personOf = await findOrCreatePeople(
    manager,
    given.flatMap(({ people }) => people),
  );
  const drafts = given.map((episode) => ({ episode, id: newId(), copyId: newId() }));
  await insertAll(
    manager,
    Episode,
    drafts.map(({ id, episode: { guid } }) => ({ id, showId: show.id, eventId: null, guid, state: 'draft' })),
  );
  await insertAll(
    manager,
    EpisodeCopy,
    drafts.map(({ id, copyId, episode }) => toCopy(id, copyId, episode, show)),
  );
  const lang = toLanguage(show.language);
  await insertAll(
    manager,
    EpisodeText,
    drafts.map(({ copyId, episode: { title, summary, notes } }) => ({
      ...{ copyId, lang, summary },
      title: cleanLine(title),
      notes: cleanNotes(notes),
    })),
  );
  await insertAll(
    manager,
    Chapter,
    drafts.flatMap(({ copyId, episode: { chapters } }) =>
      chapters.map((chapter, position) => ({ ...chapter, id: newId(), copyId, position, anchor: null })),
    ),
  );
  await insertAll(
    manager,
    Appearance,
    drafts.flatMap(({ copyId, episode }) => toAppearances(copyId, episode, personOf)),
  );
  return drafts.map(({ id }) => id);
}

function toCopy(episodeId: string, id: string, given: ImportedEpisode, { language }: Show) {
  const tags = new Map(given.tags.map((tag) => [toSlug(tag, ''), cleanLine(tag)]));
  tags.delete('');
  const { type, number, season, explicit, recordedOn, feed } = given;
  return {
    ...{ id, episodeId, kind: 'working', language, type, number, season, explicit, recordedOn, feed },
    ...{ tags: [...tags.values()], tagSlugs: [...tags.keys()], proposals: {}, proposedNames: [] },
  };
}

/** Each person once, in the role that comes first. */
function toAppearances(copyId: string, { people }: ImportedEpisode, personOf: ReadonlyMap<string, string>) {
  const roles = new Map<string, ImportedEpisode['people'][number]['role']>();
  for (const { name, role } of people) {
    const personId = personOf.get(name);
    if (personId && !roles.has(personId)) roles.set(personId, role);
  }
  return [...roles]
    .slice(0, 50)
    .map(([personId, role], position) => ({ id: newId(), copyId, personId, position, role, organisation: '' }));
}

async function insertAll(
  manager: EntityManager,
  entity: new () => ObjectLiteral,
  rows: readonly ObjectLiteral[],
): Promise<void> {
  if (rows.length) await manager.insert(entity, rows as never[]);
}
