import { readAtOnce, rowsBy } from '#libs/database';
import type { Clock } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { isOpenSql } from '../episode/listing-where.plan.js';
import type { ShowView } from './show.view.js';

/** A season or a mini-series of a show with something that is out and listed. */
export interface ShowPartView {
  kind: 'season' | 'series';
  /** The season's number, or the mini-series' address segment. */
  key: string;
  texts: { lang: string; name: string }[];
  count: number;
}

/** What a show's episodes are parts of, as readers see it. */
export class ShowPartsQuery {
  constructor(
    private readonly db: DataSource | EntityManager,
    private readonly clock: Clock,
  ) {}

  /** Seasons, newest first, where there is more than one or it has a name; then mini-series by their newest part. */
  async of(show: Pick<ShowView, 'id' | 'language' | 'feed'>): Promise<ShowPartView[]> {
    const { seasons, series } = await readAtOnce(this.db, partRows(show.id, this.clock.now()));
    const named = seasons.map(({ season, count }) => ({
      ...{ kind: 'season' as const, key: String(season), count },
      texts: show.feed.seasons
        .filter(({ number, name }) => number === season && name !== '')
        .map(({ name }) => ({ lang: show.language, name })),
    }));
    const shown = named.length > 1 || named.some(({ texts }) => texts.length > 0) ? named : [];
    return [...shown, ...series.map(({ slug, ...rest }) => ({ kind: 'series' as const, key: slug, ...rest }))];
  }
}

function partRows(showId: string, at: Date) {
  return {
    seasons: rowsBy<{ season: number; count: number }>(
      `select c.season, count(*)::int as count ${from} and c.season is not null group by c.season order by c.season desc`,
      [showId, at],
    ),
    series: rowsBy<{ slug: string; texts: ShowPartView['texts']; count: number }>(
      `select x.slug, count(*)::int as count,
         coalesce((select json_agg(json_build_object('lang', t.lang, 'name', t.name) order by t.lang)
           from series_texts t where t.series_id = x.id), '[]'::json) as texts
       ${from.replace('where', 'join series x on x.id = c.series_id and x.deleted_at is null where')}
       group by x.id order by max(e.published_at) desc, x.slug`,
      [showId, at],
    ),
  };
}

const from = `from episodes e join episode_copies c on c.episode_id = e.id and c.kind = 'released'
  where e.show_id = $1 and e.state = 'published' and e.deleted_at is null and e.purged_at is null
    and ${isOpenSql('c', '$2')}`;
