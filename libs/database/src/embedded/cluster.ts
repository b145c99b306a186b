import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Account, chooseAccount } from './account.js';
import { type Binaries, findBinaries } from './binaries.js';
import { EmbeddedPostgresError, dataFolderError } from './error.js';

/** One cluster on disk, below `<data folder>/postgres`: `data`, `connection.json` (mode 600) and `log`. */
export interface Cluster {
  folder: string;
  data: string;
  log: string;
  user: string;
  password: string;
  /** Chosen once and kept, unless another program took it. */
  port: number;
  account: Account;
  binaries: Binaries;
}

/**
 * Opens the cluster of a data folder and makes it first where there is none. A first start that was
 * killed half-way leaves nothing behind that a second would trip over: the new cluster is renamed into place.
 */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const binaries = await findBinaries();
  const folder = join(dataDir, 'postgres');
  const data = join(folder, 'data');
  const account = chooseAccount((await stat(data).catch(() => undefined))?.uid);
  try {
    await mkdir(dataDir, { recursive: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    if (account.owner) await chown(folder, account.owner.uid, account.owner.gid);
    const { password, port } = (await readConnection(folder)) ?? (await newConnection(folder));
    const cluster = { folder, data, log: join(folder, 'log'), user: 'estrade', password, port, account, binaries };
    if (!(await stat(join(data, 'PG_VERSION')).catch(() => undefined))) await createCluster(cluster);
    return cluster;
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? error : dataFolderError(dataDir, error);
  }
}

/** Chooses another free port and keeps it: somebody else has taken the old one. */
export async function movePort(cluster: Cluster): Promise<void> {
  cluster.port = await freePort();
  await writeConnection(cluster.folder, cluster);
}

/** The address of a database of the cluster. */
export function clusterUrl(cluster: Cluster, database: string): string {
  return `postgres://${cluster.user}:${cluster.password}@127.0.0.1:${cluster.port}/${database}`;
}

/** A TCP port on loopback that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function createCluster(cluster: Cluster): Promise<void> {
  const fresh = `${cluster.data}.new`;
  const passwordFile = join(cluster.folder, 'password.new');
  await rm(fresh, { recursive: true, force: true });
  await writeFile(passwordFile, cluster.password, { mode: 0o600 });
  const { owner } = cluster.account;
  if (owner) await chown(passwordFile, owner.uid, owner.gid);
  const options = ['-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  const [program, args] = cluster.account.command(cluster.binaries.initdb, [
    '-D',
    fresh,
    '-U',
    cluster.user,
    ...options,
  ]);
  const made = spawnSync(program, args, { ...cluster.account.spawnOptions, cwd: '/', encoding: 'utf8' });
  await rm(passwordFile, { force: true });
  if (made.status !== 0) {
    await rm(fresh, { recursive: true, force: true });
    const reason = made.error?.message ?? made.stderr.trim().split('\n').slice(-3).join(' ');
    throw new EmbeddedPostgresError(
      'DATABASE_NOT_CREATED',
      `The embedded Postgres could not be created in ${cluster.folder}: ${reason}. Free the folder, or set DATABASE_URL.`,
    );
  }
  await rename(fresh, cluster.data);
}

async function newConnection(folder: string): Promise<{ password: string; port: number }> {
  const connection = { password: randomBytes(24).toString('base64url'), port: await freePort() };
  await writeConnection(folder, connection);
  return connection;
}

async function readConnection(folder: string): Promise<{ password: string; port: number } | undefined> {
  const text = await readFile(join(folder, 'connection.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as { password: string; port: number });
}

async function writeConnection(folder: string, { password, port }: { password: string; port: number }): Promise<void> {
  const file = join(folder, 'connection.json');
  await writeFile(`${file}.new`, JSON.stringify({ password, port }), { mode: 0o600 });
  await rename(`${file}.new`, file);
}
