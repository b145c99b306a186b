import type { DataSource } from 'typeorm';

/** What was counted of one link on one day since the last time. */
export interface ShareTally {
  via: string;
  day: string;
  visits: number;
  plays: number;
  shares: number;
}

/** Those of these codes that are a guest's who wants counting. */
export async function findCounted(db: Pick<DataSource, 'query'>, vias: readonly string[]): Promise<Set<string>> {
  const rows: { via: string }[] = await db.query(
    'select via from guest_links where via = any($1::text[]) and counts_via',
    [vias],
  );
  return new Set(rows.map(({ via }) => via));
}

/** Adds to the days of the links. A `via` that nobody has, or whose guest wants no counting (`ux:K-14`), is left out. */
export async function writeShares(db: Pick<DataSource, 'query'>, tallies: readonly ShareTally[]): Promise<void> {
  await db.query(
    `insert into share_counts (link_id, day, visits, plays, shares)
     select g.id, c.day, c.visits, c.plays, c.shares
     from jsonb_to_recordset($1::jsonb) as c(via text, day date, visits int, plays int, shares int)
     join guest_links g on g.via = c.via and g.counts_via
     order by g.id, c.day
     on conflict (link_id, day) do update set visits = share_counts.visits + excluded.visits,
       plays = share_counts.plays + excluded.plays, shares = share_counts.shares + excluded.shares`,
    [JSON.stringify(tallies)],
  );
}
