import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilledInstance } from './filled-instance.js';
import { median } from './process-cost.js';
import { beside, cpus, record, type Recorded, startBare } from './recorded-answers.js';
import type { Row } from './table.js';

const rounds = 7;
const seconds = 1.5;
const connections = 16;

/** What is asked for over and over. */
export interface Ask {
  name: string;
  path: string;
  kind: 'full' | 'unchanged';
  must?: number;
  aim?: number;
}

/** The cached feed and page against a bare handler with the same bytes and headers. */
export async function benchRatios({ feedPath, pagePath, origin }: FilledInstance, folder: string): Promise<Row[]> {
  return ratiosToBare(
    origin,
    [
      { name: 'cached feed, 200 with br', path: feedPath, kind: 'full', must: 0.75, aim: 0.85 },
      { name: 'cached feed, 304', path: feedPath, kind: 'unchanged', must: 0.7, aim: 0.8 },
      { name: 'cached episode page, 200 with br', path: pagePath, kind: 'full' },
    ],
    folder,
  );
}

/** Answers a second over those of a bare handler with the same bytes and headers: rounds in turn, medians. */
export async function ratiosToBare(origin: string, asks: readonly Ask[], folder: string): Promise<Row[]> {
  const answers: Record<string, Recorded> = {};
  for (const { path } of asks) answers[path] ??= await record(origin, path);
  const file = join(folder, 'answers.json');
  await writeFile(file, JSON.stringify(answers));
  const bare = await startBare(file);
  try {
    return asks.map(({ name, path, kind, must, aim }) => {
      const known = kind === 'unchanged' ? [`If-None-Match: ${answers[path]!.full.headers.etag}`] : [];
      const headers = ['Accept-Encoding: br', ...known];
      const ratios: number[] = [];
      let best = 0;
      for (let round = 0; round < rounds; round += 1) {
        const floor = load(bare.port, path, headers);
        const ours = load(new URL(origin).port, path, headers);
        ratios.push(ours / floor);
        best = Math.max(best, ours);
      }
      return {
        ...{ what: `${name} / bare handler`, value: median(ratios), unit: 'ratio' as const },
        ...(must && { must: { atLeast: must }, aim: { atLeast: aim ?? must } }),
        note: `${Math.round(best)} answers a second at best`,
      };
    });
  } finally {
    bare.stop();
  }
}

function load(port: string, path: string, headers: string[]): number {
  const client = [beside('./load-client.js'), port, path, String(seconds), String(connections), ...headers];
  const run = spawnSync('taskset', ['-c', cpus.client, process.execPath, ...client], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return Number(run.stdout);
}
