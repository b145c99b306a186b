import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { showFacts } from '#libs/catalog';
import { announce, openDataSource, startEmbeddedPostgres } from '#libs/database';
import { aShow } from '../factories/catalog.js';
import { allEntities } from '../factories/world.js';
import { startInstance } from '../journeys/instance.js';
import { insertManyEpisodes } from './many-episodes.js';

const episodes = 120;

/** A production instance with a show of 120 episodes, its feed built, pinned to one processor. */
export interface FilledInstance {
  origin: string;
  feedPath: string;
  pagePath: string;
  databaseUrl: string;
  showId: string;
  close(): Promise<void>;
}

export async function openFilledInstance({ pin }: { pin: string }): Promise<FilledInstance> {
  const folder = await mkdtemp(join(tmpdir(), 'estrade-bench-'));
  const database = await startEmbeddedPostgres({ dataDir: join(folder, 'database'), log: () => {} });
  const instance = await startInstance({
    dataDir: join(folder, 'data'),
    env: { NODE_ENV: 'production', ALLOW_OLD_FFMPEG: '1', LOG_LEVEL: 'info', DATABASE_URL: database.url },
  });
  const { showSlug, showId, pagePath } = await fill(database.url);
  const feedPath = `/${showSlug}/feed.xml`;
  await waitForItems(`${instance.origin}${feedPath}`);
  pinProcess(instance.pid(), pin);
  return {
    origin: instance.origin,
    feedPath,
    pagePath,
    showId,
    databaseUrl: database.url,
    async close() {
      await instance.remove();
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function fill(url: string): Promise<{ showSlug: string; showId: string; pagePath: string }> {
  const db = await openDataSource(url, allEntities);
  try {
    const show = await aShow(db, { title: 'Bench', language: 'en-CA' });
    await insertManyEpisodes(db, show, episodes);
    await db.transaction((manager) => announce(manager, showFacts.changed, { showId: show.id }));
    return { showSlug: show.slug, showId: show.id, pagePath: `/en/${show.slug}/${episodes}-episode` };
  } finally {
    await db.destroy();
  }
}

async function waitForItems(feed: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(feed);
    const items = (await answer.text()).split('<item>').length - 1;
    if (items === episodes) return;
    await sleep(200);
  }
  throw new Error('The feed was not built within a minute.');
}

function pinProcess(pid: number, cpus: string): void {
  const pinned = spawnSync('taskset', ['-a', '-p', '-c', cpus, String(pid)], { encoding: 'utf8' });
  if (pinned.status !== 0) throw new Error(`taskset: ${pinned.stderr}`);
}
