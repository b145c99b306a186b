import pg from 'pg';
import type { EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';
import { openDataSource } from './data-source.js';

/** Held while migrating, so that of two instances that start together one migrates and the other waits. */
const migrationLock = 73_912;

/**
 * Brings a database to the newest schema: ours, then what `also` does (the queue's own tables). Safe to call
 * from several processes at once: one runs, the others wait and find nothing left to do (`fault:F33`).
 * Returns the names of the migrations that ran.
 */
export async function migrate(
  url: string,
  migrations: readonly (new () => MigrationInterface)[],
  also: (client: pg.Client) => Promise<unknown> = async () => {},
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'estrade-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const source = await openDataSource(url, [], migrations, 1);
    try {
      const done = await source.runMigrations();
      await also(client);
      return done.map((migration) => migration.name);
    } finally {
      await source.destroy();
    }
  } finally {
    await client.end();
  }
}

/** The statements that would bring the database in line with the entities; none means that nobody forgot a migration. */
export async function findDrift(url: string, entities: readonly EntityTarget<ObjectLiteral>[]): Promise<string[]> {
  const source = await openDataSource(url, entities, [], 2);
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
  }
}
