import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './launcher.js';

const isRoot = process.getuid?.() === 0;
const program = new URL('../../../../test/setup/launch.ts', import.meta.url).pathname;
const typescript = new URL('../../../../test/setup/typescript.mjs', import.meta.url).pathname;

describe('startEmbeddedPostgres', () => {
  let dataDir: string;
  let running: EmbeddedPostgres[] = [];
  const lines: string[] = [];

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'estrade-launcher-'));
    await chmod(dataDir, 0o700);
  });
  afterEach(async () => {
    await Promise.all(running.map((r) => r.stop()));
    running = [];
    await rm(dataDir, { recursive: true, force: true });
  });

  const start = async (join = false): Promise<EmbeddedPostgres> => {
    const started = await startEmbeddedPostgres({ dataDir, join, log: (line) => lines.push(line) });
    running.push(started);
    return started;
  };
  const postmasterId = async () =>
    Number((await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0]);

  it('keeps rows, port and password over a stop and a second start', async () => {
    const first = await start();
    await query(first.url, 'create table t (n int); insert into t values (7)');
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select n from t')).toEqual([{ n: 7 }]);
    const settings = await query(second.url, "select current_setting('server_encoding') e, datcollate c, datctype t from pg_database where datname = 'estrade'"); // prettier-ignore
    expect(settings).toEqual([{ e: 'UTF8', c: 'C.UTF-8', t: 'C.UTF-8' }]);
  });

  it('keeps the password from other users and lets nobody in without it', async () => {
    const { url } = await start();
    expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, 'postgres/connection.json'))).mode & 0o777).toBe(0o600);
    const open = new URL(url);
    open.password = 'guessed';
    await expect(query(open.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('brings the server back on the same port when it is killed, with every row (fault:F12)', async () => {
    const { url } = await start();
    await query(url, 'create table t (n int); insert into t select generate_series(1, 500)');
    const before = await postmasterId();
    process.kill(before, 'SIGKILL');
    const rows = await eventually(() => query(url, 'select count(*)::int n from t'));
    expect(rows).toEqual([{ n: 500 }]);
    expect(await postmasterId()).not.toBe(before);
  });

  it('takes over the server of a launcher that was killed', async () => {
    const launcher = spawnLauncher(dataDir);
    const url = await firstLine(launcher);
    const before = await postmasterId();
    launcher.kill('SIGKILL');
    const again = await start();
    expect(again.url).toBe(url);
    expect(await postmasterId()).toBe(before);
    await again.stop();
    expect(await isRunning(before)).toBe(false);
  });

  it('starts after launcher and server were both killed, and past a lock file whose process is another program', async () => {
    const launcher = spawnLauncher(dataDir);
    await firstLine(launcher);
    launcher.kill('SIGKILL');
    process.kill(await postmasterId(), 'SIGKILL');
    const lock = join(dataDir, 'postgres/data/postmaster.pid');
    const text = await readFile(lock, 'utf8');
    await writeFile(lock, text.replace(/^\d+/, String(process.ppid)));
    const { url } = await start();
    expect(await query(url, 'select 1 one')).toEqual([{ one: 1 }]);
  });

  it('refuses a second owner, and lets a console command join', async () => {
    const owner = await start();
    await expect(start()).rejects.toMatchObject({ code: 'DATABASE_IN_USE' });
    const guest = await start(true);
    expect(guest.url).toBe(owner.url);
    await guest.stop();
    expect(await query(owner.url, 'select 1 one')).toEqual([{ one: 1 }]);
  });

  it('moves to another port when a foreign program holds the old one', async () => {
    const first = await start();
    await first.stop();
    const port = Number(new URL(first.url).port);
    const squatter = createServer((socket) => socket.end()).listen(port, '127.0.0.1');
    const second = await start().finally(() => squatter.close());
    expect(new URL(second.url).port).not.toBe(String(port));
    expect(await query(second.url, 'select 1 one')).toEqual([{ one: 1 }]);
  });

  it('says in one sentence that the data folder cannot be written', async () => {
    const file = join(dataDir, 'a-file');
    await writeFile(file, '');
    const attempt = startEmbeddedPostgres({ dataDir: join(file, 'data'), log: () => {} });
    await expect(attempt).rejects.toMatchObject({
      code: 'DATA_DIR_NOT_WRITABLE',
      message: expect.stringMatching(/DATA_DIR\.$/),
    });
  });

  (isRoot ? it : it.skip)('runs for a plain user, and names the folder that this user cannot write', async () => {
    const own = await mkdtemp(join(tmpdir(), 'estrade-plain-'));
    await chown(own, 65534, 65534);
    const plain = spawnLauncher(own, { uid: 65534, gid: 65534 });
    const url = await firstLine(plain);
    expect(await query(url, 'select 1 one')).toEqual([{ one: 1 }]);
    plain.kill('SIGTERM');
    await new Promise((resolve) => plain.once('exit', resolve));

    await mkdir(join(dataDir, 'closed'), { mode: 0o700 });
    const refused = spawnLauncher(join(dataDir, 'closed'), { uid: 65534, gid: 65534 });
    expect(await firstLine(refused)).toMatch(/^DATA_DIR_NOT_WRITABLE The data folder .* cannot be written \(EACCES\)/);
    await rm(own, { recursive: true, force: true });
  });

  (isRoot ? it : it.skip)('runs as root on a cluster that belongs to another user', async () => {
    await rm(dataDir, { recursive: true, force: true });
    dataDir = await mkdtemp(join(tmpdir(), 'estrade-plain-'));
    await chown(dataDir, 65534, 65534);
    const plain = spawnLauncher(dataDir, { uid: 65534, gid: 65534 });
    const url = await firstLine(plain);
    plain.kill('SIGTERM');
    await new Promise((resolve) => plain.once('exit', resolve));
    const root = await start();
    expect(root.url).toBe(url);
    expect(await query(url, 'select 1 one')).toEqual([{ one: 1 }]);
  });
});

function spawnLauncher(dataDir: string, account: { uid?: number; gid?: number } = {}): ChildProcess {
  return spawn(process.execPath, ['--import', typescript, program, dataDir], {
    ...account,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout!.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', (code) => reject(new Error(`the launcher ended with ${code} before it said anything`)));
  });
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries > 100) throw error;
      await sleep(100);
    }
  }
}

/** An ended process whose parent was killed stays a zombie where nobody collects it. */
async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return status !== '' && !/^\d+ \(.*\) Z/.test(status);
}
