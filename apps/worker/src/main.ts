import { accountsEntities } from '#libs/accounts';
import { Addresses, catalogEntities } from '#libs/catalog';
import { ConfigError, createLog, readConfig } from '#libs/config';
import { openDataSource } from '#libs/database';
import { feedsEntities } from '#libs/feeds';
import { FfmpegUnusable, findFfmpeg } from '#libs/ffmpeg';
import { systemClock } from '#libs/kernel';
import { mediaEntities } from '#libs/media';
import { peopleEntities } from '#libs/people';
import { createStorage } from '#libs/storage';
import { createWorkerApp, type WorkerApp } from './worker.app.js';

const graceMs = 5_000;
const entities = [...accountsEntities, ...peopleEntities, ...mediaEntities, ...catalogEntities, ...feedsEntities];

/** One message and a non-zero exit for what an operator can put right; a stack for what is our fault. */
async function start(): Promise<WorkerApp> {
  const config = readConfig();
  if (!config.databaseUrl) throw new ConfigError(['DATABASE_URL: the worker needs it; `npm start` sets it by itself']);
  const ffmpeg = await findFfmpeg(config);
  const log = createLog(config, 'worker');
  const dataSource = await openDataSource(config.databaseUrl, entities);
  return createWorkerApp({
    ...{ config, dataSource, ffmpeg, log },
    ...{ databaseUrl: config.databaseUrl, clock: systemClock, storage: createStorage(config) },
    addresses: new Addresses(config.publicUrl),
  });
}

/** Ends once, however often and by whomever it is asked: a signal, or the end of the process that started it. */
function endOn(worker: WorkerApp): void {
  let ending: Promise<never> | undefined;
  const end = () =>
    (ending ??= worker.close(graceMs).then(
      () => process.exit(0),
      () => process.exit(1),
    ));
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('disconnect', end);
  // Started and orphaned before the line above was reached.
  if (process.send && !process.connected) void end();
}

try {
  endOn(await start());
  process.send?.('ready');
} catch (error) {
  const isPlain = error instanceof ConfigError || error instanceof FfmpegUnusable;
  console.error(isPlain ? error.message : error);
  process.exit(1);
}
