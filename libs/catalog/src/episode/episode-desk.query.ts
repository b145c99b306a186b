import { type Actor, isId } from '#libs/kernel';
import { enclosureKinds, Rendition } from '#libs/media';
import type { Person } from '#libs/people';
import { type DataSource, type FindOptionsWhere, In, IsNull } from 'typeorm';
import { EpisodeAddress } from '../address/episode-address.entity.js';
import { Event } from '../event/event.entity.js';
import { personsById } from '../guest/persons-by-id.js';
import type { Show } from '../show/show.entity.js';
import { loadShow } from '../show/shows.service.js';
import type { AudioStanding, Blocker } from './blockers.plan.js';
import { findBlockers } from './blockers.plan.js';
import { loadCopies } from './copy-tree.js';
import { EpisodeChange } from './episode-change.entity.js';
import type { EpisodeCopy } from './episode-copy.entity.js';
import { loadEpisode } from './episode-rows.js';
import { Episode, type EpisodeState } from './episode.entity.js';
import { requireSeeEpisode } from './episode.policy.js';

/** An episode as the people who make it see it: both copies, what is missing, and where it will be found. */
export interface EpisodeDesk {
  episode: Episode;
  show: Show;
  working: EpisodeCopy;
  released: EpisodeCopy | null;
  blockers: Blocker[];
  persons: ReadonlyMap<string, Person>;
  /** Segments that are current, by language. */
  slugs: Readonly<Record<string, string>>;
  eventSlug: string | null;
  /** Of the working copy's sound; null until there is one. */
  durationMs: number | null;
}

export interface EpisodeFilter {
  state?: EpisodeState;
  eventId?: string;
}

/** Reading for the studio and the API: needs a role in the show, sees drafts. */
export class EpisodeDeskQuery {
  constructor(private readonly db: DataSource) {}

  /** All episodes of a show that are not in the bin: to come first, then newest first. */
  async list(actor: Actor, showId: string, filter: EpisodeFilter = {}): Promise<EpisodeDesk[]> {
    requireSeeEpisode(actor, showId);
    const show = await loadShow(this.db.manager, showId);
    if (filter.eventId !== undefined && !isId(filter.eventId)) return [];
    const where: FindOptionsWhere<Episode> = { showId, ...filter, deletedAt: IsNull(), purgedAt: IsNull() };
    const order = { publishedAt: { direction: 'DESC', nulls: 'FIRST' }, createdAt: 'DESC' } as const;
    return this.toDesks(show, await this.db.getRepository(Episode).find({ where, order }));
  }

  async get(actor: Actor, showId: string, episodeId: string): Promise<EpisodeDesk> {
    requireSeeEpisode(actor, showId);
    const episode = await loadEpisode(this.db, showId, episodeId);
    return (await this.toDesks(await loadShow(this.db.manager, showId), [episode]))[0]!;
  }

  /** The saves of an episode, newest first. */
  async changes(actor: Actor, showId: string, episodeId: string): Promise<EpisodeChange[]> {
    requireSeeEpisode(actor, showId);
    await loadEpisode(this.db, showId, episodeId);
    return this.db
      .getRepository(EpisodeChange)
      .find({ where: { episodeId }, order: { createdAt: 'DESC', id: 'DESC' }, take: 200 });
  }

  /** How many episodes of each show are in each state; the bin does not count. */
  async counts(showIds: readonly string[]): Promise<Map<string, Partial<Record<EpisodeState, number>>>> {
    const rows: { showId: string; state: EpisodeState; count: number }[] = await this.db.query(
      `select show_id as "showId", state, count(*)::int as count from episodes
       where show_id = any($1) and deleted_at is null and purged_at is null group by show_id, state`,
      [showIds],
    );
    const counts = new Map<string, Partial<Record<EpisodeState, number>>>();
    for (const { showId, state, count } of rows) counts.set(showId, { ...counts.get(showId), [state]: count });
    return counts;
  }

  private async toDesks(show: Show, episodes: readonly Episode[]): Promise<EpisodeDesk[]> {
    const ids = episodes.map((episode) => episode.id);
    const copies = await loadCopies(this.db, ids);
    const revisionIds = copies.flatMap((copy) => copy.revisionId ?? []);
    const [persons, addresses, events, renditions] = await Promise.all([
      personsById(
        this.db,
        copies.flatMap((copy) => copy.appearances.map((a) => a.personId)),
      ),
      this.db.getRepository(EpisodeAddress).findBy({ episodeId: In(ids), isCurrent: true }),
      this.db.getRepository(Event).findBy({ id: In([...new Set(episodes.flatMap((e) => e.eventId ?? []))]) }),
      this.db.getRepository(Rendition).findBy({ revisionId: In(revisionIds), kind: In([...enclosureKinds]) }),
    ]);
    const copyOf = new Map(copies.map((copy) => [`${copy.episodeId} ${copy.kind}`, copy]));
    const duration = new Map(renditions.map((rendition) => [rendition.revisionId, rendition.durationMs]));
    return episodes.map((episode) => {
      const working = copyOf.get(`${episode.id} working`)!;
      const durationMs = duration.get(working.revisionId ?? '') ?? null;
      const audio: AudioStanding = durationMs !== null ? 'ready' : episode.recordingId ? 'waiting' : 'none';
      const own = addresses.filter((address) => address.episodeId === episode.id);
      return {
        episode,
        show,
        working,
        released: copyOf.get(`${episode.id} released`) ?? null,
        blockers: findBlockers(working, show, audio),
        persons,
        slugs: Object.fromEntries(own.map(({ lang, slug }) => [lang, slug])),
        eventSlug: events.find((event) => event.id === episode.eventId)?.slug ?? null,
        durationMs,
      };
    });
  }
}
