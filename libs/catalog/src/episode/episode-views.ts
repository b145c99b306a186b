import { type ReadAtOnce, readAtOnce, type Rows, rowsBy, rowsOf } from '#libs/database';
import { pickEnclosure, Rendition } from '#libs/media';
import { Person } from '#libs/people';
import { type DataSource, type EntityManager, Any } from 'typeorm';
import { EpisodeAddress } from '../address/episode-address.entity.js';
import { highlightRows, type Highlights, toHighlights } from '../clip/highlights.query.js';
import { joinSoundbites } from '../clip/soundbites.plan.js';
import { Event } from '../event/event.entity.js';
import { correctionRows, toCorrectionNotes } from '../correction/correction-notes.query.js';
import { Series } from '../series/series.entity.js';
import { SeriesText } from '../series/series-text.entity.js';
import { Show } from '../show/show.entity.js';
import { type AppearanceContext, toAppearanceViews } from './appearance-views.js';
import { copyParts, groupBy, joinParts } from './copy-tree.js';
import { type CopyKind, EpisodeCopy } from './episode-copy.entity.js';
import { Episode } from './episode.entity.js';
import type { SoundTime } from '../sound/time-shift.plan.js';
import { type RevisionSound, soundRows, toSoundsWithReleased } from '../sound/revision-sound.js';
import { Piece } from '../sound/piece.entity.js';
import { toSoundNotes } from '../sound/sound-note.plan.js';
import { toTimeLinks } from '../sound/time-links.plan.js';
import { keepWritten, toUnwritten, type Unwritten } from '../transcript/consented.query.js';
import type { EnclosureView, EpisodeView, FileView, PartView } from './episode.view.js';
import { toFeed } from './group-values.js';
import { toPeaks } from './peaks.js';

/** Episodes as a select gives their `id`, and where it says so, the date by which they are listed. */
export interface Chosen {
  id: string;
  publishedAt?: Date | null;
  /** How many there are, with those that were not chosen. */
  total?: number;
}

/** So many episodes are read at once: the answer to one statement is held as text. */
const atOnce = 250;

/**
 * The views of one kind of copy, in the order in which `chosen` gives the episodes; one without such a copy is left out.
 * Two statements, however many there are, up to some hundreds.
 */
export async function readChosenViews(
  db: DataSource | EntityManager,
  kind: CopyKind,
  chosen: Rows<Chosen>,
): Promise<{ order: Chosen[]; views: EpisodeView[] }> {
  const ids = 'any(array(select id from chosen))';
  const { order, episodes, copies } = await readAtOnce(
    db,
    {
      order: chosenRows(chosen),
      episodes: rowsOf(Episode, { where: `id = ${ids}`, parameters: [] }),
      copies: rowsOf(EpisodeCopy, { where: `episode_id = ${ids} and kind = $1`, parameters: [kind] }),
    },
    chosen,
  );
  const views = new Map<string, EpisodeView>();
  const [episodeOf, copyOf] = [new Map(episodes.map((e) => [e.id, e])), new Map(copies.map((c) => [c.episodeId, c]))];
  const both = order.flatMap(({ id }) => {
    const [episode, copy] = [episodeOf.get(id), copyOf.get(id)];
    return episode && copy ? [{ episode, copy }] : [];
  });
  for (let at = 0; at < both.length; at += atOnce) {
    for (const view of await completeViews(db, both.slice(at, at + atOnce))) views.set(view.id, view);
  }
  const inOrder = order.flatMap(({ id, publishedAt }) => {
    const view = views.get(id);
    return view ? [publishedAt === undefined ? view : { ...view, publishedAt }] : [];
  });
  return { order, views: inOrder };
}

function chosenRows(chosen: Rows<Chosen>): Rows<Chosen> {
  return { ...chosen, text: () => 'select * from chosen', parameters: [] };
}

/** The same of these episodes, in their order. */
export async function toEpisodeViews(
  db: DataSource | EntityManager,
  episodes: readonly Pick<Episode, 'id'>[],
  kind: CopyKind,
): Promise<EpisodeView[]> {
  if (episodes.length === 0) return [];
  const ids = episodes.map(({ id }) => id);
  return (await readChosenViews(db, kind, rowsBy('select unnest($1::uuid[]) as id', [ids]))).views;
}

interface EpisodeWithCopy {
  episode: Episode;
  copy: EpisodeCopy;
}

async function completeViews(db: DataSource | EntityManager, both: readonly EpisodeWithCopy[]): Promise<EpisodeView[]> {
  const asked = viewParts(both);
  const rows = await readAtOnce(db, asked);
  const context = toContext(both, rows, await readPieces(db, rows));
  return both.flatMap(({ episode }) => toView(episode, context) ?? []);
}

type ViewParts = ReadAtOnce<ReturnType<typeof viewParts>>;

/** All that views are made of beside episode and copy. */
function viewParts(both: readonly EpisodeWithCopy[]) {
  const byIds = (column: string, ids: readonly (string | null)[]) => ({
    where: `${column} = any($1::uuid[])`,
    parameters: [[...new Set(ids.filter((id) => id !== null))]],
  });
  const episodes = both.map(({ episode }) => episode.id);
  const copies = both.map(({ copy }) => copy.id);
  const revisions = both.flatMap(({ copy }) => copy.revisionId ?? []);
  const seriesIds = both.map(({ copy }) => copy.seriesId);
  const present = byIds('id', seriesIds);
  return {
    ...copyParts(copies),
    persons: rowsOf(Person, {
      where: 'id = any(array(select person_id from appearances where copy_id = any($1::uuid[])))',
      parameters: [copies],
    }),
    shows: rowsOf(Show, byIds('id', both.map(({ episode }) => episode.showId))), // prettier-ignore
    events: rowsOf(Event, byIds('id', both.map(({ episode }) => episode.eventId))), // prettier-ignore
    addresses: rowsOf(EpisodeAddress, { ...byIds('episode_id', episodes), where: 'episode_id = any($1::uuid[]) and is_current' }), // prettier-ignore
    series: rowsOf(Series, { ...present, where: `${present.where} and deleted_at is null` }),
    seriesTexts: rowsOf(SeriesText, { ...byIds('series_id', seriesIds), order: 'lang' }),
    sounds: soundRows(revisions),
    files: rowsOf(Rendition, byIds('revision_id', revisions)),
    corrections: correctionRows(episodes),
    ...highlightRows(episodes),
  };
}

/** The jingles that these sounds were made with: few are. */
async function readPieces(db: DataSource | EntityManager, { sounds }: ViewParts): Promise<Piece[]> {
  const ids = sounds.flatMap(({ introId, outroId }) => [introId ?? [], outroId ?? []].flat());
  return ids.length ? db.getRepository(Piece).findBy({ recordingId: Any(ids) }) : [];
}

function toContext(both: readonly EpisodeWithCopy[], rows: ViewParts, pieces: readonly Piece[]): Context {
  const copies = joinParts(both.map(({ copy }) => copy), rows); // prettier-ignore
  const sounds = toSounds(copies, rows, pieces);
  const times = new Map(copies.map((copy) => [copy.episodeId, sounds.get(copy.revisionId ?? '')?.time ?? null]));
  const seriesTexts = groupBy(rows.seriesTexts, 'seriesId');
  return {
    copies: new Map(copies.map((copy) => [copy.episodeId, copy])),
    shows: new Map(rows.shows.map((show) => [show.id, show])),
    events: new Map(rows.events.map((event) => [event.id, event])),
    slugs: new Map(rows.addresses.map((a) => [`${a.episodeId} ${a.lang}`, a.slug])),
    people: {
      persons: new Map(rows.persons.map((person) => [person.id, person])),
      corrections: toCorrectionNotes(rows.corrections),
    },
    sounds,
    highlights: toHighlights(rows, times),
    unwritten: toUnwritten(rows.unwritten),
    series: new Map(rows.series.map((each) => [each.id, { ...each, texts: seriesTexts.get(each.id) ?? [] }])),
  };
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

function toPart({ seriesId, part }: EpisodeCopy, series: Map<string, Series>): PartView | null {
  const found = seriesId && series.get(seriesId);
  if (!found) return null;
  const { id, slug, parts, texts } = found;
  return { id, slug, part, parts, texts: texts.map(({ lang, name }) => ({ lang, name })) };
}

function toSounds(copies: readonly EpisodeCopy[], rows: ViewParts, pieces: readonly Piece[]): Map<string, Sound> {
  const played = copies.flatMap(({ revisionId }) => revisionId ?? []);
  const { sounds, released } = toSoundsWithReleased(rows.sounds, played);
  const [filesOf, releasedOf] = [groupBy(rows.files, 'revisionId'), groupBy(released, 'recordingId')];
  return new Map(
    sounds.map((sound) => [
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
