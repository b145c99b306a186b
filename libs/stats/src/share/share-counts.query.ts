import type { DataSource, EntityManager } from 'typeorm';
import { toShown } from './visitor.plan.js';

/** Sums since the link was made; null: fewer than five, which is all that is said (`ux:K-13`). */
export interface ShareTotals {
  visits: number | null;
  plays: number | null;
  shares: number | null;
}

/** What came of guests' links. */
export class ShareCountsQuery {
  constructor(private readonly db: DataSource | EntityManager) {}

  async ofLink(linkId: string): Promise<ShareTotals> {
    const rows: { visits: number; plays: number; shares: number }[] = await this.db.query(
      `select coalesce(sum(visits), 0)::int as visits, coalesce(sum(plays), 0)::int as plays,
         coalesce(sum(shares), 0)::int as shares from share_counts where link_id = $1`,
      [linkId],
    );
    const { visits, plays, shares } = rows[0]!;
    return { visits: toShown(visits), plays: toShown(plays), shares: toShown(shares) };
  }
}
