import { createAccounts } from '#libs/accounts';
import { Addresses } from '#libs/catalog';
import { createLog, readConfig, readSecret } from '#libs/config';
import { openDataSource } from '#libs/database';
import { systemClock } from '#libs/kernel';
import { createMailer } from '#libs/mail';
import { entities } from './instance.js';
import { openDatabase, openDataFolder } from './prepare.js';

/** `npm run migrate`: brings the database to the newest schema and ends. */
export async function runMigrations(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  const config = readConfig(env);
  await openDataFolder(config.dataDir);
  const database = await openDatabase(config, say, true);
  say(`The database (Postgres ${database.version}) is at the newest schema.`);
  await database.stop();
}

/** `npm run owner-link`: a way back in from the console, also while the instance runs. */
export async function printOwnerLink(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  const config = readConfig(env);
  await openDataFolder(config.dataDir);
  const database = await openDatabase(config, say, true);
  const dataSource = await openDataSource(database.url, entities, [], 2);
  const log = createLog(config, 'console');
  const addresses = new Addresses(config.publicUrl);
  const deps = { dataSource, clock: systemClock, addresses, mailer: createMailer(config), log };
  try {
    const { setup } = createAccounts({ ...deps, secret: await readSecret(config) });
    const reset = await setup.ownerLink();
    if (reset) say(`Open this address to choose a new password; it works once:\n  ${reset}`);
    else say(`Nobody has an account yet. Set the instance up here; it works once:\n  ${await setup.createSetupLink()}`);
  } finally {
    await dataSource.destroy();
    await database.stop();
  }
}
