import {
  type Addresses,
  type BasicsForm,
  type DraftForm,
  Episode,
  Event,
  type NewEvent,
  type NewShow,
  Show,
  type TextForm,
} from '#libs/catalog';
import { newId, system } from '#libs/kernel';
import { Person, type PersonForm, PersonsService } from '#libs/people';
import type { DataSource } from 'typeorm';
import { aRevision, type RevisionGiven } from './media.js';
import { aCatalog, TestClock } from './world.js';

const anywhere = (addresses: Addresses | undefined) =>
  addresses ??
  ({
    showFeed: (s: string) => `https://estrade.example.org/${s}/feed.xml`,
    eventFeed: (s: string) => `https://estrade.example.org/e/${s}/feed.xml`,
  } as Addresses);

/** A show with a cover, in Canadian French, about management. */
export async function aShow(db: DataSource, given: Partial<NewShow> & { withoutCover?: boolean } = {}): Promise<Show> {
  const { withoutCover, ...form } = given;
  const { shows } = aCatalog(db, new TestClock(), anywhere(undefined));
  const show = await shows.create(system, {
    title: 'Des dates plutôt que des logos',
    language: 'fr-CA',
    category: 'Business',
    subcategory: 'Management',
    description: 'Le marketing, sans détour.',
    author: 'Atelier Nord',
    ownerEmail: 'atelier@example.org',
    ...form,
  });
  return withoutCover ? show : shows.replaceCover(system, show.id, new Uint8Array());
}

/** A person of this name. */
export async function aPerson(db: DataSource, name = 'Jean Tremblay', given: PersonForm = {}): Promise<Person> {
  const photos = { acceptPhoto: async () => ({ key: `image/${newId()}.jpg` }) };
  return new PersonsService(db, photos).create(system, { ...given, name });
}

/** A conference of two days in Montréal. */
export async function anEvent(db: DataSource, show: Show, given: Partial<NewEvent> = {}): Promise<Event> {
  return aCatalog(db, new TestClock(), anywhere(undefined)).events.create(system, show.id, {
    name: 'Journée du numérique 2026',
    startsOn: '2026-05-12',
    endsOn: '2026-05-13',
    timeZone: 'America/Montreal',
    place: 'Montréal',
    ...given,
  });
}

export interface EpisodeGiven extends DraftForm, Omit<BasicsForm, 'eventId' | 'tags'> {
  /** The episode's tags; `tags` are the file's. */
  topics?: string[];
  /** In the show's language; `texts` for more. */
  title?: string;
  texts?: TextForm[];
  /** Pasted lines. */
  chapters?: string;
  people?: Parameters<ReturnType<typeof aCatalog>['edits']['people']>[3];
  /** `draft` leaves it unpublished. */
  state?: 'draft' | 'published';
  publishedAt?: Date | string;
  revision?: RevisionGiven | false;
}

/** An episode with a finished MP3 (its bytes are pretended), published unless `state` says draft. */
export async function anEpisode(
  db: DataSource,
  show: Show,
  given: EpisodeGiven = {},
  addresses?: Addresses,
): Promise<Episode> {
  const {
    title = 'Quinze ans sans budget',
    texts,
    chapters,
    people,
    state = 'published',
    publishedAt,
    revision,
    ...rest
  } = given;
  const { eventId, fileName, tags, topics, ...fields } = rest;
  const basics = { ...fields, ...(topics && { tags: topics }) };
  const clock = new TestClock(new Date(publishedAt ?? '2026-05-12T11:00:00Z'));
  const catalog = aCatalog(db, clock, anywhere(addresses));
  const id = await catalog.drafts.create(system, show.id, { eventId, fileName, tags, title });
  if (texts) await catalog.edits.texts(system, show.id, id, texts, { version: 1 });
  if (chapters) await catalog.edits.chapters(system, show.id, id, chapters, { version: 1 });
  if (people) await catalog.edits.people(system, show.id, id, people, { version: 1 });
  if (Object.keys(basics).length) await catalog.edits.basics(system, show.id, id, { ...basics, version: 1 });
  if (revision !== false) {
    const { recordingId, revisionId } = await aRevision(db, show.id, revision);
    await catalog.episodeMedia.useRecording(system, show.id, id, recordingId);
    await catalog.episodeMedia.attachRevision(recordingId, revisionId);
  }
  if (state === 'published') await catalog.publishing.publish(system, show.id, id);
  return db.getRepository(Episode).findOneByOrFail({ id });
}
