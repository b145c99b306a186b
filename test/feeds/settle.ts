import type { Addresses } from '#libs/catalog';
import { OutboxRow } from '#libs/database';
import { buildFeed, feedSubscriptions, makeBuildFeed, StoredFeedQuery } from '#libs/feeds';
import type { Clock } from '#libs/kernel';
import type { DataSource } from 'typeorm';

/** Does what relay and queue would, in the order of the outbox, until nothing of feeds is left to do; gives how many builds that took. */
export async function settleFeeds(world: { db: DataSource; clock: Clock; addresses: Addresses }): Promise<number> {
  const { db, clock, addresses } = world;
  const build = makeBuildFeed({ dataSource: db, clock, addresses, gapMs: 0 });
  let builds = 0;
  for (;;) {
    const [row] = await db.query(`select id, name, payload from outbox where relayed_at is null order by id limit 1`);
    if (!row) return builds;
    if (row.name === buildFeed.name) {
      builds += 1;
      await build(row.payload, {} as never);
    }
    for (const listen of feedSubscriptions[row.name] ?? []) {
      await db.transaction((manager) => listen(row.payload as never, manager));
    }
    await db.getRepository(OutboxRow).update({ id: row.id }, { relayedAt: clock.now() });
  }
}

/** The present document at a path, as it is stored. */
export async function feedAt({ db, clock }: { db: DataSource; clock: Clock }, path: string): Promise<string> {
  const feeds = new StoredFeedQuery(db);
  const found = await feeds.byPath(path, clock.now());
  if (found.kind !== 'found') throw new Error(`${path} is ${found.kind}`);
  return (await feeds.bytes(found.current.versionId, 'identity'))!.toString();
}
