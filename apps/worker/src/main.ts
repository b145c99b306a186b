import { accountsEntities } from '#libs/accounts';
import { audienceEntities } from '#libs/audience';
import { Addresses, catalogEntities } from '#libs/catalog';
import { ConfigError, createLog, readConfig, readSecret } from '#libs/config';
import { openDataSource } from '#libs/database';
import { feedsEntities } from '#libs/feeds';
import { hooksEntities } from '#libs/hooks';
import { FfmpegUnusable, findFfmpeg } from '#libs/ffmpeg';
import { systemClock } from '#libs/kernel';
import { mediaEntities } from '#libs/media';
import { peopleEntities } from '#libs/people';
import { searchEntities } from '#libs/search';
import { sharingEntities } from '#libs/sharing';
import { statsEntities } from '#libs/stats';
import { transferEntities } from '#libs/transfer';
import { createStorage } from '#libs/storage';
import { endOn } from './ending.js';
import { createWorkerApp, type WorkerApp } from './worker.app.js';

const graceMs = 5_000;
const entities = [
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

/** One message and a non-zero exit for what an operator can put right; a stack for what is our fault. */
async function start(): Promise<WorkerApp> {
  const config = readConfig();
  if (!config.databaseUrl) throw new ConfigError(['DATABASE_URL: the worker needs it; `npm start` sets it by itself']);
  const ffmpeg = await findFfmpeg(config);
  const log = createLog(config, 'worker');
  const dataSource = await openDataSource(config.databaseUrl, entities);
  return createWorkerApp({
    ...{ config, dataSource, ffmpeg, log },
    ...{ databaseUrl: config.databaseUrl, clock: systemClock, storage: await createStorage(config) },
    addresses: new Addresses(config.publicUrl),
    secret: await readSecret(config),
  });
}

try {
  endOn(await start(), graceMs);
  process.send?.('ready');
} catch (error) {
  const isPlain = error instanceof ConfigError || error instanceof FfmpegUnusable;
  console.error(isPlain ? error.message : error);
  process.exit(1);
}
