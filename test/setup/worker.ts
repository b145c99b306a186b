// The worker in a process of its own, for tests that kill it: short locks, and a recording that kills it from inside.
import { Addresses } from '#libs/catalog';
import { createLog, readConfig, readSecret } from '#libs/config';
import { openDataSource } from '#libs/database';
import { findFfmpeg } from '#libs/ffmpeg';
import { systemClock } from '#libs/kernel';
import { createStorage } from '#libs/storage';
import { createWorkerApp } from '../../apps/worker/src/worker.app.js';
import { endOn } from '../../apps/worker/src/ending.js';
import { allEntities } from '../factories/world.js';

const config = readConfig();
const storage = await createStorage(config);
const real = storage.withLocalFile.bind(storage);
storage.withLocalFile = async (key, work) => {
  // As if the system had ended it for want of memory.
  if (key === 'poison') process.exit(137);
  return real(key, work);
};
const worker = await createWorkerApp({
  ...{ config, storage, clock: systemClock, databaseUrl: config.databaseUrl!, lockMs: 2_000 },
  dataSource: await openDataSource(config.databaseUrl!, allEntities),
  ffmpeg: await findFfmpeg(config),
  addresses: new Addresses(config.publicUrl),
  secret: await readSecret(config),
  log: createLog(config, 'worker'),
});
endOn(worker, 500);
process.send?.('ready');
