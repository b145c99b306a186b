import { type OutboxRow, listen, outboxChannel } from '#libs/database';
import { type Clock, EstradeError } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { QueueBackend } from './backend.js';
import type { AnyJob, Work } from './job.js';
import type { QueueLog } from './workers.js';

/** What a fact sets in motion. It may read rows through the manager, and answers with the work to be ordered. */
export type Subscription = (payload: never, manager: EntityManager) => Promise<readonly Work[]>;
/** By the fact's name. A fact that nobody subscribes to is simply marked as relayed. */
export type Subscriptions = Readonly<Record<string, readonly Subscription[]>>;

export interface RelayOptions {
  dataSource: DataSource;
  /** For a connection of its own that listens. */
  databaseUrl: string;
  backend: Pick<QueueBackend, 'enqueue'>;
  /** A row with the name of one of these is that job: the next step of a chain. */
  jobs: readonly AnyJob[];
  subscriptions: Subscriptions;
  clock: Clock;
  log: QueueLog;
  pollMs?: number;
}

export interface Relay {
  /** Relays what is there now; returns the number of rows. */
  relayOnce(): Promise<number>;
  close(): Promise<void>;
}

const batch = 100;
const keepMs = 7 * 24 * 3600_000;
const sweepMs = 3600_000;
const longestWaitMs = 5 * 60_000;

/**
 * Turns committed outbox rows into keyed jobs, in the order of their ids, woken at commit and at least once a
 * second (`fault:F06`). A row whose work cannot be ordered stays and is tried again, ever more slowly, without
 * holding up the others. Several relays share the rows. Relayed rows go after seven days.
 */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const { clock, log } = options;
  const waits = new Map<string, { tries: number; until: number }>();
  let closed = false;
  let sweptAt = 0;
  let running: Promise<number> | undefined;
  let isAsked = false;

  const relayAll = async (): Promise<number> => {
    let total = 0;
    for (;;) {
      const now = clock.now().getTime();
      const skip = [...waits].filter(([, wait]) => wait.until > now).map(([id]) => id);
      const { seen, relayed } = await relayBatch(options, skip, waits);
      total += relayed;
      if (closed || seen < batch) return total;
    }
  };
  /** One pass at a time in this process. */
  const pass = async (): Promise<number> => {
    while (running) await running.catch(() => {});
    running = relayAll();
    return running.finally(() => (running = undefined));
  };
  /** A call during a pass makes one more follow. */
  const wake = (): void => {
    if (closed || isAsked) return;
    isAsked = true;
    void (async () => {
      while (running) await running.catch(() => {});
      isAsked = false;
      if (closed) return;
      await pass();
      if (clock.now().getTime() - sweptAt > sweepMs) await sweep();
    })().catch((error: unknown) => {
      if (!closed) log.warn({ reason: String(error) }, 'the outbox could not be read; it is tried again');
    });
  };
  const sweep = async (): Promise<void> => {
    sweptAt = clock.now().getTime();
    await options.dataSource.query('delete from outbox where relayed_at < $1', [new Date(sweptAt - keepMs)]);
  };

  const listener = await listen(options.databaseUrl, [outboxChannel], wake, wake);
  const timer = setInterval(wake, options.pollMs ?? 1_000);
  return {
    relayOnce: pass,
    async close() {
      closed = true;
      clearInterval(timer);
      await listener.close();
      await running?.catch(() => {});
    },
  };
}

async function relayBatch(
  { dataSource, jobs, subscriptions, backend, clock, log }: RelayOptions,
  skip: readonly string[],
  waits: Map<string, { tries: number; until: number }>,
): Promise<{ seen: number; relayed: number }> {
  return dataSource.transaction(async (manager) => {
    const rows: Pick<OutboxRow, 'id' | 'name' | 'payload'>[] = await manager.query(
      `select id, name, payload from outbox where relayed_at is null and id <> all($1::bigint[])
       order by id limit ${batch} for update skip locked`,
      [skip],
    );
    const done: string[] = [];
    const markRelayed = async (ids: string[]): Promise<number> => {
      if (ids.length === 0) return 0;
      await manager.query('update outbox set relayed_at = $2 where id = any($1::bigint[])', [ids, clock.now()]);
      return ids.length;
    };
    for (const row of rows) {
      try {
        for (const work of await toWork(row, jobs, subscriptions, manager)) {
          await backend.enqueue(work.job, work.payload);
        }
        done.push(row.id);
        waits.delete(row.id);
      } catch (error) {
        // Nothing else can be ordered either: the rest of the batch waits for the next poll.
        if (error instanceof EstradeError && error.code === 'QUEUE_AWAY') {
          log.warn({ reason: error.message }, 'the outbox waits for the queue');
          return { seen: 0, relayed: await markRelayed(done) };
        }
        const tries = (waits.get(row.id)?.tries ?? 0) + 1;
        waits.set(row.id, { tries, until: clock.now().getTime() + Math.min(longestWaitMs, 500 * 2 ** tries) });
        log.warn(
          { outboxId: row.id, name: row.name, tries, reason: String(error) },
          'an outbox row stays for another try',
        );
      }
    }
    return { seen: rows.length, relayed: await markRelayed(done) };
  });
}

/** The work of one row. A subscription runs in a savepoint: its failing query must not spoil the other rows. */
async function toWork(
  row: Pick<OutboxRow, 'name' | 'payload'>,
  jobs: readonly AnyJob[],
  subscriptions: Subscriptions,
  manager: EntityManager,
): Promise<readonly Work[]> {
  const job = jobs.find(({ name }) => name === row.name);
  if (job) return [{ job, payload: row.payload }];
  const subscribed = Object.hasOwn(subscriptions, row.name) ? subscriptions[row.name]! : [];
  if (subscribed.length === 0) return [];
  return manager.transaction(async (savepoint) => {
    const works: Work[] = [];
    for (const subscription of subscribed) works.push(...(await subscription(row.payload as never, savepoint)));
    return works;
  });
}
