import type { DataSource, EntityManager } from 'typeorm';
import { type Rows, rowsBy } from '#libs/database';
import { type Chosen, readChosenViews } from './episode-views.js';
import type { EpisodeView } from './episode.view.js';
import { isOpenSql, isReachableSql } from './listing-where.plan.js';

/** Which open episodes are asked for: a condition over `e` (episode) and `c` (released copy), its parameters from `$2` on. */
export interface OpenWhere {
  condition: string;
  parameters: readonly unknown[];
  /** Also what is reached by its link only. */
  withUnlisted?: boolean;
}

/** The released copies that everybody may hear at an instant, newest first; neither episode nor show is deleted. */
export async function readOpenEpisodes(
  db: DataSource | EntityManager,
  at: Date,
  where: OpenWhere,
  range: { take?: number; skip?: number } = {},
): Promise<EpisodeView[]> {
  return (await readChosenViews(db, 'released', chosenOf(at, where, range))).views;
}

/** A part of them, and how many there are in all; none of a part beyond the end. */
export async function readOpenPage(
  db: DataSource | EntityManager,
  at: Date,
  where: OpenWhere,
  { take, skip }: { take: number; skip: number },
): Promise<{ items: EpisodeView[]; total: number }> {
  const { views, order } = await readChosenViews(
    db,
    'released',
    chosenOf(at, where, { take, skip }, ', count(*) over ()::int as total'),
  );
  return { items: views, total: order[0]?.total ?? 0 };
}

function chosenOf(
  at: Date,
  where: OpenWhere,
  { take, skip = 0 }: { take?: number; skip?: number },
  more = '',
): Rows<Chosen> {
  return rowsBy<Chosen>(
    `select e.id, greatest(e.published_at, c.subscribers_until) as "publishedAt"${more} ${from(where)}
     order by 2 desc, e.id desc limit ${take ?? 'null'} offset $${where.parameters.length + 2}`,
    [at, ...where.parameters, skip],
    ['publishedAt'],
  );
}

function from({ condition, withUnlisted }: OpenWhere): string {
  const isSeen = withUnlisted ? isReachableSql('c', '$1') : isOpenSql('c', '$1');
  return `from episodes e
    join shows s on s.id = e.show_id and s.deleted_at is null and s.purged_at is null
    join episode_copies c on c.episode_id = e.id and c.kind = 'released'
    where e.state = 'published' and e.deleted_at is null and e.purged_at is null and e.published_at is not null
      and ${isSeen} and ${condition}`;
}
