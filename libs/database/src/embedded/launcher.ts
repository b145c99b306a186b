import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, clusterUrl, movePort, openCluster } from './cluster.js';
import { EmbeddedPostgresError } from './error.js';
import { findPostmaster, isReady, logTail, spawnPostmaster, stopPostmaster } from './postmaster.js';

export interface LaunchOptions {
  /** The instance's data folder; the cluster lies in its folder `postgres`. */
  dataDir: string;
  log: (line: string) => void;
  /** Take part in a cluster that another Estrade runs (a console command) instead of refusing; `stop` then leaves it running. */
  join?: boolean;
  /** More server settings, such as `{ fsync: 'off' }` in tests. */
  settings?: Record<string, string>;
}

export interface EmbeddedPostgres {
  /** Address of the database `estrade`, with the generated password. */
  url: string;
  /** Fast shutdown, waited for. Stop the apps first. */
  stop(): Promise<void>;
}

/** The session lock by which one running Estrade owns a cluster; it ends with the process, however that ends. */
const ownerLock = 73_911;
const database = 'estrade';

/**
 * Starts the cluster of a data folder, or takes over the one that a killed launcher left running, and keeps it
 * up: when the server dies it is started again on the same port.
 * @throws EmbeddedPostgresError with one sentence for a person: folder not writable, already running, will not start.
 */
export async function startEmbeddedPostgres(options: LaunchOptions): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(options.dataDir);
  let stopping = false;
  let pid = await bringUp(cluster, options);
  let keeper = await takeOwnership(cluster, watch);
  if (!keeper) {
    if (options.join) return { url: clusterUrl(cluster, database), stop: async () => {} };
    throw new EmbeddedPostgresError(
      'DATABASE_IN_USE',
      `Another Estrade is running on the data folder ${options.dataDir}. Stop it first, or choose another folder with DATA_DIR.`,
    );
  }
  await createDatabase(cluster);

  async function watch(): Promise<void> {
    while (!stopping) {
      options.log('The embedded Postgres went away; it is started again.');
      try {
        pid = await bringUp(cluster, options, false);
        keeper = await takeOwnership(cluster, watch);
        return;
      } catch (error) {
        options.log(String(error instanceof Error ? error.message : error));
        await sleep(2_000);
      }
    }
  }

  return {
    url: clusterUrl(cluster, database),
    async stop() {
      stopping = true;
      await keeper?.end().catch(() => {});
      await stopPostmaster(pid);
    },
  };
}

/** Returns the process id of a server that answers. Retries what heals by itself: a stale lock, dying children, a taken port. */
async function bringUp(cluster: Cluster, { log, settings = {} }: LaunchOptions, mayMove = true): Promise<number> {
  let reason = '';
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const left = await findPostmaster(cluster);
    if (left) {
      cluster.port = left.port;
      if (await waitUntilReady(cluster, () => false)) return left.pid;
      reason = `process ${left.pid} holds ${cluster.data} but does not answer on port ${left.port}`;
      break;
    }
    const logStart = await stat(cluster.log).then((s) => s.size, () => 0); // prettier-ignore
    const child = await spawnPostmaster(cluster, settings);
    let ended = false;
    child.once('exit', () => (ended = true)).once('error', (error) => ((ended = true), (reason = error.message)));
    if (await waitUntilReady(cluster, () => ended)) return child.pid!;
    reason = (await logTail(cluster, logStart)) || reason;
    const isPortTaken = /could not bind|could not create any TCP/.test(reason);
    if (isPortTaken && mayMove) {
      log(`Port ${cluster.port} is taken by another program; the embedded Postgres moves to a free one.`);
      await movePort(cluster);
    } else if (!isPortTaken && !/lock file|shared memory block/.test(reason)) break;
    await sleep(250);
  }
  throw new EmbeddedPostgresError(
    'DATABASE_NOT_STARTED',
    `The embedded Postgres in ${cluster.folder} does not start: ${reason || 'no reason given'}. Its log is ${cluster.log}.`,
  );
}

/** Waits at most a minute (a recovery after a crash can take a while); false as soon as the process has ended. */
async function waitUntilReady(cluster: Cluster, hasEnded: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (hasEnded()) return false;
    if (await isReady(cluster)) return true;
    await sleep(50);
  }
  return false;
}

/** Undefined when another process owns the cluster and keeps it (a killed owner's lock goes within moments). */
async function takeOwnership(cluster: Cluster, onLoss: () => Promise<void>): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: clusterUrl(cluster, 'postgres'), keepAlive: true });
  client.on('error', () => {});
  await client.connect();
  for (let tries = 0; tries < 10; tries += 1) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [ownerLock]);
    if (rows[0]!.taken) {
      client.on('end', () => void onLoss());
      return client;
    }
    await sleep(100);
  }
  return void (await client.end());
}

async function createDatabase(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl(cluster, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (!rowCount) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}
