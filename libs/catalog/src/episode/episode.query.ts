import { type Clock, systemClock } from '#libs/kernel';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { EpisodeAddress } from '../address/episode-address.entity.js';
import { Event } from '../event/event.entity.js';
import { Show } from '../show/show.entity.js';
import { readReleases, type ReleaseView } from '../sound/releases.query.js';
import { toEpisodeViews } from './episode-views.js';
import { Episode } from './episode.entity.js';
import type { EpisodeView } from './episode.view.js';
import { countOpenEpisodes, type OpenWhere, readOpenEpisodes } from './open-episodes.query.js';

/** Where an address under a show or an event leads. `moved` is the current one in the same language: answer 301. */
export type EpisodeLookup =
  | { kind: 'found'; view: EpisodeView }
  | { kind: 'moved'; showSlug: string; eventSlug: string | null; slug: string }
  | { kind: 'gone' }
  | { kind: 'withdrawn' }
  | { kind: 'missing' };

export interface EpisodePage {
  items: EpisodeView[];
  page: number;
  pages: number;
  total: number;
}

/** The parent segment of an address: `/{lang}/{show}/…` or `/{lang}/e/{event}/…`. */
export type ParentSlug = { show: string } | { event: string };

/**
 * Episodes as all readers see them at this moment: the released copy of what is published, not deleted, not expired and
 * not for subscribers only, newest first.
 */
export class EpisodeQuery {
  constructor(
    private readonly db: DataSource | EntityManager,
    private readonly clock: Clock = systemClock,
  ) {}

  /** @param page from 1; `size` at most 50 (`ux` 3.5). */
  async ofShow(showId: string, page = 1, size = 50): Promise<EpisodePage> {
    const at = Math.max(1, page);
    const where = { condition: 'e.show_id = $2', parameters: [showId] };
    const total = await countOpenEpisodes(this.db, this.clock.now(), where);
    const items = await this.read(where, { take: size, skip: (at - 1) * size });
    return { items, page: at, pages: Math.max(1, Math.ceil(total / size)), total };
  }

  async allOfShow(showId: string): Promise<EpisodeView[]> {
    return this.read({ condition: 'e.show_id = $2', parameters: [showId] });
  }

  /** The working copies of all that is not deleted, whatever its state, oldest first: for the producer's eyes only. */
  async workingCopies(showId: string): Promise<EpisodeView[]> {
    const where = { showId, deletedAt: IsNull(), purgedAt: IsNull() };
    const episodes = await this.db.getRepository(Episode).find({ where, order: { createdAt: 'ASC', id: 'ASC' } });
    const views: EpisodeView[] = [];
    // In portions: thousands at once would keep the process from everything else.
    for (let at = 0; at < episodes.length; at += 200) {
      views.push(...(await toEpisodeViews(this.db, episodes.slice(at, at + 200), 'working')));
    }
    return views;
  }

  /** An event's talks, newest release first. */
  async allOfEvent(eventId: string): Promise<EpisodeView[]> {
    return this.read({ condition: 'e.event_id = $2', parameters: [eventId] });
  }

  async byId(id: string): Promise<EpisodeView | undefined> {
    return (await this.read({ condition: 'e.id = $2', parameters: [id] }))[0];
  }

  /** Every file that listeners got of it, also those that were replaced since. */
  async releases(id: string): Promise<ReleaseView[]> {
    return readReleases(this.db, id);
  }

  /** The newest releases over all shows that are not deleted. */
  async latest(take: number): Promise<EpisodeView[]> {
    return this.read({ condition: 'true', parameters: [] }, { take });
  }

  async byAddress(parent: ParentSlug, lang: string, slug: string): Promise<EpisodeLookup> {
    const parentId = await this.parentId(parent);
    if (!parentId) return { kind: 'missing' };
    if (parentId === 'gone') return { kind: 'gone' };
    const rows = await this.db.getRepository(EpisodeAddress).findBy({ parentId, slug });
    // A text that exists in one language only is also read under the other's prefix, at the slug it has.
    const row = rows.find((r) => r.lang === lang) ?? rows.find((r) => r.isCurrent) ?? rows[0];
    if (!row) return { kind: 'missing' };
    const episode = await this.db.getRepository(Episode).findOneByOrFail({ id: row.episodeId });
    if (episode.deletedAt || episode.purgedAt) return { kind: 'gone' };
    if (episode.state !== 'published') return { kind: 'withdrawn' };
    return this.currentAddress(episode, row, lang);
  }

  private async currentAddress(episode: Episode, row: EpisodeAddress, lang: string): Promise<EpisodeLookup> {
    const current = await this.db.getRepository(EpisodeAddress).findBy({ episodeId: episode.id, isCurrent: true });
    const target = current.find((a) => a.lang === lang) ?? current.find((a) => a.lang === row.lang) ?? current[0];
    const [released] = await toEpisodeViews(this.db, [episode], 'released');
    const now = this.clock.now();
    if (!released || (released.expiresAt && released.expiresAt <= now)) return { kind: 'withdrawn' };
    const view = await this.byId(episode.id);
    if (!view) return { kind: 'missing' }; // for subscribers only, until later
    if (!target || (target.slug === row.slug && target.parentId === row.parentId)) return { kind: 'found', view };
    return { kind: 'moved', showSlug: view.showSlug, eventSlug: view.event?.slug ?? null, slug: target.slug };
  }

  private async parentId(parent: ParentSlug): Promise<string | 'gone' | undefined> {
    if ('event' in parent) {
      const event = await this.db.getRepository(Event).findOneBy({ slug: parent.event });
      if (!event) return undefined;
      const show = await this.db.getRepository(Show).findOneByOrFail({ id: event.showId });
      return event.deletedAt || show.deletedAt ? 'gone' : event.id;
    }
    const show = await this.db.getRepository(Show).findOneBy({ slug: parent.show });
    return show?.deletedAt || show?.purgedAt ? 'gone' : show?.id;
  }

  private read(where: OpenWhere, range?: { take?: number; skip?: number }): Promise<EpisodeView[]> {
    return readOpenEpisodes(this.db, this.clock.now(), where, range);
  }
}
