import { Rendition, Revision } from '#libs/media';
import { type Person, toPersonRef } from '#libs/people';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { EpisodeAddress } from '../address/episode-address.entity.js';
import { Event } from '../event/event.entity.js';
import { personsById } from '../guest/persons-by-id.js';
import { Show } from '../show/show.entity.js';
import { loadCopies } from './copy-tree.js';
import type { CopyKind, EpisodeCopy } from './episode-copy.entity.js';
import type { Episode } from './episode.entity.js';
import type { EnclosureView, EpisodeView } from './episode.view.js';
import { toPeaks } from './peaks.js';

/**
 * The views of one kind of copy, in the order of `episodes`; an episode without such a copy is left out.
 * The number of queries does not depend on the number of episodes.
 */
export async function toEpisodeViews(
  db: DataSource | EntityManager,
  episodes: readonly Episode[],
  kind: CopyKind,
): Promise<EpisodeView[]> {
  if (episodes.length === 0) return [];
  const ids = episodes.map((episode) => episode.id);
  const copies = await loadCopies(db, ids, kind);
  // One after the other: inside a transaction there is one connection.
  const shows = await db.getRepository(Show).findBy({ id: In([...new Set(episodes.map((e) => e.showId))]) });
  const eventIds = [...new Set(episodes.flatMap((e) => e.eventId ?? []))];
  const events = await db.getRepository(Event).findBy({ id: In(eventIds) });
  const addresses = await db.getRepository(EpisodeAddress).findBy({ episodeId: In(ids), isCurrent: true });
  const personIds = copies.flatMap((copy) => copy.appearances.map((a) => a.personId));
  const persons = await personsById(db, personIds);
  const enclosures = await enclosuresOf(db, copies);
  const context: Context = {
    copies: new Map(copies.map((copy) => [copy.episodeId, copy])),
    shows: new Map(shows.map((show) => [show.id, show])),
    events: new Map(events.map((event) => [event.id, event])),
    slugs: new Map(addresses.map((a) => [`${a.episodeId} ${a.lang}`, a.slug])),
    persons,
    enclosures,
  };
  return episodes.flatMap((episode) => toView(episode, context) ?? []);
}

interface Context {
  copies: Map<string, EpisodeCopy>;
  shows: Map<string, Show>;
  events: Map<string, Event>;
  slugs: Map<string, string>;
  persons: Map<string, Person>;
  enclosures: Map<string, EnclosureView>;
}

function toView(episode: Episode, context: Context): EpisodeView | undefined {
  const copy = context.copies.get(episode.id);
  const show = context.shows.get(episode.showId);
  if (!copy || !show) return undefined;
  const event = episode.eventId ? context.events.get(episode.eventId) : undefined;
  return {
    id: episode.id,
    showId: show.id,
    showSlug: show.slug,
    showLanguage: show.language,
    guid: episode.guid,
    state: episode.state,
    publishedAt: episode.publishedAt,
    updatedAt: copy.updatedAt,
    type: copy.type,
    number: copy.number,
    season: copy.season,
    explicit: copy.explicit,
    language: copy.language,
    recordedOn: copy.recordedOn,
    coverKey: copy.coverKey,
    texts: copy.texts
      .filter((text) => text.title !== '')
      .map(({ lang, title, summary, notes }) => ({
        lang,
        title,
        summary,
        notes,
        // A working copy may have a language that was never released: it has no address yet.
        slug: context.slugs.get(`${episode.id} ${lang}`) ?? episode.id,
      })),
    chapters: copy.chapters.map(({ startMs, title, url }) => ({ startMs, title, url })),
    appearances: toAppearances(copy, context.persons),
    enclosure: (copy.revisionId && context.enclosures.get(copy.revisionId)) || null,
    event: event && !event.deletedAt ? { id: event.id, slug: event.slug, timeZone: event.timeZone } : null,
    room: copy.room,
    track: copy.track,
    programmeAt: copy.programmeAt,
  };
}

function toAppearances(copy: EpisodeCopy, persons: Map<string, Person>): EpisodeView['appearances'] {
  return copy.appearances.flatMap((appearance) => {
    const person = persons.get(appearance.personId);
    if (!person) return [];
    const texts = appearance.texts.map(({ lang, title, disclaimer }) => ({ lang, title, disclaimer }));
    return [{ person: toPersonRef(person), role: appearance.role, organisation: appearance.organisation, texts }];
  });
}

async function enclosuresOf(
  db: DataSource | EntityManager,
  copies: readonly EpisodeCopy[],
): Promise<Map<string, EnclosureView>> {
  const ids = copies.flatMap((copy) => copy.revisionId ?? []);
  if (ids.length === 0) return new Map();
  const select = { id: true, number: true, waveform: true } as const;
  const revisions = await db.getRepository(Revision).find({ where: { id: In(ids) }, select });
  const renditions = await db.getRepository(Rendition).findBy({ revisionId: In(ids), kind: 'mp3' });
  const revisionOf = new Map(revisions.map((revision) => [revision.id, revision]));
  return new Map(
    renditions.flatMap((rendition) => {
      const revision = revisionOf.get(rendition.revisionId);
      return revision ? [[revision.id, toEnclosure(revision, rendition)] as const] : [];
    }),
  );
}

function toEnclosure(revision: Revision, rendition: Rendition): EnclosureView {
  return {
    revisionId: revision.id,
    revisionNumber: revision.number,
    key: rendition.key,
    mime: rendition.mime,
    bytes: rendition.bytes,
    durationMs: rendition.durationMs,
    sha256: rendition.sha256,
    peaks: toPeaks(revision.waveform),
  };
}
