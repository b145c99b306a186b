import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  url: string;
  /** Closes what is still connected and removes the database. */
  drop(): Promise<void>;
}

/**
 * A database of its own, empty but migrated (ours and the queue's tables): a copy of the template that the
 * global set-up made. Copies are made one at a time: nobody may be connected to a template while it is copied.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_SERVER_URL;
  const template = process.env.TEST_DATABASE_TEMPLATE;
  if (!server || !template) throw new Error('The test server is not there: is the global set-up of jest switched on?');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(7392)');
    await client.query(`create database ${name} template ${template} strategy file_copy`);
  });
  const url = new URL(server);
  url.pathname = name;
  return {
    url: url.href,
    drop: () => onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`)),
  };
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
