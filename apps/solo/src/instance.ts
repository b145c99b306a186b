import type { DataSource } from 'typeorm';
import { accountsEntities } from '#libs/accounts';
import { audienceEntities } from '#libs/audience';
import { Addresses, catalogEntities } from '#libs/catalog';
import { type Config, createLog, readConfig, readSecret } from '#libs/config';
import { openDataSource } from '#libs/database';
import { feedsEntities } from '#libs/feeds';
import { hooksEntities } from '#libs/hooks';
import { type Ffmpeg, findFfmpeg } from '#libs/ffmpeg';
import { systemClock } from '#libs/kernel';
import { createMailer } from '#libs/mail';
import { mediaEntities } from '#libs/media';
import { peopleEntities } from '#libs/people';
import { searchEntities } from '#libs/search';
import { sharingEntities } from '#libs/sharing';
import { statsEntities } from '#libs/stats';
import { transferEntities } from '#libs/transfer';
import { createStorage } from '#libs/storage';
import type { Front } from './front.js';
import { type Database, openDatabase, openDataFolder } from './prepare.js';

export const entities = [
  ...accountsEntities,
  ...peopleEntities,
  ...mediaEntities,
  ...catalogEntities,
  ...feedsEntities,
  ...hooksEntities,
  ...audienceEntities,
  ...searchEntities,
  ...sharingEntities,
  ...statsEntities,
  ...transferEntities,
];

/** What both apps are made of, but for their own pool of connections. */
export type SharedDeps = Awaited<ReturnType<typeof makeDeps>>;

/** All that a start has opened before the first app exists. */
export interface Instance {
  front: Front;
  database: Database;
  ffmpeg: Ffmpeg;
  deps: SharedDeps;
  openPool(): Promise<DataSource>;
  /** Closes the pools, then the database. */
  close(): Promise<void>;
}

/** Opens data folder and port, then looks for ffmpeg while the database starts. */
export async function openInstance(
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
  openPort: (config: Config) => Promise<Front>,
): Promise<Instance> {
  const configured = readConfig(env);
  await openDataFolder(configured.dataDir);
  const front = await openPort(configured);
  const publicUrl = env.PUBLIC_URL ? configured.publicUrl : `http://localhost:${front.port}`;
  const secret = await readSecret(configured);
  const config = Object.freeze({ ...configured, port: front.port, publicUrl, secret });
  const pools: DataSource[] = [];
  // Side by side, as each waits for a program of its own; whichever fails, the other is undone.
  const [found, opened] = await Promise.allSettled([findFfmpeg(configured), openDatabase(config, say)]);
  if (found.status === 'rejected' || opened.status === 'rejected') {
    if (opened.status === 'fulfilled') await opened.value.stop();
    await front.close(0);
    throw found.status === 'rejected' ? found.reason : (opened as PromiseRejectedResult).reason;
  }
  const [ffmpeg, database] = [found.value, opened.value];
  const deps = await makeDeps(config, secret, database.url).catch(async (error: unknown) => {
    await front.close(0);
    await database.stop();
    throw error;
  });
  return {
    front,
    database,
    ffmpeg,
    deps,
    async openPool() {
      const pool = await openDataSource(database.url, entities);
      pools.push(pool);
      return pool;
    },
    async close() {
      await front.close(0).catch(() => {});
      for (const pool of pools) if (pool.isInitialized) await pool.destroy();
      await database.stop();
    },
  };
}

async function makeDeps(config: Config, secret: string, databaseUrl: string) {
  const log = createLog(config, 'solo');
  return {
    config,
    secret,
    databaseUrl,
    log,
    clock: systemClock,
    addresses: new Addresses(config.publicUrl),
    storage: await createStorage(config),
    mailer: createMailer(config),
  };
}
