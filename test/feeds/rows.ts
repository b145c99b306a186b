import { newGuid, newId } from '#libs/kernel';
import { openDataSource } from '#libs/database';
import {
  catalogEntities,
  Appearance,
  AppearanceText,
  Episode,
  EpisodeAddress,
  EpisodeCopy,
  EpisodeText,
  Event,
  EventText,
  Show,
  ShowText,
} from '#libs/catalog';
import { feedsEntities } from '#libs/feeds';
import { mediaEntities, Recording, Rendition, Revision } from '#libs/media';
import { peopleEntities, Person } from '#libs/people';
import type { DataSource, DeepPartial } from 'typeorm';

/** A data source that knows what feeds are made of. */
export function openFeedsDataSource(url: string): Promise<DataSource> {
  return openDataSource(url, [...peopleEntities, ...mediaEntities, ...catalogEntities, ...feedsEntities]);
}

/** A show with a cover. Straight into the rows: what these tests are about comes after publishing. */
export async function insertShow(db: DataSource, changes: DeepPartial<Show> = {}): Promise<Show> {
  const id = newId();
  const show = await db.getRepository(Show).save({
    id,
    slug: `show-${id.slice(-6)}`,
    language: 'en',
    category: 'Technology',
    author: 'Sam',
    ownerEmail: 'sam@show.example',
    coverKey: `image/${id}.jpg`,
    podcastGuid: 'b32d2de5-3a4e-5f0c-9a4f-0c0f0f9f3d11',
    ...changes,
  });
  await db.getRepository(ShowText).save({ showId: id, lang: 'en', title: 'A show', description: 'About it.' });
  return show as Show;
}

export async function insertEvent(db: DataSource, showId: string): Promise<Event> {
  const id = newId();
  const event = {
    id,
    showId,
    slug: `event-${id.slice(-6)}`,
    startsOn: '2026-06-10',
    endsOn: '2026-06-12',
    timeZone: 'Europe/Paris',
  };
  await db.getRepository(Event).save(event);
  await db.getRepository(EventText).save({ eventId: id, lang: 'en', name: 'A conference' });
  return event as Event;
}

export interface NewEpisode {
  title?: string;
  state?: Episode['state'];
  eventId?: string | null;
  personId?: string;
}

/** An episode with a released copy that plays a file of 4,242 bytes. */
export async function insertEpisode(
  db: DataSource,
  showId: string,
  { title = 'An episode', state = 'published', eventId = null, personId }: NewEpisode = {},
): Promise<string> {
  const [id, copyId, recordingId, revisionId] = [newId(), newId(), newId(), newId()];
  await db.getRepository(Recording).save({ id: recordingId, scope: id });
  await db.getRepository(Revision).save({ id: revisionId, recordingId, number: 1, state: 'done', step: 'verify' });
  await db.getRepository(Rendition).save({
    id: newId(),
    revisionId,
    kind: 'mp3',
    key: `media/${id}.mp3`,
    mime: 'audio/mpeg',
    bytes: 4242,
    durationMs: 61_000,
    bitrate: 128,
    sha256: '0'.repeat(64),
  });
  await db
    .getRepository(Episode)
    .save({ id, showId, eventId, guid: newGuid(), recordingId, state, publishedAt: new Date('2026-05-12T11:00:00Z') });
  await db
    .getRepository(EpisodeCopy)
    .save({ id: copyId, episodeId: id, kind: 'released', language: 'en', number: 1, revisionId });
  await db.getRepository(EpisodeText).save({ copyId, lang: 'en', title, summary: 'Short.', notes: 'Some *notes*.' });
  await db.getRepository(EpisodeAddress).save({
    id: newId(),
    episodeId: id,
    parentId: eventId ?? showId,
    lang: 'en',
    slug: `slug-${id.slice(-6)}`,
    isCurrent: true,
  });
  if (personId) {
    const appearanceId = newId();
    await db
      .getRepository(Appearance)
      .save({ id: appearanceId, copyId, personId, position: 0, role: 'guest', organisation: 'X' });
    await db.getRepository(AppearanceText).save({ appearanceId, lang: 'en', title: 'Director', disclaimer: '' });
  }
  return id;
}

export async function insertPerson(db: DataSource, name: string): Promise<string> {
  const id = newId();
  await db.getRepository(Person).save({ id, slug: `person-${id.slice(-6)}`, name, sortName: name });
  return id;
}
