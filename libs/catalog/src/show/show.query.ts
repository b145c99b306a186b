import { readAtOnce, rowsBy, rowsOf, type RowsWhere } from '#libs/database';
import { type Clock, systemClock } from '#libs/kernel';
import { Person, toPersonRef } from '#libs/people';
import type { DataSource, EntityManager } from 'typeorm';
import { isOpenSql } from '../episode/listing-where.plan.js';
import { groupBy } from '../episode/copy-tree.js';
import { usualShowFeed } from '../feed/feed-settings.js';
import { usualShowPage } from './show-page.js';
import { ShowText } from './show-text.entity.js';
import { Show } from './show.entity.js';
import type { NamedShow, ShowView } from './show.view.js';

/** What an address of the public side leads to; `gone` means deleted, and answers 410. */
export type Lookup<T> = { kind: 'found'; view: T } | { kind: 'gone' } | { kind: 'missing' };

/** Shows as readers see them: not deleted. A show without a released episode has a page, but is on no list. */
export class ShowQuery {
  constructor(
    private readonly db: DataSource | EntityManager,
    private readonly clock: Clock = systemClock,
  ) {}

  async bySlug(slug: string): Promise<Lookup<ShowView>> {
    const [found] = await this.read({ where: 'slug = $1', parameters: [slug] });
    if (!found) return { kind: 'missing' };
    const { show, view } = found;
    return show.deletedAt || show.purgedAt ? { kind: 'gone' } : { kind: 'found', view };
  }

  async byId(id: string): Promise<ShowView | undefined> {
    return (await this.byIds([id]))[0];
  }

  async byIds(ids: readonly string[]): Promise<ShowView[]> {
    if (ids.length === 0) return [];
    const found = await this.read({ where: `id = any($1::uuid[]) and ${isPresent}`, parameters: [ids] });
    return found.map(({ view }) => view);
  }

  /** Nothing is counted for it, which costs the more the more there is to hear. */
  async named(ids: readonly string[]): Promise<NamedShow[]> {
    const { shows, texts } = await readAtOnce(this.db, {
      shows: rowsOf(Show, { where: `id = any($1::uuid[]) and ${isPresent}`, parameters: [ids] }),
      texts: rowsOf(ShowText, { where: 'show_id = any($1::uuid[])', parameters: [ids], order: 'lang' }),
    });
    const textsOf = groupBy(texts, 'showId');
    return shows.map(({ id, slug, language, coverKey, timeZone }) => ({
      ...{ id, slug, language, coverKey, timeZone },
      texts: (textsOf.get(id) ?? []).map(({ lang, title, description }) => ({ lang, title, description })),
    }));
  }

  /** Shows that have something to hear, latest release first. */
  async list(): Promise<ShowView[]> {
    const found = await this.read({ where: isPresent, parameters: [] });
    return found
      .map(({ view }) => view)
      .filter((view) => view.episodeCount > 0)
      .sort((a, b) => (b.latestAt?.getTime() ?? 0) - (a.latestAt?.getTime() ?? 0));
  }

  /** In one statement. */
  private async read({ where, parameters }: RowsWhere): Promise<{ show: Show; view: ShowView }[]> {
    const asked = {
      shows: rowsOf(Show, { where: 'id in (select id from chosen)', parameters: [] }),
      texts: rowsOf(ShowText, { where: 'show_id in (select id from chosen)', parameters: [], order: 'lang' }),
      hosts: rowsOf(Person, {
        where: 'id = any(array(select unnest(host_ids) from shows where id in (select id from chosen)))',
        parameters: [],
      }),
      counts: countRows(this.clock.now()),
    };
    const rows = await readAtOnce(this.db, asked, rowsBy(`select id from shows where ${where}`, parameters));
    const texts = groupBy(rows.texts, 'showId');
    const hosts = new Map(rows.hosts.map((person) => [person.id, person]));
    const counts = new Map(rows.counts.map((row) => [row.showId, row]));
    return rows.shows.map((show) => {
      show.texts = texts.get(show.id) ?? [];
      return { show, view: toShowView(show, hosts, counts.get(show.id)) };
    });
  }
}

const isPresent = 'deleted_at is null and purged_at is null';

/** What is out of each chosen show. */
function countRows(at: Date) {
  return rowsBy<{ showId: string; count: number; latestAt: Date }>(
    `select e.show_id as "showId", count(*)::int as count,
       max(greatest(e.published_at, c.subscribers_until)) as "latestAt"
     from episodes e join episode_copies c on c.episode_id = e.id and c.kind = 'released'
     where e.show_id in (select id from chosen) and e.state = 'published' and e.deleted_at is null
       and e.purged_at is null and ${isOpenSql('c', '$1')} group by e.show_id`,
    [at],
    ['latestAt'],
  );
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
