import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Episode, NewSubscriber, Show } from '#libs/catalog';
import { newAddressSecret, system } from '#libs/kernel';
import { parseRssFeed } from 'feedsmith';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { findBreaches } from '../../../../test/feeds/rules/check.js';
import { settleFeeds } from '../../../../test/feeds/settle.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

const bytes = Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 7) & 255));

describe('a private feed', () => {
  let world: WebWorld;
  let show: Show;
  let early: Episode;
  let eve: NewSubscriber;
  let feed: string;
  let file: string;

  beforeAll(async () => {
    world = await aWebWorld();
    world.clock.set('2026-05-20T00:00:00Z');
    show = await aShow(world.db);
    await world.storage.put('audio/early.mp3', bytes);
    await anEpisode(world.db, show, { title: 'Pour tous' });
    early = await anEpisode(world.db, show, {
      title: 'En avance',
      subscribersUntil: new Date('2026-06-20T00:00:00Z'),
      chapters: '00:00 Bonjour\n00:30 Suite',
      revision: { key: 'audio/early.mp3', bytes: bytes.length },
    });
    eve = await world.catalog.subscribers.create(system, show.id, 'Ève');
    await settleFeeds(world);
    feed = `/f/${eve.secret}/feed.xml`;
    file = `/f/${eve.secret}/m/${early.id}/1/${show.slug}.mp3`;
  });
  afterAll(() => world?.close());

  const items = (xml: string) =>
    (parseRssFeed(xml) as { items: { title: string; enclosures: { url: string }[] }[] }).items;

  it('has what is for subscribers only, each file below the subscriber’s secret, and keeps every rule', async () => {
    const { status, headers, body } = await world.get(feed);
    expect(status).toBe(200);
    expect(findBreaches(Buffer.from(body))).toEqual([]);
    const titles = items(body).map(({ title }) => title);
    expect(titles.sort()).toEqual(['En avance', 'Pour tous']);
    const origin = 'http://localhost:3000';
    for (const { enclosures } of items(body)) {
      expect(enclosures[0]!.url).toMatch(new RegExp(`^${origin}/f/${eve.secret}/m/`));
    }
    expect(body).toContain(`href="${origin}${feed}" rel="self"`);
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store', // feed:V01
      'x-robots-tag': 'noindex, nofollow', // feed:V05
      'content-type': 'application/rss+xml; charset=utf-8',
    });
    expect(headers['link']).toBeUndefined(); // feed:V04
    expect(body).not.toMatch(/rel="hub"/);
    expect(body).toContain('<itunes:block>Yes</itunes:block>'); // feed:V02
    expect(body).toMatch(/<podcast:block>yes<\/podcast:block>/); // feed:V03
    expect(body).toMatch(/<podcast:locked[^>]*>yes</);
  });

  it('is a page in the reader’s language for a person who follows the link, and XML for everything else', async () => {
    const browser = { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate', 'accept-language': 'fr-CA' };
    const page = await world.get(feed, browser);
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body).toContain('Un flux à vous');
    expect(page.body).toContain(`value="http://localhost:3000${feed}"`);
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
    for (const [path, headers] of [
      [`${feed}?raw`, browser],
      [feed, { ...browser, 'sec-fetch-mode': 'cors' }],
    ] as const) {
      expect((await world.get(path, headers)).headers['content-type']).toMatch('application/rss+xml');
    }
    expect((await world.get(feed.replace(eve.secret, newAddressSecret()), browser)).status).toBe(404);
  });

  it('is told nobody else: the public feed, page and file know nothing of it', async () => {
    expect((await world.get(`/${show.slug}/feed.xml`)).body).not.toContain('En avance');
    expect((await world.get(`/m/${early.id}/1/${show.slug}.mp3`)).status).toBe(404);
    expect((await world.get(`/m/${early.id}/chapters.json`)).status).toBe(404);
  });

  it('answers HEAD like GET, in each encoding with a validator that is nobody else’s', async () => {
    const other = await world.catalog.subscribers.create(system, show.id, 'Ada');
    await settleFeeds(world);
    const tags = new Set<unknown>();
    for (const secret of [eve.secret, other.secret]) {
      for (const encoding of ['identity', 'gzip', 'br']) {
        const got = await world.get(`/f/${secret}/feed.xml`, { 'accept-encoding': encoding });
        const head = await world.get(`/f/${secret}/feed.xml`, { 'accept-encoding': encoding }, 'HEAD');
        expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([
          200,
          0,
          String(got.bytes.length),
        ]);
        const decode = { identity: (b: Buffer) => b, gzip: gunzipSync, br: brotliDecompressSync }[encoding]!;
        expect(decode(got.bytes).toString()).toContain(`/f/${secret}/m/`);
        tags.add(got.headers['etag']);
        const again = await world.get(`/f/${secret}/feed.xml`, {
          'accept-encoding': encoding,
          'if-none-match': got.headers['etag']!,
        });
        expect([again.status, again.bytes.length, again.headers['cache-control']]).toEqual([
          304,
          0,
          'private, no-store',
        ]);
      }
    }
    expect(tags.size).toBe(6);
  });

  it('opens the files of its show, by range and never for a cache, with chapters', async () => {
    const part = await world.get(file, { range: 'bytes=10-19' });
    expect([part.status, part.headers['cache-control'], part.headers['x-robots-tag']]).toEqual([
      206,
      'private, no-store',
      'noindex, nofollow',
    ]);
    expect(part.bytes.equals(bytes.subarray(10, 20))).toBe(true);
    const chapters = await world.get(`/f/${eve.secret}/m/${early.id}/chapters.json`);
    expect([chapters.status, chapters.headers['cache-control']]).toEqual([200, 'private, no-store']);
    expect(JSON.parse(chapters.body).chapters).toHaveLength(2);
  });

  it('does not open another show’s files', async () => {
    const other = await aShow(world.db, { title: 'Autre' });
    const theirs = await anEpisode(world.db, other, { revision: { key: 'audio/early.mp3', bytes: bytes.length } });
    expect((await world.get(`/m/${theirs.id}/1/x.mp3`)).status).toBe(200);
    expect((await world.get(`/f/${eve.secret}/m/${theirs.id}/1/x.mp3`)).status).toBe(404);
  });

  it('notes the day of the last fetch and nothing more', async () => {
    await world.get(feed);
    const subscribers = await world.catalog.subscribers.list(system, show.id);
    expect(subscribers.find(({ name }) => name === 'Ève')).toMatchObject({ fetchedOn: '2026-05-20', revokedAt: null });
  });

  it('is closed with its files at once when the secret is altered, changed or revoked', async () => {
    const altered = eve.secret.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    for (const path of [feed, file, `/f/${eve.secret}/m/${early.id}/chapters.json`]) {
      const wrong = await world.get(path.replace(eve.secret, altered));
      expect([wrong.status, wrong.headers['cache-control']]).toEqual([404, 'private, no-store']);
    }
    const changed = await world.catalog.subscribers.rotate(system, show.id, eve.subscriber.id);
    expect([(await world.get(feed)).status, (await world.get(file)).status]).toEqual([404, 404]);
    const now = [feed, file].map((path) => path.replace(eve.secret, changed.secret));
    for (const path of now) expect((await world.get(path)).status).toBe(200);
    await world.catalog.subscribers.revoke(system, show.id, eve.subscriber.id);
    for (const path of now) expect((await world.get(path)).status).toBe(404);
  });

  it('refuses who guesses, but not who has a right secret', async () => {
    const ada = await world.catalog.subscribers.create(system, show.id, 'Ada');
    await settleFeeds(world);
    expect((await world.get(`/f/${ada.secret}/feed.xml`)).status).toBe(200);
    const statuses = new Set<number>();
    for (let n = 0; n < 40; n += 1) statuses.add((await world.get(`/f/${newAddressSecret()}/feed.xml`)).status);
    expect([...statuses]).toEqual([404, 429]);
    expect((await world.get(`/f/${ada.secret}/feed.xml`)).status).toBe(200);
    world.clock.forward(11 * 60_000);
    expect((await world.get(`/f/${newAddressSecret()}/feed.xml`)).status).toBe(404);
  });

  it('answers as gone when its show is deleted', async () => {
    const ada = await world.catalog.subscribers.create(system, show.id, 'Ada');
    await world.catalog.bin.deleteShow(system, show.id);
    await settleFeeds(world);
    expect((await world.get(`/f/${ada.secret}/feed.xml`)).status).toBe(410);
    expect((await world.get(`/f/${ada.secret}/m/${early.id}/1/${show.slug}.mp3`)).status).toBe(404);
  });
});

describe('a secret', () => {
  it('is in no log, and in no cache as a redirect, however its address is written', async () => {
    const world = await aWebWorld();
    const show = await aShow(world.db);
    const { secret } = await world.catalog.subscribers.create(system, show.id, 'Ève');
    const feed = `/f/${secret}/feed.xml`;
    for (const written of [`/${feed}`, feed.replace('/f/', '/F/'), `/f/${secret}/feed.xml/`]) {
      const { status, headers } = await world.get(written);
      expect([written, status, headers['cache-control']]).toEqual([written, 301, 'private, no-store']);
    }
    await world.get(feed);
    await world.get(feed.replace('/f/', '/%66/'));
    // The second time it is known that there is none, and answered from memory.
    for (let n = 0; n < 2; n += 1) expect((await world.get(`/fr${feed}`)).status).toBe(404);
    await world.close();
    const log = world.lines.join('\n');
    expect(log).toMatch(/"msg":"hits"/);
    expect(log).not.toContain(secret);
  });
});

describe('what is said in an episode', () => {
  it('is open to a subscriber from the second of a release that is still to be written, and not before (abuse:A31)', async () => {
    const world = await aWebWorld();
    const show = await aShow(world.db);
    const { id } = await anEpisode(world.db, show, { state: 'draft' });
    const at = { showId: show.id, episodeId: id, lang: 'fr', version: 1 };
    await world.catalog.transcripts.replace(system, at, { text: 'Ève : Bonjour.\nJean : Oui.\nÈve : Bien.' });
    await world.catalog.publishing.publish(system, show.id, id, { afterSeconds: 60 });
    const { secret } = await world.catalog.subscribers.create(system, show.id, 'Ève');
    const paths = [`/f/${secret}/m/${id}/transcript.fr.txt`, `/m/${id}/transcript.fr.txt`];
    const statuses = () => Promise.all(paths.map(async (path) => (await world.get(path)).status));
    expect(await statuses()).toEqual([404, 404]);
    world.clock.forward(61_000);
    expect(await statuses()).toEqual([200, 200]);
    await world.close();
  });
});
