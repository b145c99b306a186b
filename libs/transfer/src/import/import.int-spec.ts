import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Episode, EpisodeCopy, personErased, Show } from '#libs/catalog';
import { system } from '#libs/kernel';
import { Rendition, Revision } from '#libs/media';
import { Person } from '#libs/people';
import { anOldHost, type OldHost, type OldHostGiven } from '../../../../test/factories/old-host.js';
import { type ImportBench, openImportBench } from './testing/import-bench.js';
import { ImportItem } from './import-item.entity.js';
import { importSubscriptions } from './import-subscriptions.js';
import type { StartForm } from './imports.service.js';

let host: OldHost;
let bench: ImportBench;

beforeAll(async () => {
  host = await anOldHost();
  bench = await openImportBench([host.url]);
});
afterAll(async () => {
  await bench.close();
  await host.close();
});
beforeEach(async () => {
  host.given = {};
  host.asked.length = 0;
  await bench.world.db.query('truncate imports, shows, recordings, persons, outbox cascade');
});

async function look(given: OldHostGiven, showId?: string) {
  host.given = given;
  const { id } = await bench.imports.create(bench.owner, { url: host.feedUrl, showId });
  await bench.work();
  return bench.imports.get(bench.owner, id);
}

async function bring(given: OldHostGiven, form: StartForm = {}, showId?: string) {
  const { id } = await look(given, showId);
  await bench.imports.start(bench.owner, id, form);
  await bench.work();
  return bench.imports.get(bench.owner, id);
}

const find = <T>(work: (m: ImportBench['world']['db']['manager']) => Promise<T>) => work(bench.world.db.manager);
const codes = (view: { report: { problems: { code: string }[] } | null }) =>
  view.report!.problems.map(({ code }) => code);

describe('a look at a feed', () => {
  it('tells what would come, and makes nothing', async () => {
    const view = await look({ items: 30 });
    expect(view).toMatchObject({ state: 'needs-you', step: 'decide', error: null, showId: null });
    expect(view.channel).toMatchObject({ title: 'Voix du Nord & d’ailleurs', language: 'fr-CA', category: 'Business' });
    expect(view.report).toMatchObject({
      ...{ pages: 1, items: 30, toMake: 30, known: 0, leftOut: 0, guidsKept: 30, guidsMade: 0 },
      ...{ sampled: 12, reachable: 12, sizesEqual: 12, takesRanges: 12, bytesUnknown: 0 },
      counts: { chapters: 30, transcripts: 30, persons: 30, seasons: 3, covers: 0 },
    });
    expect(codes(view)).toEqual(['HTTP_MEDIA']);
    expect(await find((m) => m.count(Show))).toBe(0);
    expect(await find((m) => m.count(Episode))).toBe(0);
  });

  it('counts the tags, and says what becomes of each', async () => {
    const view = await look({ items: 2, channel: '<ttl>5</ttl><x:y xmlns:x="http://x.example">z</x:y>' });
    expect(view.report!.tags).toEqual(
      expect.arrayContaining([
        { name: 'x:y', of: 'channel', count: 1, fate: 'lost' },
        { name: 'ttl', of: 'channel', count: 1, fate: 'made' },
        { name: 'guid', of: 'item', count: 2, fate: 'field' },
      ]),
    );
    expect(view.report!.tags[0]!.name).toBe('x:y');
  });

  it('follows the pages of a feed', async () => {
    const view = await look({ items: 25, pageSize: 10 });
    expect(view.report).toMatchObject({ pages: 3, items: 25, toMake: 25 });
    const items = await bench.imports.items(bench.owner, view.id, { limit: 200 });
    expect(items.map(({ title }) => title.slice(0, 10))[24]).toBe('Épisode 1 ');
  });

  it('leaves pages that lead in a circle, and ones without end', async () => {
    const circle = await look({ items: 3, channel: '<atom:link rel="next" href="/feed.xml"/>' });
    expect(circle.report).toMatchObject({ pages: 1, items: 3 });
    expect(codes(circle)).toContain('PAGES_CYCLIC');
    let n = 0;
    const endless = await look({
      answer: (request, response) => {
        if (!request.url!.startsWith('/feed.xml')) return false;
        n += 1;
        response.end(`<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>A</title><language>en</language>
          <atom:link rel="next" href="/feed.xml?p=${n}"/><item><guid>${n}</guid></item></channel></rss>`);
        return true;
      },
    });
    expect(endless.report).toMatchObject({ pages: 100, items: 100 });
    expect(codes(endless)).toContain('PAGES_CAPPED');
  });

  it.each([
    ['a web page', '<!doctype html><html></html>', 'NOT_A_FEED'],
    ['a DTD that names a file', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss/>', 'FEED_WITH_DTD'],
    ['nothing', '', 'NOT_A_FEED'],
  ])('fails with a reason at %s (abuse:A11)', async (_, body, code) => {
    const view = await look({ answer: (_request, response) => Boolean(response.end(body)) });
    expect(view).toMatchObject({ state: 'failed', error: { code } });
  });

  it('fails with one reason at whatever cannot be fetched, and can be tried again', async () => {
    const view = await look({ answer: (_request, response) => Boolean(response.writeHead(404).end()) });
    expect(view).toMatchObject({ state: 'failed', error: { code: 'ANSWER_REFUSED', params: { status: 404 } } });
    host.given = { items: 2 };
    await bench.imports.retry(bench.owner, view.id);
    await bench.work();
    expect(await bench.imports.get(bench.owner, view.id)).toMatchObject({ state: 'needs-you', error: null });
  });

  it.each([
    ...['http://127.0.0.1/feed', 'http://[::1]/feed', 'http://[::ffff:127.0.0.1]/', 'http://[64:ff9b::7f00:1]/'],
    ...['http://2130706433/', 'http://0x7f.1/', 'http://127.1/', 'http://169.254.169.254/', 'http://[fd00::1]/'],
    ...['http://100.64.0.1/', 'http://user@127.0.0.1/', 'file:///etc/passwd', 'gopher://a.example/'],
  ])('refuses %s alike (abuse:A14)', async (url) => {
    await expect(bench.imports.create(bench.owner, { url })).rejects.toMatchObject({
      code: 'ADDRESS_NOT_FETCHED',
      status: 422,
    });
  });

  it('is neither filled by an answer that unpacks to a gigabyte nor held by one without end', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from('<rss><channel><title>'), Buffer.alloc(400 * 1024 ** 2, 'a')]));
    const packed = await look({
      answer: (_request, response) => Boolean(response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)),
    });
    expect(packed).toMatchObject({ state: 'failed', error: { code: 'FEED_TOO_LARGE' } });
    const silent = await look({ answer: (_request, response) => Boolean(response.write('<rss><channel>')) || true });
    expect(silent).toMatchObject({ state: 'failed', error: { code: 'ANSWER_TOO_SLOW' } });
  });

  it('is not led inward by a redirect (abuse:A15)', async () => {
    const canary: string[] = [];
    const inside = await anOldHost({ answer: (request) => Boolean(canary.push(request.url!)) && false });
    const view = await look({
      answer: (_request, response) => Boolean(response.writeHead(302, { location: inside.feedUrl }).end()),
    });
    await inside.close();
    expect(view).toMatchObject({ state: 'failed', error: { code: 'ADDRESS_NOT_FETCHED' } });
    expect(canary).toEqual([]);
  });

  it('keeps what is believable of hostile items, in rows that the database takes (abuse:A20, abuse:A21)', async () => {
    const item = (inside: string) => `<item>${inside}</item>`;
    const sql = `'); drop table shows; --`;
    const view = await look({
      answer: (request, response) => {
        if (!request.url!.startsWith('/feed.xml')) return false;
        response.end(
          `<rss><channel><title>A</title><language>xx</language>${[
            item(`<guid>1</guid><title>${'x'.repeat(300_000)}</title><enclosure url="/m/1.mp3" length="-1" type="a"/>`),
            item(`<guid>1</guid><enclosure url="/m/2.mp3" length="1000000000000000000" type="audio/mpeg"/>`),
            item(
              `<guid>${sql}</guid><title>{"$ne":1}</title><pubDate>Mon, 01 Jan 1601 00:00:00 GMT</pubDate><enclosure url="/m/3.mp3"/>`,
            ),
            item(
              `<guid>4</guid><title>\u0000\ud800&#xd800;&#0;</title><pubDate>Fri, 31 Dec 9999 00:00:00 GMT</pubDate>`,
            ),
            item(`<enclosure url="javascript:alert(1)"/>`),
          ].join('')}</channel></rss>`,
        );
        return true;
      },
    });
    expect(view).toMatchObject({ state: 'needs-you', report: { items: 5, toMake: 2, leftOut: 3 } });
    expect(codes(view)).toEqual(
      expect.arrayContaining([
        'TEXT_CUT',
        'LENGTH_WRONG',
        'GUID_TWICE',
        'BAD_DATE',
        'NO_ENCLOSURE',
        'LANGUAGE_UNKNOWN',
      ]),
    );
    const items = await bench.imports.items(bench.owner, view.id, {});
    expect(items[2]).toMatchObject({ guid: sql, title: '{"$ne":1}', state: 'waiting' });
  });
});

describe('an import', () => {
  it('keeps guid, date, order, number, words, people, chapters, transcript, cover and file of each episode', async () => {
    const view = await bring({
      items: 3,
      channel: '<podcast:funding url="https://pay.example.org/">Merci</podcast:funding>',
    });
    expect(view).toMatchObject({ state: 'done', step: 'copy', counts: { done: 3, failed: 0, skipped: 0 } });
    const show = await find((m) => m.findOneOrFail(Show, { where: { id: view.showId! }, relations: { texts: true } }));
    expect(show).toMatchObject({
      ...{ language: 'fr-CA', category: 'Business', subcategory: 'Management', author: 'Atelier Nord' },
      ...{ ownerEmail: 'ada@example.org', copyright: '2026 Atelier Nord', coverWidth: 1400 },
      podcastGuid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
      feed: { funding: [{ url: 'https://pay.example.org/', text: 'Merci' }] },
    });
    const views = await bench.world.catalog.episodeQuery.allOfShow(show.id);
    expect(views.map(({ guid }) => guid)).toEqual([3, 2, 1].map((n) => `old host:${n}?é&=%20`));
    expect(views.map(({ publishedAt }) => publishedAt!.toISOString().slice(0, 10))).toEqual([
      ...['2020-01-22', '2020-01-15', '2020-01-08'],
    ]);
    const [newest] = views;
    expect(newest).toMatchObject({
      ...{ state: 'published', season: 1, number: 3, type: 'full' },
      texts: [{ lang: 'fr', title: 'Épisode 3 : « tout & rien »', notes: expect.stringContaining('**notes**') }],
      chapters: [
        { startMs: 0, title: 'Début 3', url: '' },
        { startMs: 1500, title: 'Suite', url: '' },
      ],
      appearances: [{ role: 'guest', person: { name: 'Jean Tremblay' } }],
      transcripts: [{ lang: 'fr', isTimed: true }],
      enclosure: { mime: 'audio/mpeg', bytes: host.file(3).length, sha256: sha256(host.file(3)) },
    });
    expect(await bench.storage.readBytes(newest!.enclosure!.key)).toEqual(host.file(3));
    expect(await find((m) => m.findBy(Person, {}))).toHaveLength(2);
    const [revision] = await find((m) => m.findBy(Revision, { id: newest!.enclosure!.revisionId }));
    expect(revision).toMatchObject({
      origin: 'import',
      state: 'done',
      number: 1,
      originalSha256: sha256(host.file(3)),
    });
  });

  it('keeps nothing of what the feed said of a person who is erased', async () => {
    const { db, catalog } = bench.world;
    await bring({ items: 2 });
    const said = async () =>
      JSON.stringify([await db.query('select * from imports'), await db.query('select * from import_items')]);
    for (const name of ['Jean Tremblay', 'Ada Lovelace']) {
      expect(await said()).toContain(name);
      const { id } = await db.manager.findOneByOrFail(Person, { name });
      await catalog.erasePerson.erase(system, id, name);
      const [{ payload }] = await db.query('select payload from outbox where name = $1 order by id desc', [
        personErased,
      ]);
      for (const listen of importSubscriptions[personErased]!) await listen(payload as never, db.manager);
      expect(await said()).not.toContain(name);
    }
  });

  it('brings 49 of 50 when one is gone, and reports a slow one, a short one and a wrong length (fault:F41)', async () => {
    const view = await bring({ items: 50, faults: { 7: 'gone', 9: 'longer' } });
    expect(view).toMatchObject({ state: 'done', counts: { done: 49, failed: 1 } });
    const failed = await bench.imports.items(bench.owner, view.id, { state: 'failed' });
    expect(failed).toMatchObject([{ title: 'Épisode 7 : « tout & rien »', error: { code: 'ANSWER_REFUSED' } }]);
    const longer = (await bench.imports.items(bench.owner, view.id, { limit: 200 })).find(({ guid }) =>
      guid.includes(':9?'),
    );
    expect(longer).toMatchObject({
      state: 'done',
      problems: expect.arrayContaining([expect.objectContaining({ code: 'SIZE_DIFFERS' })]),
    });

    host.given = { items: 50 };
    await bench.imports.retry(bench.owner, view.id, failed[0]!.id);
    await bench.work();
    expect(await bench.imports.get(bench.owner, view.id)).toMatchObject({
      state: 'done',
      counts: { done: 50, failed: 0 },
    });
    expect(await find((m) => m.countBy(Episode, { state: 'published' }))).toBe(50);
  }, 120_000);

  it('leaves out what stalls or breaks off, and brings the rest', async () => {
    const view = await bring({ items: 4, faults: { 2: 'stalls', 3: 'short' } });
    expect(view).toMatchObject({ state: 'done', counts: { done: 2, failed: 2 } });
    const failed = await bench.imports.items(bench.owner, view.id, { state: 'failed' });
    expect(failed.map(({ error }) => error!.code)).toEqual(['ANSWER_BROKEN', 'ANSWER_TOO_SLOW']);
    const drafts = await find((m) => m.countBy(Episode, { state: 'draft' }));
    expect(drafts).toBe(2);
  }, 60_000);

  it('run again adds only what is new', async () => {
    const first = await bring({ items: 3 });
    const again = await look({ items: 5 }, first.showId!);
    expect(again.report).toMatchObject({ items: 5, toMake: 2, known: 3 });
    await bench.imports.start(bench.owner, again.id, {});
    host.asked.length = 0;
    await bench.work();
    expect(await bench.imports.get(bench.owner, again.id)).toMatchObject({ counts: { done: 2, skipped: 3 } });
    expect(host.asked.filter((path) => path.includes('/m/'))).toHaveLength(2);
    expect(await find((m) => m.count(Episode))).toBe(5);
  });

  it('told twice to begin makes one show', async () => {
    const { id } = await look({ items: 1 });
    const both = await Promise.allSettled([
      bench.imports.start(bench.owner, id, {}),
      bench.imports.start(bench.owner, id, {}),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await bench.work();
    expect(await find((m) => m.count(Show))).toBe(1);
  });

  it('of a locked feed wants the owner to confirm', async () => {
    const { id, channel } = await look({
      items: 1,
      channel: '<podcast:locked owner="ada@example.org">yes</podcast:locked>',
    });
    expect(channel).toMatchObject({ locked: true, lockOwner: 'ada@example.org' });
    await expect(bench.imports.start(bench.owner, id, {})).rejects.toMatchObject({
      code: 'FEED_LOCKED',
      params: { owner: 'ada@example.org' },
    });
    await bench.imports.start(bench.owner, id, { ownerConfirms: true });
    await bench.work();
    expect(await bench.imports.get(bench.owner, id)).toMatchObject({ state: 'done', counts: { done: 1 } });
  });

  it('goes on where it was stopped in the middle of a file, without a duplicate', async () => {
    const { id } = await look({ items: 2 });
    await bench.imports.start(bench.owner, id, {});
    host.given = { items: 2, bytesPerSecond: 40_000 };
    const stop = new AbortController();
    const stopping = bench.work(1, stop.signal).catch(() => 'stopped');
    for (;;) {
      const rows = await find((m) => m.findBy(ImportItem, { importId: id, state: 'running' }));
      if (rows.some(({ bytesDone }) => bytesDone > 0)) break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    stop.abort();
    await stopping;
    host.given = { items: 2 };
    host.asked.length = 0;
    const items = await find((m) => m.findBy(ImportItem, { importId: id }));
    const handlers = (await import('./copy.handler.js')).makeCopy(bench.deps);
    const run = { signal: new AbortController().signal, attempt: 1, isLastTry: true };
    for (const { id: itemId, attempt } of items) await handlers({ itemId, attempt }, run);
    for (const { id: itemId, attempt } of items) await handlers({ itemId, attempt }, run);
    expect(host.asked.some((path) => / bytes=\d{3,}-/.test(path))).toBe(true);
    expect(await bench.imports.get(bench.owner, id)).toMatchObject({ state: 'done', counts: { done: 2 } });
    expect(await find((m) => m.count(Revision))).toBe(2);
    const files = await find((m) => m.find(Rendition, { order: { sha256: 'asc' } }));
    expect(files.map((file) => file.sha256)).toEqual([sha256(host.file(1)), sha256(host.file(2))].sort());
  }, 60_000);

  it('keeps a draft with its file when the show has no cover, and publishes it once there is one', async () => {
    const view = await bring({ items: 2, withoutCover: true });
    expect(codes(view)).toContain('COVER_UNFIT');
    expect(view).toMatchObject({ state: 'done', counts: { failed: 2 } });
    const [item] = await bench.imports.items(bench.owner, view.id, { state: 'failed' });
    expect(item!.error).toEqual({ code: 'IMPORTED_NOT_PUBLISHABLE', params: { blocker: 'COVER_MISSING' } });
    await bench.world.db.query(`update shows set cover_key = 'image/x.jpg', cover_width = 1400`);
    host.asked.length = 0;
    await bench.imports.retry(bench.owner, view.id);
    await bench.work();
    expect(await bench.imports.get(bench.owner, view.id)).toMatchObject({ counts: { done: 2, failed: 0 } });
    expect(host.asked.filter((path) => path.includes('/m/'))).toEqual([]);
    expect(await find((m) => m.countBy(EpisodeCopy, { kind: 'released' }))).toBe(2);
  });

  it('is seen by nobody else (abuse:A25)', async () => {
    const { id } = await look({ items: 1 });
    const stranger = {
      kind: 'user',
      userId: '018f0000-0000-7000-8000-000000000000',
      isInstanceOwner: false,
      roles: {},
    } as const;
    for (const ask of [
      () => bench.imports.get(stranger, id),
      () => bench.imports.items(stranger, id, {}),
      () => bench.imports.start(stranger, id, {}),
      () => bench.imports.cancel(stranger, id),
    ]) {
      await expect(ask()).rejects.toMatchObject({ status: 404 });
    }
    await expect(bench.imports.create(stranger, { url: host.feedUrl })).rejects.toMatchObject({ status: 403 });
    expect(await bench.imports.list(stranger)).toEqual([]);
  });
});

describe('the old address', () => {
  const ask = async (answer: OldHostGiven) => {
    const view = await bring({ items: 1 });
    host.given = answer;
    await bench.imports.checkMove(bench.owner, view.id);
    await bench.work();
    return (await bench.imports.get(bench.owner, view.id)).move;
  };
  const here = 'https://estrade.example.org/voix-du-nord-d-ailleurs/feed.xml';

  it('that leads here is recognised', async () => {
    const move = await ask({ answer: (_, response) => Boolean(response.writeHead(301, { location: here }).end()) });
    expect(move).toMatchObject({ state: 'redirects', to: here, status: 301 });
  });
  it('that names this one is recognised', async () => {
    const move = await ask({ items: 1, channel: `<itunes:new-feed-url>${here}</itunes:new-feed-url>` });
    expect(move).toMatchObject({ state: 'named', to: here });
  });
  it('that answers as before is told', async () => {
    expect(await ask({ items: 1 })).toMatchObject({ state: 'not-yet', status: 200 });
  });
  it('that is gone is told', async () => {
    const move = await ask({ answer: (_, response) => Boolean(response.writeHead(410).end()) });
    expect(move).toMatchObject({ state: 'unreachable', status: 410 });
  });
});

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
