import { readRows, readTogether } from '#libs/database';
import { pickEnclosure, Rendition } from '#libs/media';
import { type DataSource, type EntityManager, Any, IsNull } from 'typeorm';
import { EpisodeAddress } from '../address/episode-address.entity.js';
import { type Highlights, readHighlights } from '../clip/highlights.query.js';
import { joinSoundbites } from '../clip/soundbites.plan.js';
import { Event } from '../event/event.entity.js';
import { personsById } from '../guest/persons-by-id.js';
import { Series } from '../series/series.entity.js';
import { Show } from '../show/show.entity.js';
import { type AppearanceContext, readAppearanceContext, toAppearanceViews } from './appearance-views.js';
import { groupBy, loadCopies } from './copy-tree.js';
import type { CopyKind, EpisodeCopy } from './episode-copy.entity.js';
import type { Episode } from './episode.entity.js';
import type { SoundTime } from '../sound/time-shift.plan.js';
import { readSoundsWithReleased, type RevisionSound } from '../sound/revision-sound.js';
import { Piece } from '../sound/piece.entity.js';
import { toSoundNotes } from '../sound/sound-note.plan.js';
import { toTimeLinks } from '../sound/time-links.plan.js';
import { keepWritten, readUnwritten, type Unwritten } from '../transcript/consented.query.js';
import type { EnclosureView, EpisodeView, FileView, PartView } from './episode.view.js';
import { toFeed } from './group-values.js';
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
  const current = { where: 'episode_id = any($1) and is_current', parameters: [ids] };
  const [copies, shows, events, addresses, unwritten] = await readTogether(
    db,
    () => loadCopies(db, ids, kind),
    () => byId(db, Show, new Set(episodes.map((e) => e.showId))),
    () => byId(db, Event, new Set(episodes.flatMap((e) => e.eventId ?? []))),
    () => readRows(db, EpisodeAddress, current),
    () => readUnwritten(db, ids),
  );
  const personIds = copies.flatMap((copy) => copy.appearances.map((a) => a.personId));
  const [persons, sounds, series] = await readTogether(
    db,
    () => personsById(db, personIds),
    () => soundsOf(db, copies),
    () => seriesOf(db, copies),
  );
  const times = new Map(copies.map((copy) => [copy.episodeId, sounds.get(copy.revisionId ?? '')?.time ?? null]));
  const [highlights, people] = await readTogether(
    db,
    () => readHighlights(db, times),
    () => readAppearanceContext(db, copies, persons),
  );
  const context: Context = {
    copies: new Map(copies.map((copy) => [copy.episodeId, copy])),
    shows: new Map(shows.map((show) => [show.id, show])),
    events: new Map(events.map((event) => [event.id, event])),
    slugs: new Map(addresses.map((a) => [`${a.episodeId} ${a.lang}`, a.slug])),
    people,
    sounds,
    highlights,
    unwritten,
    series: new Map(series.map((each) => [each.id, each])),
  };
  return episodes.flatMap((episode) => toView(episode, context) ?? []);
}

interface Context {
  copies: Map<string, EpisodeCopy>;
  shows: Map<string, Show>;
  events: Map<string, Event>;
  slugs: Map<string, string>;
  people: AppearanceContext;
  series: Map<string, Series>;
  sounds: Map<string, Sound>;
  highlights: Map<string, Highlights>;
  unwritten: Map<string, Unwritten>;
}

/** What a view says of the sound that a copy plays. */
type SoundView = Pick<EpisodeView, 'enclosure' | 'soundNotes' | 'licences' | 'timeLinks'>;

/** A sound with the time that moments are led to. */
interface Sound {
  view: SoundView;
  time: SoundTime;
}

const noSound: SoundView = { enclosure: null, soundNotes: [], licences: [], timeLinks: null };

function toView(episode: Episode, context: Context): EpisodeView | undefined {
  const copy = context.copies.get(episode.id);
  const show = context.shows.get(episode.showId);
  if (!copy || !show) return undefined;
  const sound = context.sounds.get(copy.revisionId ?? '')?.view ?? noSound;
  const { clips, quotes } = context.highlights.get(episode.id) ?? { clips: [], quotes: [] };
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
    coverWidth: copy.coverWidth,
    texts: copy.texts
      .filter((text) => text.title !== '')
      .map(({ lang, title, summary, notes, takeaways }) => ({
        ...{ lang, title, summary, notes, takeaways },
        // A working copy may have a language that was never released: it has no address yet.
        slug: context.slugs.get(`${episode.id} ${lang}`) ?? episode.id,
      })),
    chapters: copy.chapters.map(({ startMs, title, url }) => ({ startMs, title, url })),
    appearances: toAppearanceViews(copy, context.people),
    corrections: context.people.corrections.get(episode.id) ?? [],
    transcripts: keepWritten(copy.transcripts, copy.language, context.unwritten.get(episode.id)).map(
      ({ lang, isTimed, savedAt }) => ({ lang, isTimed, updatedAt: savedAt }),
    ),
    ...sound,
    soundNotes: copy.soundNoteShown ? sound.soundNotes : [],
    event: event && !event.deletedAt ? { id: event.id, slug: event.slug, timeZone: event.timeZone } : null,
    room: copy.room,
    track: copy.track,
    programmeAt: copy.programmeAt,
    series: toPart(copy, context.series),
    tags: copy.tags.map((name, i) => ({ name, slug: copy.tagSlugs[i]! })),
    startHereMs: copy.startHereMs,
    isUnlisted: copy.isUnlisted,
    isAnnounced: episode.isAnnounced,
    files: copy.files,
    clips: clips.filter(({ uses }) => uses.page),
    quotes: quotes.filter(({ uses }) => uses.page),
    subscribersUntil: copy.subscribersUntil,
    expiresAt: copy.expiresAt,
    feed: withClips(toFeed(copy), clips, show.language),
  };
}

/** The feed's soundbites are its own and those of approved clips. */
function withClips(feed: EpisodeView['feed'], clips: Highlights['clips'], lang: string): EpisodeView['feed'] {
  return clips.length === 0 ? feed : { ...feed, soundbites: joinSoundbites(feed.soundbites, clips, lang) };
}

async function byId<T extends Show | Event>(
  db: DataSource | EntityManager,
  entity: new () => T,
  ids: ReadonlySet<string>,
): Promise<T[]> {
  return ids.size === 0 ? [] : readRows<T>(db, entity, { where: 'id = any($1)', parameters: [[...ids]] });
}

async function seriesOf(db: DataSource | EntityManager, copies: readonly EpisodeCopy[]): Promise<Series[]> {
  const ids = [...new Set(copies.flatMap((copy) => copy.seriesId ?? []))];
  if (ids.length === 0) return [];
  return db.getRepository(Series).find({ where: { id: Any(ids), deletedAt: IsNull() }, relations: { texts: true } });
}

function toPart({ seriesId, part }: EpisodeCopy, series: Map<string, Series>): PartView | null {
  const found = seriesId && series.get(seriesId);
  if (!found) return null;
  const { id, slug, parts, texts } = found;
  return { id, slug, part, parts, texts: texts.map(({ lang, name }) => ({ lang, name })) };
}

async function soundsOf(db: DataSource | EntityManager, copies: readonly EpisodeCopy[]): Promise<Map<string, Sound>> {
  const ids = copies.flatMap((copy) => copy.revisionId ?? []);
  if (ids.length === 0) return new Map();
  const [{ sounds: all, released }, files] = await readTogether(
    db,
    () => readSoundsWithReleased(db, ids),
    () => readRows(db, Rendition, { where: 'revision_id = any($1)', parameters: [ids] }),
  );
  const [filesOf, releasedOf] = [groupBy(files, 'revisionId'), groupBy(released, 'recordingId')];
  const pieceIds = all.flatMap(({ pieceIds: { intro, outro } }) => [intro ?? [], outro ?? []].flat());
  const pieces = pieceIds.length ? await db.getRepository(Piece).findBy({ recordingId: Any(pieceIds) }) : [];
  return new Map(
    all.map((sound) => [
      sound.id,
      {
        time: sound.time,
        view: {
          enclosure: toEnclosure(sound, filesOf.get(sound.id) ?? []),
          soundNotes: toSoundNotes(sound.findings, sound.time.timeline),
          licences: toLicences(sound, pieces),
          timeLinks: toTimeLinks(sound, releasedOf.get(sound.recordingId) ?? []),
        },
      },
    ]),
  );
}

function toEnclosure(sound: RevisionSound, files: readonly Rendition[]): EnclosureView | null {
  const file = pickEnclosure(files);
  if (!file) return null;
  return {
    revisionId: sound.id,
    revisionNumber: sound.number,
    ...toFile(file),
    alternates: files.flatMap((other) =>
      other === file || other.kind === 'mp3' ? [] : [{ kind: other.kind, ...toFile(other) }],
    ),
    peaks: toPeaks(sound.overview),
  };
}

function toFile({ key, mime, bytes, durationMs, bitrate, sha256 }: Rendition): FileView {
  return { key, mime, bytes, durationMs, bitrate, sha256 };
}

/** Of the pieces that are heard in it, also of those that have left the library since. */
function toLicences({ pieceIds, time }: RevisionSound, pieces: readonly Piece[]): string[] {
  const heard = (['intro', 'outro'] as const)
    .filter((source) => time.timeline.clips.some((clip) => clip.source === source))
    .map((source) => pieceIds[source]);
  const lines = heard.flatMap((id) => pieces.find(({ recordingId }) => recordingId === id)?.licence ?? []);
  return [...new Set(lines.filter(Boolean))];
}
