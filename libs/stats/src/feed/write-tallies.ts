import type { DataSource } from 'typeorm';
import type { Tally } from './tally.js';

interface Row extends Tally {
  versionId: string;
  app: string;
}

/**
 * Adds what was counted to the day and to the versions. A version that was removed since is left out, and so is every
 * feed with a secret address: what its few readers use is nobody's business.
 */
export async function writeTallies(
  db: Pick<DataSource, 'query'>,
  counts: ReadonlyMap<string, ReadonlyMap<string, Tally>>,
  now: Date,
): Promise<void> {
  const rows = [...counts].flatMap(([versionId, tallies]) =>
    [...tallies].map(([app, tally]): Row => ({ versionId, app, ...tally })),
  );
  // One statement: written whole or not at all. Sorted, so that two web apps never wait for each other in a circle.
  await db.query(
    `with counted as (
       select v.id as version_id, v.feed_id, c.* from jsonb_to_recordset($1::jsonb)
         as c("versionId" uuid, app text, ok int, unchanged int, other int, bytes bigint, "firstAt" bigint)
       join feed_versions v on v.id = c."versionId"
       join feeds f on f.id = v.feed_id and f.kind not in ('private', 'personal')
     ), days as (
       insert into feed_fetches (feed_id, day, app, ok, unchanged, other, bytes)
       select feed_id, $2::date, app, sum(ok), sum(unchanged), sum(other), sum(bytes) from counted
       group by feed_id, app order by feed_id, app
       on conflict (feed_id, day, app) do update set ok = feed_fetches.ok + excluded.ok,
         unchanged = feed_fetches.unchanged + excluded.unchanged, other = feed_fetches.other + excluded.other,
         bytes = feed_fetches.bytes + excluded.bytes
     )
     insert into feed_version_fetches (version_id, app, first_at, count)
     select version_id, app, to_timestamp("firstAt" / 1000.0), ok + unchanged from counted
     where "firstAt" > 0 order by version_id, app
     on conflict (version_id, app) do update set count = feed_version_fetches.count + excluded.count,
       first_at = least(feed_version_fetches.first_at, excluded.first_at)`,
    [JSON.stringify(rows), now.toISOString().slice(0, 10)],
  );
}
