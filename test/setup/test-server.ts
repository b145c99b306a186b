import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, migrate, startEmbeddedPostgres } from '#libs/database';
import { migrateQueue } from '#libs/queue';
import pg from 'pg';
import { migrations } from '../../migrations/index.js';

const prefix = 'estrade-test-';
const state: { folder?: string; server?: EmbeddedPostgres; template?: string } = {};

/**
 * Starts a Postgres in a temporary folder (or takes the one of TEST_DATABASE_URL, whose user must be allowed to
 * create databases) and migrates a template in it. Leaves its address and the template's name in the environment,
 * where the test processes find them.
 */
export async function prepareTestServer(): Promise<void> {
  try {
    await prepareTemplate();
  } catch (error) {
    await state.server?.stop();
    throw error;
  }
}

async function prepareTemplate(): Promise<void> {
  process.env.TEST_SERVER_URL = process.env.TEST_DATABASE_URL ?? (await startServer());
  state.template = `estrade_template_${process.pid}`;
  process.env.TEST_DATABASE_TEMPLATE = state.template;
  await onServer(`drop database if exists ${state.template}`, `create database ${state.template}`);
  const url = new URL(process.env.TEST_SERVER_URL);
  url.pathname = state.template;
  await migrate(url.href, migrations, migrateQueue);
}

/** Drops the template and stops the server if it was ours. */
export async function removeTestServer(): Promise<void> {
  if (!state.template) return;
  if (!state.server) return onServer(`drop database if exists ${state.template} with (force)`);
  await state.server.stop();
  await rm(state.folder!, { recursive: true, force: true });
}

async function startServer(): Promise<string> {
  await removeLeftovers();
  state.folder = join(tmpdir(), `${prefix}${process.pid}`);
  await mkdir(state.folder);
  const settings = { fsync: 'off', full_page_writes: 'off' };
  state.server = await startEmbeddedPostgres({ dataDir: state.folder, log: () => {}, settings });
  return state.server.url;
}

/** A test run that was killed leaves its server running: the next one clears it away. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue;
    const folder = join(tmpdir(), name);
    const lock = await readFile(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => '');
    const pid = Number(lock.split('\n')[0]);
    if (pid && (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes(folder))
      process.kill(pid, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_SERVER_URL });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
