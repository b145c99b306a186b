import type { DataSource, EntityManager } from 'typeorm';

/** One day (UTC) of a feed, over all apps. */
export interface FetchDay {
  day: string;
  ok: number;
  unchanged: number;
  other: number;
  bytes: number;
}

/** An app that has the bytes of a version. */
export interface AppFetch {
  app: string;
  firstAt: Date;
  count: number;
}

/** What feeds were asked for. */
export class FeedFetchesQuery {
  constructor(private readonly db: DataSource | EntityManager) {}

  /** The last `days` days up to today (UTC), oldest first, also those without a request. */
  async byDay(feedId: string, today: Date, days = 7): Promise<FetchDay[]> {
    const rows: (FetchDay & { bytes: string })[] = await this.db.query(
      `select d.day::date::text as day, coalesce(sum(f.ok), 0)::int as ok, coalesce(sum(f.unchanged), 0)::int as unchanged,
         coalesce(sum(f.other), 0)::int as other, coalesce(sum(f.bytes), 0)::text as bytes
       from generate_series($2::date - ($3::int - 1), $2::date, interval '1 day') as d(day)
       left join feed_fetches f on f.feed_id = $1 and f.day = d.day::date
       group by d.day order by d.day`,
      [feedId, today.toISOString().slice(0, 10), days],
    );
    return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }));
  }

  /** Who has these bytes, in the order in which they came for them. */
  async whoHas(versionId: string): Promise<AppFetch[]> {
    return this.db.query(
      `select app, first_at as "firstAt", count from feed_version_fetches where version_id = $1 order by first_at, app`,
      [versionId],
    );
  }
}
