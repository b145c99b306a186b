import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, realpath, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, clusterUrl } from './cluster.js';

/** Small enough for a machine of 1 GB; all of them can be seen with `show`. */
const settings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '64MB',
  io_method: 'sync',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  autovacuum_max_workers: '2',
  max_wal_size: '256MB',
  timezone: 'UTC',
  log_min_messages: 'warning',
};
const logCapBytes = 8 * 1024 ** 2;

/** Starts the server process, detached: it outlives a launcher that is killed. It is not ready yet. */
export async function spawnPostmaster(cluster: Cluster, extra: Record<string, string>): Promise<ChildProcess> {
  const size = await stat(cluster.log).then((s) => s.size, () => 0); // prettier-ignore
  if (size > logCapBytes) await truncate(cluster.log);
  const options = Object.entries({ ...settings, ...extra }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const postgresArgs = ['-D', cluster.data, '-p', String(cluster.port), ...options];
  const [program, args] = cluster.account.command(cluster.binaries.postgres, postgresArgs);
  const log = await open(cluster.log, 'a', 0o600);
  try {
    const stdio = ['ignore', log.fd, log.fd] as const;
    const child = spawn(program, args, {
      ...cluster.account.spawnOptions,
      cwd: '/',
      detached: true,
      stdio: [...stdio],
    });
    child.on('error', () => {});
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

/**
 * The process id and port of a server that a killed launcher has left behind, from `postmaster.pid`.
 * When that id now belongs to a zombie or to another program, the lock is made to look like our own
 * stale one, which Postgres then replaces after its own check of the shared memory.
 */
export async function findPostmaster(cluster: Cluster): Promise<{ pid: number; port: number } | undefined> {
  const file = join(cluster.data, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!pid || !isAlive(pid)) return undefined;
  if (await isPostgres(pid)) return { pid, port: Number(lines[3]) || cluster.port };
  await writeFile(file, [process.pid, ...lines.slice(1)].join('\n'));
  return undefined;
}

/** Whether the server answers `select 1` and is ours: a port alone proves neither. */
export async function isReady(cluster: Cluster): Promise<boolean> {
  const client = new pg.Client({ connectionString: clusterUrl(cluster, 'postgres'), connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return (await realpath(rows[0]!.data_directory)) === (await realpath(cluster.data));
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Fast shutdown: running transactions are rolled back, everything is written, then the process ends. After 20 s it is cut off. */
export async function stopPostmaster(pid: number): Promise<void> {
  send(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid) && !(await isZombie(pid)); waited += 50) {
    if (waited === 20_000) send(pid, 'SIGQUIT');
    if (waited > 25_000) return;
    await sleep(50);
  }
}

/** The end of the server's own log, for the one message that a person will read. */
export async function logTail(cluster: Cluster, from: number): Promise<string> {
  const text = await readFile(cluster.log, 'utf8').catch(() => '');
  return text.slice(from).trim().split('\n').slice(-3).join(' ');
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

async function isZombie(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return /^\d+ \(.*\) Z/.test(status);
}

async function isPostgres(pid: number): Promise<boolean> {
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => undefined);
  if (name === undefined) return true; // No /proc: believe the lock file.
  return name.trim() === 'postgres' && !(await isZombie(pid));
}
