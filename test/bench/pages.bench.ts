import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { migrate, openDataSource, startEmbeddedPostgres } from '#libs/database';
import { allEntities, testSecret } from '../factories/world.js';
import { migrations } from '../../migrations/index.js';
import { until } from '../journeys/processes.js';
import { counts, fillThousands, type ThousandsOfPages } from './catalogue-of-thousands.js';
import { ratiosToBare } from './feed-ratio.bench.js';
import { userSecondsOf } from './process-cost.js';
import { beside, cpus } from './recorded-answers.js';
import type { Row } from './table.js';

/** The first pages of a kind are slower in any program that has just started: so many others are asked for before, in French. */
const warmUp = 12;

interface Web {
  origin: string;
  pid: number;
  stop(): void;
}

/**
 * Pages of the public side alone, in production, over ten thousand episodes: how fast a page is sent that is kept, and
 * how long a page takes that nobody asked for before. The server is pinned to one processor, who asks to the other.
 */
export async function benchPages(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'estrade-bench-'));
  const database = await startEmbeddedPostgres({ dataDir: join(folder, 'database'), log: () => {} });
  try {
    await migrate(database.url, migrations);
    const pages = await fill(database.url);
    const web = await startWeb(database.url, folder);
    try {
      const uncached = await benchUncached(web, pages, folder);
      const kept = [
        { name: 'cached episode page with 45 minutes of words', path: pages.episodes[0]! },
        { name: 'cached page of a show', path: pages.shows[0]! },
      ].map((each) => ({ ...each, kind: 'full' as const, must: 0.5, aim: 0.6 }));
      return [...(await ratiosToBare(web.origin, kept, folder)), ...uncached];
    } finally {
      web.stop();
    }
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(url: string): Promise<ThousandsOfPages> {
  const db = await openDataSource(url, allEntities);
  try {
    return await fillThousands(db);
  } finally {
    await db.destroy();
  }
}

/** One after the other, each page for the first time: 19 of 20 are there within the bar (`ux` 3.10). */
async function benchUncached({ origin, pid }: Web, pages: ThousandsOfPages, folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [kind, paths] of Object.entries(pages) as [string, string[]][]) {
    const before = userSecondsOf(pid);
    const times = await timesOf(origin, paths, folder);
    const ownMs = ((userSecondsOf(pid) - before) * 1000) / (times.length + Math.min(warmUp, times.length));
    const sorted = times.sort((a, b) => a - b);
    rows.push({
      what: `uncached pages of ${kind}, p95, ${counts.episodes} episodes`,
      value: sorted[Math.ceil(sorted.length * 0.95) - 1]!,
      unit: 'ms',
      must: { atMost: 50 },
      aim: { atMost: 25 },
      note: `median ${sorted[Math.floor(sorted.length / 2)]!.toFixed(1)} ms of ${sorted.length} pages, ${ownMs.toFixed(1)} ms of the web program's own`,
    });
  }
  return rows;
}

/** How long each of these takes, in milliseconds, after as many others as make the program warm. */
async function timesOf(origin: string, paths: readonly string[], folder: string): Promise<number[]> {
  const file = join(folder, 'paths.json');
  const warm = paths.slice(0, warmUp).map((path) => path.replace('/en/', '/fr/'));
  await writeFile(file, JSON.stringify({ warmUp: warm, paths }));
  const client = ['-c', cpus.client, process.execPath, beside('./page-client.js'), origin, file];
  const { stdout } = await promisify(execFile)('taskset', client);
  return JSON.parse(stdout) as number[];
}

async function startWeb(databaseUrl: string, folder: string): Promise<Web> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const program = beside('../../apps/web/src/main.js');
  const child = spawn('taskset', ['-c', cpus.server, process.execPath, program], {
    env: {
      ...process.env,
      ...{ NODE_ENV: 'production', LOG_LEVEL: 'info', SECRET: testSecret, DATABASE_URL: databaseUrl },
      ...{ PORT: String(port), PUBLIC_URL: origin, DATA_DIR: join(folder, 'data') },
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const isUp = () =>
    fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(isUp, 60);
  return { origin, pid: child.pid!, stop: () => void child.kill() };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
