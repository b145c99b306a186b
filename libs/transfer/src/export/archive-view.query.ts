import {
  EpisodeQuery,
  type EpisodeView,
  EventQuery,
  type EventView,
  GuestQuery,
  type GuestView,
  ShowQuery,
  type ShowView,
} from '#libs/catalog';
import type { Clock } from '#libs/kernel';
import { Revision } from '#libs/media';
import { type EntityManager, In } from 'typeorm';

const portion = 200;

/** A recording as it was sent. */
export interface OriginalView {
  key: string;
  /** As it was called on the producer's machine. */
  name: string;
  bytes: number;
}

/** All that an archive of a show tells, of one moment. */
export interface ArchiveView {
  show: ShowView;
  /** What everybody may hear, newest first. */
  episodes: EpisodeView[];
  events: EventView[];
  guests: GuestView[];
  /** Working copies of what is not public, or differs from it; empty unless they were asked for. */
  drafts: EpisodeView[];
  /** By the id of the revision made from it; empty unless they were asked for. */
  originals: Map<string, OriginalView>;
}

export interface ArchiveAsked {
  showId: string;
  withDrafts: boolean;
  withOriginals: boolean;
}

/** Reads it in the caller's snapshot; undefined when the show is deleted. */
export async function readArchiveView(
  manager: EntityManager,
  clock: Clock,
  { showId, withDrafts, withOriginals }: ArchiveAsked,
): Promise<ArchiveView | undefined> {
  const show = await new ShowQuery(manager).byId(showId);
  if (!show) return undefined;
  const query = new EpisodeQuery(manager, clock);
  const episodes = await readEpisodes(query, showId);
  const events = await new EventQuery(manager).ofShow(showId);
  const guests = (await new GuestQuery(manager, clock).among(show, episodes)).map(toPublic);
  const drafts = withDrafts ? (await query.workingCopies(showId)).filter((copy) => saysMore(copy, episodes)) : [];
  const originals = withOriginals ? await readOriginals(manager, [...episodes, ...drafts]) : new Map();
  return { show: { ...show, episodeCount: episodes.length }, episodes, events, guests, drafts, originals };
}

/** In portions, so that thousands of them do not keep the process from everything else at once. */
async function readEpisodes(query: EpisodeQuery, showId: string): Promise<EpisodeView[]> {
  const episodes: EpisodeView[] = [];
  for (let page = 1; ; page += 1) {
    const { items, pages } = await query.ofShow(showId, page, portion);
    episodes.push(...items);
    if (page >= pages) return episodes;
  }
}

/** Who has no released appearance has no public page, but a show names its hosts, with their picture and link. */
function toPublic(guest: GuestView): GuestView {
  if (guest.appearances.length > 0) return guest;
  const link = guest.links.find(({ url }) => url.startsWith('https://'));
  return { ...guest, pronouns: '', texts: [], now: null, links: link ? [link] : [] };
}

function saysMore(copy: EpisodeView, released: readonly EpisodeView[]): boolean {
  const same = released.find((episode) => episode.id === copy.id);
  return !same || withoutTime(same) !== withoutTime(copy);
}

function withoutTime(episode: EpisodeView): string {
  return JSON.stringify({ ...episode, updatedAt: null, timeLinks: null });
}

async function readOriginals(
  manager: EntityManager,
  episodes: readonly EpisodeView[],
): Promise<Map<string, OriginalView>> {
  const ids = [...new Set(episodes.flatMap((episode) => episode.enclosure?.revisionId ?? []))];
  const revisions = ids.length > 0 ? await manager.findBy(Revision, { id: In(ids) }) : [];
  return new Map(
    revisions.flatMap(({ id, originalKey, originalName, originalBytes }) =>
      originalKey ? [[id, { key: originalKey, name: originalName, bytes: originalBytes }]] : [],
    ),
  );
}
