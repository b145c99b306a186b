import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { openDataSource } from '#libs/database';
import { digestOf, Feed, FeedVersion } from '#libs/feeds';
import { newId } from '#libs/kernel';
import { allEntities } from '../factories/world.js';
import type { FilledInstance } from './filled-instance.js';
import { notesOf } from './many-episodes.js';
import { median } from './process-cost.js';
import { beside, cpus, record, type Recorded, startBare } from './recorded-answers.js';
import type { Row } from './table.js';

const shows = 1_000;
const rounds = 3;
/** Half a minute in all rather than ten: what memory and cache do shows within seconds. */
const seconds = 5;
const rate = 1_500;

interface Polls {
  count: number;
  p50: number;
  p99: number;
  most: number;
}

/** A thousand shows and their pollers (load:L01), ours and a bare handler's in turn. */
export async function benchPolls({ origin, databaseUrl }: FilledInstance, folder: string): Promise<Row[]> {
  const paths = await insertFeeds(databaseUrl);
  const answers: Record<string, Recorded> = {};
  for (const path of paths) answers[path] = await record(origin, path, 'gzip');
  const [recorded, asked] = [join(folder, 'polled.json'), join(folder, 'feeds.json')];
  await writeFile(recorded, JSON.stringify(answers));
  await writeFile(asked, JSON.stringify(paths.map((path) => ({ path, etag: answers[path]!.full.headers.etag }))));
  const bare = await startBare(recorded);
  try {
    const [ours, floor]: [Polls[], Polls[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      floor.push(poll(bare.port, asked));
      ours.push(poll(new URL(origin).port, asked));
    }
    const p99 = (of: Polls[]) => median(of.map((each) => each.p99));
    const note = `${rate} a second for ${rounds * seconds} s; bare ${p99(floor).toFixed(1)} ms`;
    return [
      {
        what: 'p99, 1,000 shows polled / bare handler',
        value: p99(ours) / p99(floor),
        unit: 'ratio',
        must: { atMost: 3 },
      },
      { what: 'p99, 1,000 shows polled', value: p99(ours), unit: 'ms', must: { atMost: 50 }, note },
    ];
  } finally {
    bare.stop();
  }
}

async function insertFeeds(databaseUrl: string): Promise<string[]> {
  const db = await openDataSource(databaseUrl, allEntities);
  const paths: string[] = [];
  try {
    for (let i = 1; i <= shows; i += 1) {
      const path = `/polled-${i}/feed.xml`;
      const items = Array.from({ length: 25 }, (_, n) => `<item><title>${n}</title>${notesOf(i * 100 + n)}</item>`);
      const xml = `<rss version="2.0"><channel>${items.join('')}</channel></rss>`;
      const feedId = newId();
      const identity = Buffer.from(xml);
      const br = brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
      const row = { id: newId(), feedId, version: 1, digest: digestOf(xml), changedAt: new Date(), itemCount: 25 };
      const versions = { wantedVersion: 1, builtVersion: 1 };
      await db.getRepository(Feed).insert({ id: feedId, kind: 'personal', subjectId: newId(), path, ...versions });
      await db.getRepository(FeedVersion).insert({ ...row, identity, gzip: gzipSync(identity), br });
      paths.push(path);
    }
  } finally {
    await db.destroy();
  }
  return paths;
}

function poll(port: string, feeds: string): Polls {
  const client = [beside('./poll-client.js'), port, feeds, String(seconds), String(rate)];
  const run = spawnSync('taskset', ['-c', cpus.client, process.execPath, ...client], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Polls;
}
