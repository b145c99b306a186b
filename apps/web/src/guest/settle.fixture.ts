import { makeIndexEpisode } from '#libs/search';
import { makePieceHandlers, pieceJobs, pieceSubscriptions } from '#libs/sharing';
import { feedAt, settleFeeds } from '../../../../test/feeds/settle.js';
import type { WebWorld } from '../web.fixture.js';

/** What the worker would do of itself, and that the pages have heard of it. */
export interface Settler {
  /** Cards and kits are planned, feeds built, searches written. */
  settle(): Promise<void>;
  /** Every page and feed says what is so now. */
  heard(): Promise<void>;
}

/** @throws when it does not come about in 500 looks. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) if (await isSo()) return;
  throw new Error('It did not come about.');
}

const never = {} as never;

/** Works through the outbox of a world from its begin. */
export function settlerOf(world: WebWorld): Settler {
  let relayed = 0;
  /** Which cards and files there are to be, from what and under which names; their pixels are of no matter here. */
  const planPieces = async () => {
    const { db, clock, addresses, storage } = world;
    const handlers = makePieceHandlers({ dataSource: db, clock, addresses, storage }) as unknown as Record<
      string,
      (payload: unknown) => Promise<void>
    >;
    const run = async (name: string, payload: unknown) => {
      const job = pieceJobs.find((each) => each.name === name);
      if (job && name !== 'sharing.card') await handlers[name]!(job.payload.parse(payload));
    };
    for (;;) {
      const rows: { id: string; name: string; payload: never }[] = await db.query(
        'select id, name, payload from outbox where id > $1 order by id',
        [relayed],
      );
      if (rows.length === 0) return;
      for (const { id, name, payload } of rows) {
        relayed = Number(id);
        await run(name, payload);
        for (const subscription of pieceSubscriptions[name] ?? []) {
          for (const work of await subscription(payload, db.manager)) await run(work.job.name, work.payload);
        }
      }
    }
  };
  /** What the worker would do: cards and kits, feeds, the index; and the pages hear of it. */
  const settle = async () => {
    await planPieces();
    await settleFeeds(world);
    await world.db.query(
      `insert into search_entries (episode_id) select id from episodes
       on conflict (episode_id) do update set wanted = search_entries.wanted + 1`,
    );
    const entries = await world.db.query('select episode_id as "episodeId", wanted as version from search_entries');
    for (const entry of entries) await makeIndexEpisode({ dataSource: world.db, clock: world.clock })(entry, never);
    await heard();
  };
  /** Pages are made anew after a minute at the latest; feeds as soon as the database has told of them. */
  const heard = async () => {
    world.clock.forward(61_000);
    const feeds: { path: string }[] = await world.db.query(
      'select path from feeds where path is not null and gone_at is null',
    );
    for (const { path } of feeds) {
      await until(async () => (await world.get(path)).body === (await feedAt(world, path)));
    }
  };
  return { settle, heard };
}
