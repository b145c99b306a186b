import { LinksService } from '#libs/accounts';
import { readConfig, readSecret } from '#libs/config';
import { openDataSource } from '#libs/database';
import { systemClock } from '#libs/kernel';
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
  const configured = readConfig(env);
  await openDataFolder(configured.dataDir);
  const config = { ...configured, secret: await readSecret(configured) };
  const database = await openDatabase(config, say, true);
  const pool = await openDataSource(database.url, entities, [], 2);
  try {
    say(await new LinksService(pool, systemClock).ownerLink(config.publicUrl));
  } finally {
    await pool.destroy();
    await database.stop();
  }
}
