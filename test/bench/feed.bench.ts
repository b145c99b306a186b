import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFilledInstance } from './filled-instance.js';
import { median } from './process-cost.js';
import type { Row } from './table.js';

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const rounds = 7;
const seconds = 1.5;
const connections = 16;
const cpus = { server: '0', client: '1' };

/**
 * The cached feed and page of a production instance, logging on, against a bare handler with the same bytes and
 * headers: seven rounds in turn, medians; servers pinned to one processor, the client to the other.
 */
export async function benchFeed(): Promise<Row[]> {
  const instance = await openFilledInstance({ pin: cpus.server });
  const folder = await mkdtemp(join(tmpdir(), 'estrade-bench-'));
  const asks = [
    { name: 'cached feed, 200 with br', path: instance.feedPath, kind: 'full' as const, atLeast: 0.75 },
    { name: 'cached feed, 304', path: instance.feedPath, kind: 'unchanged' as const, atLeast: 0.7 },
    { name: 'cached episode page, 200 with br', path: instance.pagePath, kind: 'full' as const },
  ];
  try {
    const answers = Object.fromEntries(
      await Promise.all(
        [instance.feedPath, instance.pagePath].map(
          async (path) => [path, await record(instance.origin, path)] as const,
        ),
      ),
    );
    const file = join(folder, 'answers.json');
    await writeFile(file, JSON.stringify(answers));
    const bare = await startBare(file);
    try {
      const rows: Row[] = [];
      for (const { name, path, kind, atLeast } of asks) {
        const etag = answers[path]!.full.headers.etag;
        const headers = ['Accept-Encoding: br', ...(kind === 'unchanged' ? [`If-None-Match: ${etag}`] : [])];
        const ratios: number[] = [];
        let best = 0;
        for (let round = 0; round < rounds; round += 1) {
          const floor = load(bare.port, path, headers);
          const ours = load(new URL(instance.origin).port, path, headers);
          ratios.push(ours / floor);
          best = Math.max(best, ours);
        }
        const note = `${Math.round(best)} answers a second at best`;
        rows.push({
          what: `${name} / bare handler`,
          value: median(ratios),
          unit: 'ratio',
          ...(atLeast && { must: { atLeast } }),
          note,
        });
      }
      return rows;
    } finally {
      bare.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
    await instance.close();
  }
}

async function record(origin: string, path: string) {
  const full = await answerOf(origin, path, {});
  const unchanged = await answerOf(origin, path, { 'if-none-match': full.headers.etag! });
  if (full.status !== 200 || unchanged.status !== 304)
    throw new Error(`${path}: ${full.status} and ${unchanged.status}`);
  return { full, unchanged };
}

/** Asked with curl's bytes in mind: `fetch` would decode the body. */
async function answerOf(origin: string, path: string, headers: Record<string, string>) {
  const { request } = await import('node:http');
  return new Promise<{ status: number; headers: Record<string, string>; body: string }>((resolve, reject) => {
    const asked = request(`${origin}${path}`, { headers: { 'accept-encoding': 'br', ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { date: _date, connection: _connection, 'keep-alive': _keepAlive, ...kept } = response.headers;
        resolve({
          status: response.statusCode!,
          headers: kept as Record<string, string>,
          body: Buffer.concat(chunks).toString('base64'),
        });
      });
    });
    asked.once('error', reject).end();
  });
}

function load(port: string, path: string, headers: string[]): number {
  const args = [
    '-c',
    cpus.client,
    process.execPath,
    beside('./load-client.js'),
    port,
    path,
    String(seconds),
    String(connections),
    ...headers,
  ];
  const run = spawnSync('taskset', args, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return Number(run.stdout);
}

async function startBare(file: string): Promise<{ port: string; stop(): void }> {
  const child = spawn('taskset', ['-c', cpus.server, process.execPath, beside('./bare-server.js'), file], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', (code) => reject(new Error(`The bare server ended with ${code}`)));
  });
  return { port, stop: () => void child.kill() };
}
