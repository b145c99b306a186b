import { readAtOnce, rowsBy, rowsOf } from '#libs/database';
import { type Clock, systemClock } from '#libs/kernel';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { EpisodeAddress } from '../address/episode-address.entity.js';
import { readReleases, type ReleaseView } from '../sound/releases.query.js';
import { toEpisodeViews } from './episode-views.js';
import { Episode } from './episode.entity.js';
import type { EpisodeView } from './episode.view.js';
import { readHeard } from './heard.query.js';
import { type OpenWhere, readOpenEpisodes, readOpenPage } from './open-episodes.query.js';

/** Where an address under a show or an event leads. `moved` is the current one in the same language: answer 301. */
export type EpisodeLookup =
  /** `isPlanned`: its release is due and about to be written. */
  | { kind: 'found'; view: EpisodeView; isPlanned: boolean }
  /** Not released, but its page says who speaks and when (`ux:K-15`): the working copy. */
  | { kind: 'announced'; view: EpisodeView; releaseAt: Date | null }
  /** Out, for subscribers only until then, where its page stood before: what was announced of it stays (`ux:K-15`). */
  | { kind: 'subscribers'; view: EpisodeView; opensAt: Date }
  | { kind: 'moved'; showSlug: string; eventSlug: string | null; slug: string }
  | { kind: 'gone' }
  | { kind: 'withdrawn' }
  /** Withdrawn for legal reasons: 451. */
  | { kind: 'forbidden' }
  | { kind: 'missing' };

export interface EpisodePage {
  items: EpisodeView[];
  page: number;
  pages: number;
  total: number;
}

const ofSeries = ' and c.series_id in (select id from series where show_id = $2 and slug = $3 and deleted_at is null)';

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

  /** @param page from 1; `size` at most 50 (`ux` 3.5); with `part`, the episodes of one season or mini-series. */
  async ofShow(
    showId: string,
    page = 1,
    size = 50,
    part?: { kind: 'season' | 'series'; key: string },
  ): Promise<EpisodePage> {
    const at = Math.max(1, page);
    const where = { condition: 'e.show_id = $2', parameters: [showId] };
    if (part) {
      where.parameters.push(part.key);
      where.condition += part.kind === 'season' ? ' and c.season = $3::int' : ofSeries;
    }
    return this.page(where, at, size);
  }

  /** What bears a tag, over all shows; `page` from 1. */
  async ofTag(slug: string, page = 1, size = 50): Promise<EpisodePage> {
    const where = { condition: 'c.tag_slugs @> array[$2::text]', parameters: [slug] };
    return this.page(where, page, size);
  }

  async allOfShow(showId: string): Promise<EpisodeView[]> {
    return this.read({ condition: 'e.show_id = $2', parameters: [showId] });
  }

  /** The working copies of all that is not deleted, whatever its state, oldest first: for the producer's eyes only. */
  async workingCopies(showId: string): Promise<EpisodeView[]> {
    const where = { showId, deletedAt: IsNull(), purgedAt: IsNull() };
    const episodes = await this.db.getRepository(Episode).find({ where, order: { createdAt: 'ASC', id: 'ASC' } });
    return toEpisodeViews(this.db, episodes, 'working');
  }

  /** An event's talks, newest release first. */
  async allOfEvent(eventId: string): Promise<EpisodeView[]> {
    return this.read({ condition: 'e.event_id = $2', parameters: [eventId] });
  }

  /** By its link: also when it is on no list. */
  async byId(id: string): Promise<EpisodeView | undefined> {
    return (await this.read({ condition: 'e.id = $2', parameters: [id], withUnlisted: true }))[0];
  }

  /** Those of them that are open, newest first. */
  async byIds(ids: readonly string[]): Promise<EpisodeView[]> {
    if (ids.length === 0) return [];
    return this.read({ condition: 'e.id = any($2::uuid[])', parameters: [ids] });
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
    const { parents, addresses, episodes } = await readAtOnce(this.db, addressRows(slug), parentRows(parent));
    if (!parents[0]) return { kind: 'missing' };
    if (parents[0].isGone) return { kind: 'gone' };
    // A text that exists in one language only is also read under the other's prefix, at the slug it has.
    const row = addresses.find((r) => r.lang === lang) ?? addresses.find((r) => r.isCurrent) ?? addresses[0];
    const episode = episodes.find(({ id }) => id === row?.episodeId);
    if (!row || !episode) return { kind: 'missing' };
    if (episode.deletedAt || episode.purgedAt) return { kind: 'gone' };
    if (episode.isWithdrawnByLaw && episode.state !== 'published') return { kind: 'forbidden' };
    if (episode.state !== 'published') return this.unreleased(episode, row, lang);
    return this.currentAddress(episode, row, lang);
  }

  /** From the second of its planned release on it is found, whoever writes it when; before that, only what was announced. */
  private async unreleased(episode: Episode, row: EpisodeAddress, lang: string): Promise<EpisodeLookup> {
    const { id, state, scheduledAt, isAnnounced, publishedAt } = episode;
    const at = this.clock.now();
    const isDue = state === 'scheduled' && scheduledAt !== null && scheduledAt <= at;
    const heard = isDue ? (await readHeard(this.db, id, { at, audience: 'public' })).episode : undefined;
    const isShown = heard !== undefined || (isAnnounced && state !== 'withdrawn');
    const [working] = isShown ? await toEpisodeViews(this.db, [episode], 'working') : [];
    if (!working) return { kind: publishedAt ? 'withdrawn' : 'missing' };
    const moved = await this.movedFrom(row, lang);
    if (moved)
      return { kind: 'moved', showSlug: working.showSlug, eventSlug: working.event?.slug ?? null, slug: moved };
    if (!heard) return { kind: 'announced', view: working, releaseAt: isDue ? null : scheduledAt };
    return { kind: 'found', view: { ...heard, texts: working.texts }, isPlanned: true };
  }

  /** The present segment of what an address names; undefined when it is the one that was asked. */
  private async movedFrom(
    { episodeId, slug, parentId, lang: own, isCurrent }: EpisodeAddress,
    lang: string,
  ): Promise<string | undefined> {
    if (isCurrent && own === lang) return undefined;
    const current = await this.db.getRepository(EpisodeAddress).findBy({ episodeId, isCurrent: true });
    const target = current.find((a) => a.lang === lang) ?? current.find((a) => a.lang === own) ?? current[0];
    return !target || (target.slug === slug && target.parentId === parentId) ? undefined : target.slug;
  }

  private async currentAddress(episode: Episode, row: EpisodeAddress, lang: string): Promise<EpisodeLookup> {
    const view = await this.byId(episode.id);
    const [released] = view ? [view] : await toEpisodeViews(this.db, [episode], 'released');
    const now = this.clock.now();
    if (!released || (released.expiresAt && released.expiresAt <= now)) return { kind: 'withdrawn' };
    const opensAt = view ? null : released.subscribersUntil;
    if (!view && !(episode.isAnnounced && opensAt)) return { kind: 'missing' }; // for subscribers only, until later
    const moved = await this.movedFrom(row, lang);
    const { showSlug, event } = view ?? released;
    if (moved) return { kind: 'moved', showSlug, eventSlug: event?.slug ?? null, slug: moved };
    return view
      ? { kind: 'found', view, isPlanned: false }
      : { kind: 'subscribers', view: released, opensAt: opensAt! };
  }

  /** A page beyond the end is empty, and the first of one. */
  private async page(where: OpenWhere, page: number, size: number): Promise<EpisodePage> {
    const range = { take: size, skip: (page - 1) * size };
    const { items, total } = await readOpenPage(this.db, this.clock.now(), where, range);
    return { items, page, pages: Math.max(1, Math.ceil(total / size)), total };
  }

  private read(where: OpenWhere, range?: { take?: number; skip?: number }): Promise<EpisodeView[]> {
    return readOpenEpisodes(this.db, this.clock.now(), where, range);
  }
}

/** What an address stands below. */
function parentRows(parent: ParentSlug) {
  return 'event' in parent
    ? rowsBy(
        `select v.id, v.deleted_at is not null or s.deleted_at is not null as "isGone"
         from events v join shows s on s.id = v.show_id where v.slug = $1`,
        [parent.event],
      )
    : rowsBy('select id, deleted_at is not null or purged_at is not null as "isGone" from shows where slug = $1', [
        parent.show,
      ]);
}

function addressRows(slug: string) {
  const where = 'parent_id = any(array(select id from chosen)) and slug = $1';
  const ofThose = `id = any(array(select episode_id from episode_addresses where ${where}))`;
  return {
    parents: rowsBy<{ isGone: boolean }>('select "isGone" from chosen', []),
    addresses: rowsOf(EpisodeAddress, { where, parameters: [slug] }),
    episodes: rowsOf(Episode, { where: ofThose, parameters: [slug] }),
  };
}
