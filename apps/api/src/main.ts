import { createServer } from 'node:http';
import { SetupService } from '#libs/accounts';
import { Addresses } from '#libs/catalog';
import { ConfigError, createLog, readConfig, readSecret } from '#libs/config';
import { openDataSource } from '#libs/database';
import { systemClock } from '#libs/kernel';
import { createMailer } from '#libs/mail';
import { createStorage } from '#libs/storage';
import { createApiApp } from './api.app.js';
import { entities } from './entities.js';

const graceMs = 10_000;

// The API alone, for an instance whose parts run in processes of their own; `npm start` does not come here.
try {
  await start();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}

async function start(): Promise<void> {
  const read = readConfig();
  const { databaseUrl } = read;
  if (!databaseUrl) {
    throw new ConfigError(['DATABASE_URL: is needed when the API runs alone; `npm start` brings its own database']);
  }
  const secret = await readSecret(read);
  const config = Object.freeze({ ...read, secret });
  const log = createLog(config, 'api');
  const api = await createApiApp({
    config,
    databaseUrl,
    dataSource: await openDataSource(databaseUrl, entities),
    storage: await createStorage(config),
    mailer: createMailer(config),
    clock: systemClock,
    log,
    addresses: new Addresses(config.publicUrl),
    secret,
  });
  const setup = api.app.get(SetupService);
  if (config.ownerEmail && config.ownerPassword) await setup.ensureOwner(config.ownerEmail, config.ownerPassword);
  if (await setup.needsSetup())
    log.warn('nobody has an account yet: npm run owner-link prints the address that makes the owner');
  const server = createServer(api.handler);
  // A slow upload may take hours; only its headers have to come soon.
  server.requestTimeout = 0;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(config.port, config.host, resolve));
  log.info({ host: config.host, port: config.port }, 'the API listens');

  let isStopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (isStopping) process.exit(130);
    isStopping = true;
    log.info({ signal }, 'stopping');
    api.endStreams();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(timer);
    await api.close();
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void stop(signal)).on('SIGINT', (signal) => void stop(signal));
}
