import { request } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDataSource, startEmbeddedPostgres } from '#libs/database';
import { migrations } from '../../migrations/index.js';
import { allEntities } from '../factories/world.js';
import { startInstance } from '../journeys/instance.js';
import { type BenchLanguage, dice, questionsOf, questionKinds } from './spoken-words.js';
import { insertSpokenLibrary } from './spoken-library.js';
import type { Row } from './table.js';

const transcripts = 1_000;
const questionsEach = 40;

/** What a visitor waits for: the whole page of a search over a thousand transcripts of 45 minutes, asked of a production instance. */
export async function benchSearch({ isQuick = false } = {}): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'estrade-bench-'));
  const database = await startEmbeddedPostgres({ dataDir: join(folder, 'database'), log: () => {} });
  try {
    await migrate(database.url, migrations);
    const db = await openDataSource(database.url, allEntities);
    await insertSpokenLibrary(db, (isQuick ? transcripts / 10 : transcripts) / 2);
    const [size]: { passages: number }[] = await db.query('select count(*)::int as passages from search_passages');
    await db.destroy();
    const instance = await startInstance({
      env: { NODE_ENV: 'production', ALLOW_OLD_FFMPEG: '1', LOG_LEVEL: 'info', DATABASE_URL: database.url },
    });
    try {
      return await measure(instance.origin, size!.passages);
    } finally {
      await instance.remove();
    }
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(origin: string, passages: number): Promise<Row[]> {
  const rows: Row[] = [];
  const all: number[] = [];
  for (const lang of ['fr', 'en'] as const) {
    for (const kind of questionKinds) {
      const times: number[] = [];
      const questions = questionsOf(lang, kind, questionsEach);
      for (const question of questions) times.push(await timeOf(origin, lang, question));
      all.push(...times);
      const note = `median ${p(times, 0.5).toFixed(0)} ms, such as ${questions[0]}`;
      rows.push({
        what: `search, ${lang}, ${kind}, p95`,
        value: p(times, 0.95),
        unit: 'ms',
        must: { atMost: 150 },
        note,
      });
    }
  }
  const note = `${all.length} questions, ${passages} passages`;
  return [
    { what: 'search, all questions, p95', value: p(all, 0.95), unit: 'ms', must: { atMost: 150 }, note },
    ...rows,
  ];
}

let clients = 0;
const random = dice(1);

/** From another address of this machine each time: one client is answered sixty times a minute. */
function timeOf(origin: string, lang: BenchLanguage, question: string): Promise<number> {
  clients += 1;
  const localAddress = `127.0.${1 + (clients >> 7)}.${1 + (clients & 127)}`;
  const began = process.hrtime.bigint();
  const url = `${origin}/${lang}/search?q=${encodeURIComponent(question)}&n=${random()}`;
  return new Promise((resolve, reject) => {
    request(url.replace('localhost', '127.0.0.1'), { localAddress }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${answer.statusCode} for ${question}`));
      answer.resume().once('end', () => resolve(Number(process.hrtime.bigint() - began) / 1e6));
    })
      .once('error', reject)
      .end();
  });
}

function p(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * part) - 1]!;
}
