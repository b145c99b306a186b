import { type EpisodeView, type FileView, offeredExtensions } from '#libs/catalog';
import { toLanguage } from '#libs/kernel';
import type { ArchiveView } from '../archive-view.query.js';
import type { StaticAddresses } from '../site/static-addresses.js';
import { cleanFileName } from './file-name.plan.js';
import type { EpisodeData, GroupsData, PeopleData, ShowData } from './data.form.js';

/** How the data name other files of the archive. */
export interface DataPaths {
  addresses: StaticAddresses;
  /** The name of a draft's files, by the episode's id. */
  draftNames: ReadonlyMap<string, string>;
  /** Whether the archive has a file under a path; what it has not is not named. */
  hasFile(path: string): boolean;
}

export function toShowData({ show, episodes }: ArchiveView, paths: DataPaths): ShowData {
  const { addresses } = paths;
  const { id, slug, podcastGuid, language, category, subcategory, explicit, type, author, ownerEmail } = show;
  const { timeZone, copyright, locked, accent, texts } = show;
  return {
    ...{ format: 'estrade/show' as const, version: 1 as const },
    ...{ id, slug, podcastGuid },
    url: addresses.home(toLanguage(language)),
    feedUrl: addresses.showFeed(),
    ...{ language, category, subcategory, explicit, type, author, ownerEmail, timeZone, copyright, locked, accent },
    cover: toImage(show.coverKey, paths),
    texts,
    hostIds: show.hosts.map((host) => host.id),
    feed: { ...show.feed },
    episodes: episodes.map((episode) => `data/episodes/${addresses.name(episode.id)}.json`),
  };
}

/** One episode; `draftName` for a copy that is not public. */
export function toEpisodeData(
  episode: EpisodeView,
  view: ArchiveView,
  paths: DataPaths,
  draftName?: string,
): EpisodeData {
  const { id, guid, state, type, season, number, explicit, language, recordedOn, texts, licences, tags } = episode;
  return {
    ...{ format: 'estrade/episode' as const, version: 1 as const },
    ...{ id, guid, state },
    publishedAt: episode.publishedAt?.toISOString() ?? null,
    updatedAt: episode.updatedAt.toISOString(),
    ...{ type, season, number, explicit, language, recordedOn },
    subscribersUntil: episode.subscribersUntil?.toISOString() ?? null,
    expiresAt: episode.expiresAt?.toISOString() ?? null,
    cover: toImage(episode.coverKey, paths),
    texts: texts.map(({ lang, title, slug, summary, notes, takeaways }) => ({
      ...{ lang, title, slug, summary, notes, takeaways },
    })),
    ...{ startHereMs: episode.startHereMs, isUnlisted: episode.isUnlisted },
    chapters: episode.chapters.map((chapter) => ({ ...chapter })),
    appearances: episode.appearances.map(({ person, ...rest }) => ({ personId: person.id, ...rest })),
    transcripts: draftName ? [] : toTranscripts(episode, paths),
    ...toMedia(episode, paths, draftName),
    files: toFiles(episode, paths),
    original: findOriginal(episode, view, paths),
    ...{ licences, tags },
    event: toTalk(episode),
    series: episode.series && { id: episode.series.id, part: episode.series.part },
    feed: { ...episode.feed },
  };
}

/** Without a path where the archive has not the bytes: those of drafts stay behind. */
function toFiles({ id, files }: EpisodeView, { addresses, hasFile }: DataPaths): EpisodeData['files'] {
  return files.map((file) => {
    const path = addresses.file(addresses.episodeFile(id, file.id, file.name));
    return { path: hasFile(path) ? path : null, kind: file.kind, name: file.name, labels: file.labels };
  });
}

export function toPeopleData({ guests }: ArchiveView, paths: DataPaths): PeopleData {
  return {
    ...{ format: 'estrade/people', version: 1 },
    people: guests.map(({ id, slug, name, pronouns, photoKey, links, texts, now }) => ({
      ...{ id, slug, name, pronouns },
      photo: toImage(photoKey, paths),
      ...{ links, texts, now },
    })),
  };
}

export function toEventsData({ events }: ArchiveView): GroupsData {
  return { format: 'estrade/events', version: 1, items: events.map((event) => ({ ...event })) };
}

/** The mini-series that episodes are parts of. */
export function toSeriesData({ episodes, drafts }: ArchiveView): GroupsData {
  const items = new Map(
    [...episodes, ...drafts].flatMap(({ series }) => (series ? [[series.id, series] as const] : [])),
  );
  const bySlug = [...items.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return {
    ...{ format: 'estrade/series', version: 1 },
    items: bySlug.map(({ id, slug, parts, texts }) => ({ id, slug, parts, texts })),
  };
}

export function toTagsData({ episodes }: ArchiveView): GroupsData {
  const tags = new Map(episodes.flatMap((episode) => episode.tags.map((tag) => [tag.slug, tag] as const)));
  const items = [...tags.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return { format: 'estrade/tags', version: 1, items: items.map((tag) => ({ ...tag })) };
}

function toTranscripts({ id, transcripts }: EpisodeView, { addresses }: DataPaths): EpisodeData['transcripts'] {
  return transcripts.map(({ lang, isTimed }) => ({
    ...{ lang, isTimed },
    paths: offeredExtensions(isTimed).map((ending) => addresses.file(addresses.transcript(id, lang, ending))),
  }));
}

function toMedia(
  episode: EpisodeView,
  { addresses, hasFile }: DataPaths,
  draftName: string | undefined,
): Pick<EpisodeData, 'enclosure' | 'alternates'> {
  const { enclosure } = episode;
  if (!enclosure) return { enclosure: null, alternates: [] };
  const ending = enclosure.key.slice(enclosure.key.lastIndexOf('.') + 1);
  const url = addresses.enclosureOf(episode, ending);
  const own = `drafts/${draftName}.${ending}`;
  const path = draftName && hasFile(own) ? own : addresses.file(url);
  if (draftName && !hasFile(path)) return { enclosure: null, alternates: [] };
  const alternates = draftName ? [] : enclosure.alternates;
  return {
    enclosure: { ...toFile(enclosure, path, url), revision: enclosure.revisionNumber },
    alternates: alternates.map((file) => {
      const address = addresses.alternateOf(episode, file);
      return { ...toFile(file, addresses.file(address), address), kind: file.kind };
    }),
  };
}

function toFile({ mime, bytes, durationMs, bitrate, sha256 }: FileView, path: string, url: string) {
  return { path, url, mime, bytes, durationMs, bitrate, sha256 };
}

function toTalk({ event, room, track, programmeAt }: EpisodeView): EpisodeData['event'] {
  return event && { id: event.id, room, track, programmeAt: programmeAt?.toISOString() ?? null };
}

function toImage(key: string | null, { addresses, hasFile }: DataPaths): string | null {
  const path = key && addresses.file(addresses.image(key, 'full'));
  return path && hasFile(path) ? path : null;
}

function findOriginal(episode: EpisodeView, { originals }: ArchiveView, paths: DataPaths): string | null {
  const original = originals.get(episode.enclosure?.revisionId ?? '');
  const path = original && originalPath(episode, original.name, paths);
  return path && paths.hasFile(path) ? path : null;
}

/** Where the recording that an episode was made from lies. */
export function originalPath(
  episode: EpisodeView,
  name: string,
  { addresses, draftNames }: Pick<DataPaths, 'addresses' | 'draftNames'>,
): string {
  const folder = addresses.has(episode.id) ? addresses.name(episode.id) : draftNames.get(episode.id)!;
  return `originals/${folder}/${episode.enclosure!.revisionNumber}-${cleanFileName(name)}`;
}
