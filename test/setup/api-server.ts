// The API in a process of its own, for tests that kill it: prints its port; the database and folder come by environment.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Addresses } from '#libs/catalog';
import { createLog, readConfig, readSecret } from '#libs/config';
import { openDataSource } from '#libs/database';
import { systemClock } from '#libs/kernel';
import { createMailer } from '#libs/mail';
import { createStorage } from '#libs/storage';
import { createApiApp } from '../../apps/api/src/api.app.js';
import { entities } from '../../apps/api/src/entities.js';

const config = readConfig();
const api = await createApiApp({
  config,
  databaseUrl: config.databaseUrl!,
  dataSource: await openDataSource(config.databaseUrl!, entities, [], 5),
  storage: await createStorage(config),
  mailer: createMailer(config),
  clock: systemClock,
  log: createLog(config, 'api'),
  addresses: new Addresses(config.publicUrl),
  secret: await readSecret(config),
});
const server = createServer(api.handler).listen(0, '127.0.0.1');
server.once('listening', () => process.send?.((server.address() as AddressInfo).port));
