import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import pg from 'pg';
import type { Config } from '#libs/config';
import { migrate, startEmbeddedPostgres } from '#libs/database';
import { migrateQueue } from '#libs/queue';
import { migrations } from '../../../migrations/index.js';
import { StartError } from './start-error.js';

/** A database that is up and at the newest schema; `stop` ends an embedded one and leaves a foreign one alone. */
export interface Database {
  url: string;
  embedded: boolean;
  version: string;
  stop(): Promise<void>;
}

/** @throws StartError when the folder cannot be made or written. */
export async function openDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch {
    throw new StartError(
      `The data folder ${dataDir} cannot be written by this user. Give the user the right to it, or choose another with DATA_DIR.`,
    );
  }
}

/** Starts the embedded Postgres, or reaches the one that DATABASE_URL names, and migrates it. */
export async function openDatabase(config: Config, log: (line: string) => void, join = false): Promise<Database> {
  const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir: config.dataDir, log, join });
  const url = config.databaseUrl ?? embedded!.url;
  const stop = async (): Promise<void> => embedded?.stop();
  try {
    const version = await readVersion(url);
    await migrate(url, migrations, config.redisUrl ? undefined : migrateQueue);
    return { url, embedded: embedded !== undefined, version, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readVersion(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    const version = rows[0]!.server_version;
    if (Number.parseInt(version, 10) >= 15) return version;
    throw new StartError(`The database is Postgres ${version}; Estrade needs 15 or later. Nothing was changed.`);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const { host } = new URL(url);
    throw new StartError(`The database at ${host} cannot be reached: ${reason(error)}. Check DATABASE_URL.`);
  } finally {
    await client.end().catch(() => {});
  }
}

function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return message || code || 'no reason given';
}
