import {
  digestOf,
  type FeedEncoding,
  StoredFeedQuery,
  toFeedBytes,
  feedsChannel,
  FeedVersion,
  Feed,
} from '#libs/feeds';
import { newId, systemClock } from '#libs/kernel';
import { notify, type Listener } from '#libs/database';
import { fastify, type FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { openFeedsDataSource } from '../../../../test/feeds/rows.js';
import { ask } from '../../../../test/feeds/rules/ask.js';
import { checkServing, httpRules } from '../../../../test/feeds/rules/http.rules.js';
import { FeedCache } from './feed-cache.js';
import { withFeedsInFront } from './feed-front.js';
import { listenForFeeds } from './feed-listener.js';
import { registerFeedRoutes } from './feed.routes.js';

const changedAt = new Date('2026-11-22T10:00:00Z');

describe('a served feed', () => {
  let database: TestDatabase;
  let db: DataSource;
  let cache: FeedCache;
  let listener: Listener;
  let app: FastifyInstance;
  let origin: string;
  let queries: string[];
  /** What was answered in front of the framework. */
  let counted: string[];
  let isInFront = true;
  /** What was logged as an error. */
  let troubles: unknown[];

  const store = async (path: string, xml: string, version = 1, more: Partial<FeedVersion> = {}): Promise<string> => {
    const known = await db.getRepository(Feed).findOneBy({ path });
    const feedId = known?.id ?? newId();
    if (!known) await db.getRepository(Feed).save({ id: feedId, kind: 'show', subjectId: newId(), path });
    const row = { id: newId(), feedId, version, digest: digestOf(xml), changedAt, itemCount: 1, ...more };
    await db.getRepository(FeedVersion).save({ ...row, ...(await toFeedBytes(xml)) });
    await notify(db.manager, feedsChannel, { feedId, path });
    await sleep(50);
    return feedId;
  };
  /** Reads that count themselves. */
  const countedReads = () => {
    const feeds = new StoredFeedQuery(db);
    return {
      byPath: (path: string, at: Date, page?: number) => (queries.push(path), feeds.byPath(path, at, page)),
      stamps: (paths: readonly string[]) => (queries.push(`stamps of ${paths.length}`), feeds.stamps(paths)),
      bytes: (id: string, encoding: FeedEncoding) => (queries.push(encoding), feeds.bytes(id, encoding)),
    };
  };
  const serve = async (mostBytes?: number) => {
    cache = new FeedCache(countedReads(), systemClock, 'https://pod.example', mostBytes);
    listener = await listenForFeeds(database.url, cache);
    app = fastify({
      serverFactory: (routes) => {
        const front = withFeedsInFront(cache, routes, (path, status) => void counted.push(`${path} ${status}`));
        return createServer(isInFront ? front : routes);
      },
    });
    registerFeedRoutes(app, cache, { error: (fields: unknown) => void troubles.push(fields) });
    origin = await app.listen({ port: 0, host: '127.0.0.1' });
  };

  beforeEach(async () => {
    [queries, counted, isInFront, troubles] = [[], [], true, []];
    database = await createTestDatabase();
    db = await openFeedsDataSource(database.url);
    await serve();
  });
  afterEach(async () => {
    await listener.close();
    await app.close();
    await db.destroy();
    await database.drop();
  });

  it('keeps every rule of fetching, H01 to H17', async () => {
    await store('/my-show/feed.xml', `<rss>${'a & é '.repeat(3000)}</rss>`);
    expect(await checkServing(`${origin}/my-show/feed.xml`)).toEqual([]);
    expect(httpRules.map(({ id }) => id)).toEqual(
      Array.from({ length: 17 }, (_, i) => `H${String(i + 1).padStart(2, '0')}`),
    );
  });

  it('keeps them through the routes alone as well', async () => {
    await listener.close();
    await app.close();
    isInFront = false;
    await serve();
    await store('/my-show/feed.xml', '<rss>a & b</rss>');
    expect(await checkServing(`${origin}/my-show/feed.xml`, 1)).toEqual([]);
  });

  it('counts what it answers before the framework, and lets everything else through', async () => {
    await store('/my-show/feed.xml', '<rss/>');
    const url = `${origin}/my-show/feed.xml`;
    const { headers } = await ask(url);
    await ask(url, { 'if-none-match': headers.etag! });
    await ask(url, {}, 'HEAD');
    expect(counted).toEqual(['/my-show/feed.xml 304', '/my-show/feed.xml 200']);
    expect((await ask(url, {}, 'POST')).status).toBe(404);
    expect((await ask(`${origin}/feed.xml`)).status).toBe(404);
  });

  it('says what players and caches need, and nothing about who asks', async () => {
    await store('/e/t2m/feed.xml', '<rss/>');
    const { headers } = await ask(`${origin}/e/t2m/feed.xml?raw`, { 'accept-encoding': 'gzip, br' });
    expect(headers).toMatchObject({
      'content-type': 'application/rss+xml; charset=utf-8',
      'content-encoding': 'br',
      'last-modified': 'Sun, 22 Nov 2026 10:00:00 GMT',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      vary: 'Accept-Encoding, Sec-Fetch-Dest',
      link: '<https://pod.example/e/t2m/feed.xml>; rel="self"',
      etag: `"${digestOf('<rss/>').slice(0, 16)}-br"`,
    });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('costs one query for the validators and one for each encoding, and then none (load:L01)', async () => {
    await store('/my-show/feed.xml', '<rss/>');
    const url = `${origin}/my-show/feed.xml`;
    const br = { 'accept-encoding': 'br' };
    const { headers } = await ask(url, br);
    await Promise.all(Array.from({ length: 20 }, () => ask(url, { ...br, 'if-none-match': headers.etag! })));
    await Promise.all(Array.from({ length: 20 }, () => ask(url, br)));
    expect(queries).toEqual(['/my-show/feed.xml', 'br']);
  });

  it('reads once for many who ask at once', async () => {
    await store('/my-show/feed.xml', '<rss/>');
    await Promise.all(Array.from({ length: 20 }, () => ask(`${origin}/my-show/feed.xml`)));
    expect(queries).toEqual(['/my-show/feed.xml', 'identity']);
  });

  it.each([
    ['no date', 'yesterday', 200],
    ['an older date', 'Sun, 22 Nov 2026 09:59:59 GMT', 200],
    ['the same date', 'Sun, 22 Nov 2026 10:00:00 GMT', 304],
    ['a later date', 'Mon, 23 Nov 2026 10:00:00 GMT', 304],
  ])('answers If-Modified-Since with %s (load:L07)', async (_, since, status) => {
    await store('/my-show/feed.xml', '<rss/>');
    expect((await ask(`${origin}/my-show/feed.xml`, { 'if-modified-since': since })).status).toBe(status);
  });

  it('does not take the ETag of one encoding for another (load:L07)', async () => {
    await store('/my-show/feed.xml', '<rss/>');
    const url = `${origin}/my-show/feed.xml`;
    const gzip = await ask(url, { 'accept-encoding': 'gzip' });
    const asIdentity = await ask(url, { 'if-none-match': gzip.headers.etag! });
    expect([gzip.status, asIdentity.status]).toEqual([200, 200]);
  });

  it('has the same validators after a restart (load:L07)', async () => {
    await store('/my-show/feed.xml', '<rss/>');
    const before = await ask(`${origin}/my-show/feed.xml`);
    await listener.close();
    await app.close();
    await serve();
    expect((await ask(`${origin}/my-show/feed.xml`, { 'if-none-match': before.headers.etag! })).status).toBe(304);
  });

  it('sends the new bytes as soon as they are stored', async () => {
    const url = `${origin}/my-show/feed.xml`;
    expect((await ask(url)).status).toBe(404);
    await store('/my-show/feed.xml', '<rss>one</rss>');
    expect((await ask(url)).body.toString()).toBe('<rss>one</rss>');
    await store('/my-show/feed.xml', '<rss>two</rss>', 2);
    expect((await ask(url)).body.toString()).toBe('<rss>two</rss>');
  });

  it('answers 404 for an unknown feed without asking twice, and 410 for a deleted one', async () => {
    const url = `${origin}/nobody/feed.xml`;
    expect([(await ask(url)).status, (await ask(url, {}, 'HEAD')).status, queries.length]).toEqual([404, 404, 1]);
    const feedId = await store('/my-show/feed.xml', '<rss/>');
    await db.getRepository(Feed).update(feedId, { goneAt: changedAt });
    const gone = await ask(`${origin}/my-show/feed.xml`);
    expect([gone.status, gone.headers['content-type']]).toEqual([410, 'text/plain; charset=utf-8']);
  });

  it('goes on with the known feed while the database is away (fault:F12)', async () => {
    await store('/my-show/feed.xml', '<rss/>');
    const url = `${origin}/my-show/feed.xml`;
    await ask(url);
    cache.forgetAll();
    await listener.close();
    await db.destroy();
    expect((await ask(url)).status).toBe(200);
    const unknown = await ask(`${origin}/other/feed.xml`);
    expect([unknown.status, unknown.headers['retry-after']]).toEqual([503, '60']);
    expect(troubles).toHaveLength(1);
    listener = { close: async () => {} };
    db = await openFeedsDataSource(database.url);
  });

  it('reads a body again that had to make room', async () => {
    await listener.close();
    await app.close();
    await serve(3_000);
    for (const name of ['a', 'b']) await store(`/${name}/feed.xml`, `<rss>${name.repeat(2_000)}</rss>`);
    for (const name of ['a', 'b', 'a', 'a']) {
      expect((await ask(`${origin}/${name}/feed.xml`)).body.length).toBe(2_011);
    }
    expect(queries).toEqual(['/a/feed.xml', 'identity', '/b/feed.xml', 'identity', 'identity']);
  });

  it('finds the newer version when the one it knew has been removed', async () => {
    await store('/my-show/feed.xml', '<rss>one</rss>');
    const url = `${origin}/my-show/feed.xml`;
    await ask(url, {}, 'HEAD');
    await listener.close();
    await db.query('delete from feed_versions');
    await store('/my-show/feed.xml', '<rss>two</rss>', 2);
    expect((await ask(url)).body.toString()).toBe('<rss>two</rss>');
  });

  it('begins with what was stored ahead at its very moment, without a query', async () => {
    const url = `${origin}/my-show/feed.xml`;
    await store('/my-show/feed.xml', '<rss>now</rss>');
    const from = new Date(Date.now() + 700);
    await store('/my-show/feed.xml', '<rss>then</rss>', 2, { validFrom: from, changedAt: from });
    expect((await ask(url)).body.toString()).toBe('<rss>now</rss>');
    await cache.refresh();
    queries = [];
    const seen: [number, string][] = [];
    while (seen.at(-1)?.[1] !== '<rss>then</rss>') seen.push([Date.now(), (await ask(url)).body.toString()]);
    const firstThen = seen.at(-1)![0];
    expect(firstThen).toBeGreaterThanOrEqual(from.getTime() - 50);
    expect(firstThen - from.getTime()).toBeLessThan(500);
    expect(queries).toEqual([]);
  });

  it('finds by one query for all feeds what no message told of', async () => {
    await store('/my-show/feed.xml', '<rss>one</rss>');
    await store('/other/feed.xml', '<rss/>');
    for (const name of ['my-show', 'other']) await ask(`${origin}/${name}/feed.xml`);
    await listener.close();
    queries = [];
    await cache.refresh();
    expect(queries).toEqual(['stamps of 2']);
    const feed = await db.getRepository(Feed).findOneByOrFail({ path: '/my-show/feed.xml' });
    const row = {
      id: newId(),
      feedId: feed.id,
      version: 2,
      digest: digestOf('<rss>two</rss>'),
      changedAt,
      itemCount: 1,
    };
    await db.getRepository(FeedVersion).save({ ...row, ...(await toFeedBytes('<rss>two</rss>')) });
    await db.getRepository(Feed).update(feed.id, { builtVersion: 2 });
    await cache.refresh();
    expect((await ask(`${origin}/my-show/feed.xml`)).body.toString()).toBe('<rss>two</rss>');
  });

  it('leads a browser that navigates to the page, and gives everybody else the feed', async () => {
    const feedId = await store('/my-show/feed.xml', '<rss/>');
    await db.getRepository(Feed).update(feedId, { pageUrl: 'https://pod.example/en/my-show' });
    const url = `${origin}/my-show/feed.xml`;
    const browser = { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' };
    for (const _ of ['read', 'from memory']) {
      const led = await ask(url, browser);
      expect(led.headers).toMatchObject({
        location: 'https://pod.example/en/my-show',
        'cache-control': 'no-store',
        vary: 'Accept-Encoding, Sec-Fetch-Dest',
      });
      expect(led.status).toBe(302);
    }
    expect((await ask(`${url}?raw`, browser)).body.toString()).toBe('<rss/>');
    const fetched = { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' };
    expect([
      (await ask(url)).status,
      (await ask(url, fetched)).status,
      (await ask(url, browser, 'HEAD')).status,
    ]).toEqual([200, 200, 200]);
  });

  it('sends on who asks for a podcast that has moved, but not who wants to look at it', async () => {
    const feedId = await store('/my-show/feed.xml', '<rss/>');
    await db.getRepository(Feed).update(feedId, { movedTo: 'https://new.example/feed.xml' });
    const moved = await ask(`${origin}/my-show/feed.xml`);
    expect([moved.status, moved.headers.location]).toEqual([301, 'https://new.example/feed.xml']);
    expect((await ask(`${origin}/my-show/feed.xml?raw`)).status).toBe(200);
  });

  it('names hubs and itself in Link headers, a page under its own address', async () => {
    const feedId = await store('/my-show/feed.xml', '<rss>1</rss>', 1, { validFrom: new Date('2020-01-01') });
    await store('/my-show/feed.xml', '<rss>2</rss>', 1, { page: 2, validFrom: new Date('2020-01-01') });
    await db.getRepository(Feed).update(feedId, { hubs: ['https://hub.example/'] });
    const second = await ask(`${origin}/my-show/feed.xml?page=2`);
    expect(second.body.toString()).toBe('<rss>2</rss>');
    expect(second.headers.link).toBe(
      '<https://pod.example/my-show/feed.xml?page=2>; rel="self", <https://hub.example/>; rel="hub"',
    );
    expect((await ask(`${origin}/my-show/feed.xml?utm_source=x`)).body.toString()).toBe('<rss>1</rss>');
    expect((await ask(`${origin}/my-show/feed.xml?page=3`)).status).toBe(404);
  });

  it('lets scripts of other sites ask', async () => {
    await store('/my-show/feed.xml', '<rss/>');
    const allowed = await ask(`${origin}/my-show/feed.xml`, { origin: 'https://player.example' }, 'OPTIONS');
    expect([allowed.status, allowed.headers['access-control-allow-origin']]).toEqual([204, '*']);
    const { headers } = await ask(`${origin}/my-show/feed.xml`);
    expect(headers['access-control-expose-headers']).toBe('ETag, Last-Modified, Link');
  });
});
