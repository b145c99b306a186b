import { createServer } from 'node:http';
import { accountsEntities } from '#libs/accounts';
import { audienceEntities } from '#libs/audience';
import { Addresses, catalogEntities } from '#libs/catalog';
import { createLog, readConfig, readSecret } from '#libs/config';
import { openDataSource } from '#libs/database';
import { feedsEntities } from '#libs/feeds';
import { systemClock } from '#libs/kernel';
import { mediaEntities } from '#libs/media';
import { peopleEntities } from '#libs/people';
import { searchEntities } from '#libs/search';
import { sharingEntities } from '#libs/sharing';
import { statsEntities } from '#libs/stats';
import { createStorage } from '#libs/storage';
import { createWebApp } from './web.app.js';

/** The public side alone, against a database that something else has migrated: one of several replicas. */
const entities = [
  ...accountsEntities,
  ...peopleEntities,
  ...mediaEntities,
  ...catalogEntities,
  ...feedsEntities,
  ...audienceEntities,
  ...searchEntities,
  ...sharingEntities,
  ...statsEntities,
];
const graceMs = 8_000;

try {
  await serve();
} catch (error) {
  console.error(`\n${(error as Error).message}\n`);
  process.exit(1);
}

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.databaseUrl)
    throw new Error('The web app alone needs DATABASE_URL; `npm start` brings a database of its own.');
  const log = createLog(config, 'web');
  const dataSource = await openDataSource(config.databaseUrl, entities);
  const web = await createWebApp({
    config,
    dataSource,
    databaseUrl: config.databaseUrl,
    storage: await createStorage(config),
    addresses: new Addresses(config.publicUrl),
    secret: await readSecret(config),
    clock: systemClock,
    log,
  });
  const server = createServer(web.handler);
  // Longer than a proxy keeps its own end: a request never meets a connection that is just being closed.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(config.port, config.host, resolve));
  log.info({ port: config.port, host: config.host }, 'serving');
  const stop = async (): Promise<void> => {
    web.stopBeingReady();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), graceMs).unref();
    await closed;
    await web.close();
    process.exit(0);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}
