import { type Clock, systemClock } from '#libs/kernel';
import { type Person, toPersonRef } from '#libs/people';
import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { isOpenSql } from '../episode/listing-where.plan.js';
import { personsById } from '../guest/persons-by-id.js';
import { usualShowFeed } from '../feed/feed-settings.js';
import { usualShowPage } from './show-page.js';
import { Show } from './show.entity.js';
import type { ShowView } from './show.view.js';

/** What an address of the public side leads to; `gone` means deleted, and answers 410. */
export type Lookup<T> = { kind: 'found'; view: T } | { kind: 'gone' } | { kind: 'missing' };

/** Shows as readers see them: not deleted. A show without a released episode has a page, but is on no list. */
export class ShowQuery {
  constructor(
    private readonly db: DataSource | EntityManager,
    private readonly clock: Clock = systemClock,
  ) {}

  async bySlug(slug: string): Promise<Lookup<ShowView>> {
    const show = await this.db.getRepository(Show).findOne({ where: { slug }, relations: { texts: true } });
    if (!show) return { kind: 'missing' };
    if (show.deletedAt || show.purgedAt) return { kind: 'gone' };
    return { kind: 'found', view: (await this.toViews([show]))[0]! };
  }

  async byId(id: string): Promise<ShowView | undefined> {
    return (await this.byIds([id]))[0];
  }

  async byIds(ids: readonly string[]): Promise<ShowView[]> {
    if (ids.length === 0) return [];
    const where = { id: In([...ids]), deletedAt: IsNull(), purgedAt: IsNull() };
    return this.toViews(await this.db.getRepository(Show).find({ where, relations: { texts: true } }));
  }

  /** Shows that have something to hear, latest release first. */
  async list(): Promise<ShowView[]> {
    const where = { deletedAt: IsNull(), purgedAt: IsNull() };
    const shows = await this.db.getRepository(Show).find({ where, relations: { texts: true } });
    return (await this.toViews(shows))
      .filter((show) => show.episodeCount > 0)
      .sort((a, b) => (b.latestAt?.getTime() ?? 0) - (a.latestAt?.getTime() ?? 0));
  }

  private async toViews(shows: readonly Show[]): Promise<ShowView[]> {
    // One after the other: inside a transaction there is one connection.
    const hostIds = shows.flatMap((show) => show.hostIds);
    const hosts = await personsById(this.db, hostIds);
    const counts = await this.counts(shows.map((show) => show.id));
    return shows.map((show) => toShowView(show, hosts, counts.get(show.id)));
  }

  private async counts(showIds: string[]): Promise<Map<string, { count: number; latestAt: Date }>> {
    const rows: { showId: string; count: number; latestAt: Date }[] = await this.db.query(
      `select e.show_id as "showId", count(*)::int as count,
         max(greatest(e.published_at, c.subscribers_until)) as "latestAt"
       from episodes e join episode_copies c on c.episode_id = e.id and c.kind = 'released'
       where e.show_id = any($1) and e.state = 'published' and e.deleted_at is null and e.purged_at is null
         and ${isOpenSql('c', '$2')} group by e.show_id`,
      [showIds, this.clock.now()],
    );
    return new Map(rows.map((row) => [row.showId, row]));
  }
}

function toShowView(
  show: Show,
  persons: Map<string, Person>,
  released: { count: number; latestAt: Date } | undefined,
): ShowView {
  const hosts = show.hostIds.flatMap((id) => persons.get(id) ?? []);
  return {
    id: show.id,
    slug: show.slug,
    language: show.language,
    category: show.category,
    subcategory: show.subcategory,
    explicit: show.explicit,
    type: show.type,
    author: show.author,
    ownerEmail: show.ownerEmail,
    timeZone: show.timeZone,
    copyright: show.copyright,
    locked: show.locked,
    podcastGuid: show.podcastGuid,
    coverKey: show.coverKey,
    coverWidth: show.coverWidth,
    accent: show.accent,
    texts: show.texts.map(({ lang, title, description }) => ({ lang, title, description })),
    hosts: hosts.map(toPersonRef),
    feed: { ...usualShowFeed, ...show.feed },
    page: { ...usualShowPage, ...show.page },
    host: show.hostActiveAt ? show.host : null,
    episodeCount: released?.count ?? 0,
    latestAt: released?.latestAt ?? null,
  };
}
