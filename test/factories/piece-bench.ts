import type { AnyJob, Subscriptions } from '#libs/queue';
import { createStorage, type Storage } from '#libs/storage';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from './world.js';
import { makePieceHandlers, pieceJobs, pieceSubscriptions } from '#libs/sharing';

/** Does what the worker would do with the facts of a test's world, without a queue. */
export interface PieceBench {
  storage: Storage;
  /** Until nothing is left to do; answers with the names of the jobs that were done. Those in `later` wait for the next time. */
  settle(later?: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

/** @param given where files lie; absent: a folder of its own. */
export async function aPieceBench(
  { db, clock, addresses }: Pick<World, 'db' | 'clock' | 'addresses'>,
  given?: Storage,
): Promise<PieceBench> {
  const folder = await mkdtemp(join(tmpdir(), 'estrade-pieces-'));
  const storage = given ?? (await createStorage({ dataDir: folder, storageUrl: undefined }));
  const handlers = makePieceHandlers({ dataSource: db, clock, addresses, storage }) as unknown as Record<
    string,
    (payload: unknown) => Promise<void>
  >;
  const jobs = new Map<string, AnyJob>(pieceJobs.map((job) => [job.name, job]));
  const subscriptions: Subscriptions = pieceSubscriptions;
  let seen = 0;
  let waiting: { name: string; payload: unknown }[] = [];
  const run = async (name: string, payload: unknown): Promise<string> => {
    await handlers[name]!(jobs.get(name)!.payload.parse(payload));
    return name;
  };
  return {
    storage,
    async settle(later = []) {
      const done: string[] = [];
      const due = waiting;
      waiting = [];
      for (const { name, payload } of due) done.push(await run(name, payload));
      for (;;) {
        const rows: { id: string; name: string; payload: never }[] = await db.query(
          'select id, name, payload from outbox where id > $1 order by id',
          [seen],
        );
        if (rows.length === 0) return done;
        for (const { id, name, payload } of rows) {
          seen = Number(id);
          if (later.includes(name)) waiting.push({ name, payload });
          else if (jobs.has(name)) done.push(await run(name, payload));
          for (const subscription of subscriptions[name] ?? []) {
            for (const work of await subscription(payload, db.manager))
              done.push(await run(work.job.name, work.payload));
          }
        }
      }
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
