import { setTimeout as sleep } from 'node:timers/promises';
import { performance } from 'node:perf_hooks';
import { Podcast, type ItemOptions } from 'podcast';
import { Addresses, ListingMemo } from '#libs/catalog';
import { openDataSource } from '#libs/database';
import { Feed, makeBuildFeed, readFeedView, requestBuild, type FeedView } from '#libs/feeds';
import { systemClock } from '#libs/kernel';
import { aShow } from '../factories/catalog.js';
import { allEntities } from '../factories/world.js';
import { insertManyEpisodes } from './many-episodes.js';

/**
 * For each number of items: how long the main thread was busy with a build, how long a bare `podcast` takes for the
 * same items in the same process, and the whole build on the clock, as JSON. `build-blocking.js DATABASE_URL ITEMS…`
 */
export interface Blocking {
  items: number;
  blockedMs: number;
  bareMs: number;
  wallMs: number;
  /** Resident bytes that the largest build added. */
  grownBytes: number;
}

const addresses = new Addresses('https://pod.example.org');
const [url, ...sizes] = process.argv.slice(2) as [string, ...string[]];
const db = await openDataSource(url, allEntities);
const build = makeBuildFeed({ dataSource: db, databaseUrl: url, addresses, clock: systemClock, gapMs: 0 });
const run = { signal: new AbortController().signal, attempt: 1, isLastTry: false };
const results: Blocking[] = [];
for (const size of sizes) results.push(await measure(Number(size)));
process.stdout.write(JSON.stringify(results));
process.exit(0);

async function measure(items: number): Promise<Blocking> {
  const show = await aShow(db, { title: `Items ${items}`, language: 'en-CA' });
  await insertManyEpisodes(db, show, items);
  const rounds: Omit<Blocking, 'items'>[] = [];
  for (let round = 0; round < 3; round += 1) {
    await db.query('delete from feed_versions v using feeds f where f.id = v.feed_id and f.subject_id = $1', [show.id]);
    await requestBuild(db.manager, 'show', show.id);
    const feed = await db.getRepository(Feed).findOneByOrFail({ subjectId: show.id, kind: 'show' });
    const before = process.memoryUsage().rss;
    const bareMs = await measureBare(feed);
    await sleep(200);
    const [idle, start] = [performance.eventLoopUtilization(), performance.now()];
    await build({ feedId: feed.id, version: feed.wantedVersion }, run);
    const wallMs = performance.now() - start;
    const blockedMs = performance.eventLoopUtilization(idle).active;
    rounds.push({ blockedMs, bareMs, wallMs, grownBytes: process.memoryUsage().rss - before });
  }
  const middle = (of: keyof Omit<Blocking, 'items'>) => rounds.map((each) => each[of]).sort((a, b) => a - b)[1]!;
  return {
    items,
    blockedMs: middle('blockedMs'),
    bareMs: middle('bareMs'),
    wallMs: middle('wallMs'),
    grownBytes: Math.max(...rounds.map((each) => each.grownBytes)),
  };
}

/** The package alone, fed with what is at hand already. */
async function measureBare(feed: Feed): Promise<number> {
  const reading = await readFeedView(db.manager, feed, { addresses, at: new Date(), memo: new ListingMemo() });
  const items = reading!.view.episodes.map(toBareItem);
  const start = performance.now();
  new Podcast(
    { title: 'Bench', feedUrl: 'https://pod.example.org/feed.xml', siteUrl: 'https://pod.example.org' },
    items,
  ).buildXml();
  return performance.now() - start;
}

function toBareItem(episode: FeedView['episodes'][number]): ItemOptions {
  const text = episode.texts[0]!;
  const chapters = episode.chapters.map(({ startMs, title }) => ({
    'psc:chapter': { _attr: { start: String(startMs / 1000), title } },
  }));
  return {
    title: text.title,
    description: `<p>${text.summary}</p><p>${text.notes}</p>`,
    content: `<p>${text.summary}</p><p>${text.notes}</p>`,
    url: addresses.episode('en', episode.showSlug, text.slug),
    guid: episode.guid,
    date: episode.publishedAt!,
    enclosure: { url: addresses.enclosureOf(episode), size: episode.enclosure!.bytes, type: 'audio/mpeg' },
    itunesDuration: 2700,
    itunesExplicit: false,
    itunesEpisode: episode.number ?? undefined,
    customElements: [
      { 'podcast:person': [{ _attr: { role: 'guest' } }, 'Jean Tremblay'] },
      { 'podcast:chapters': { _attr: { url: addresses.chapters(episode.id), type: 'application/json+chapters' } } },
      { 'psc:chapters': [{ _attr: { version: '1.2' } }, ...chapters] },
    ],
  };
}
