import { spawnSync } from 'node:child_process';
import { migrate, openDataSource } from '#libs/database';
import { migrations } from '../../migrations/index.js';
import type { Blocking } from './build-blocking.js';
import type { FilledInstance } from './filled-instance.js';
import { beside } from './recorded-answers.js';
import type { Row } from './table.js';

const sizes = ['120', '500', '2000', '5000'];

/** How long a build keeps the worker's main thread busy, against a bare `podcast` with the same items (load:L05). */
export async function benchBuilds(instance: FilledInstance): Promise<Row[]> {
  const url = await makeDatabase(instance.databaseUrl);
  const run = spawnSync(process.execPath, [beside('./build-blocking.js'), url, ...sizes], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  const found = JSON.parse(run.stdout) as Blocking[];
  const largest = found.at(-1)!;
  return [
    ...found.map(({ items, blockedMs, bareMs }): Row => {
      const what = `main thread busy, build of ${items} items / bare podcast`;
      const note = `${blockedMs.toFixed(0)} ms of ${bareMs.toFixed(0)} ms`;
      return { what, value: blockedMs / bareMs, unit: 'ratio', must: { atMost: 1.5 }, note };
    }),
    { what: 'build of 5,000 items, read to stored', value: largest.wallMs / 1000, unit: 's', must: { atMost: 2 } },
    { what: 'memory that it takes', value: largest.grownBytes / 1e6, unit: 'MB', must: { atMost: 1_000 } },
  ];
}

/** One of its own, in which no worker of the instance is faster. */
async function makeDatabase(beside: string): Promise<string> {
  const db = await openDataSource(beside, []);
  await db.query('create database builds');
  await db.destroy();
  const url = new URL(beside);
  url.pathname = '/builds';
  await migrate(url.href, migrations);
  return url.href;
}
