import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Episode, EpisodeQuery, Show, type ShowsService } from '#libs/catalog';
import { newId, systemClock } from '#libs/kernel';
import { anOldHost, type OldHost, type OldHostGiven } from '../../../../test/factories/old-host.js';
import { type ImportBench, openImportBench } from './testing/import-bench.js';
import { ImportItem } from './import-item.entity.js';
import { Import } from './import.entity.js';
import { ImportsService } from './imports.service.js';
import { sweepImports } from './sweep-imports.js';
import { LookNotes, LookOvertaken } from './look-notes.js';

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
  await bench.world.db.query('truncate imports, shows, recordings, persons, outbox cascade');
});

async function look(given: OldHostGiven, showId?: string) {
  host.given = given;
  const { id } = await bench.imports.create(bench.owner, { url: host.feedUrl, showId });
  await bench.work();
  return bench.imports.get(bench.owner, id);
}

const answering = (items: string): OldHostGiven => ({
  answer: (request, response) => {
    if (!request.url!.startsWith('/feed.xml')) return false;
    response.end(`<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>A</title>
      <language>en</language><itunes:category text="Business"/><itunes:image href="${host.url}/cover.png"/>
      ${items}</channel></rss>`);
    return true;
  },
});
const item = (guid: string, more = '') =>
  `<item><guid>${guid}</guid><title>T</title><enclosure url="/m/1.mp3" length="1" type="audio/mpeg"/>${more}</item>`;

describe('a feed that moves in', () => {
  it('may have a guid that is cut within a character', async () => {
    const view = await look(answering(item(`${'x'.repeat(1_999)}😀`) + item('2')));
    expect(view).toMatchObject({ state: 'needs-you', report: { items: 2, toMake: 2 } });
  });

  it('keeps an episode whose date is still to come from listeners until then (abuse:A31)', async () => {
    const to = new Date(Math.ceil(Date.now() / 1000) * 1000 + 86_400_000);
    const { id } = await look(
      answering(
        item('soon', `<pubDate>${to.toUTCString()}</pubDate>`) +
          item('out', '<pubDate>Tue, 12 May 2020 07:00:00 GMT</pubDate>'),
      ),
    );
    await bench.imports.start(bench.owner, id, {});
    await bench.work();
    const view = await bench.imports.get(bench.owner, id);
    expect(view).toMatchObject({ state: 'done', counts: { done: 2, failed: 0 } });
    const { manager } = bench.world.db;
    const soon = await manager.findOneByOrFail(Episode, { guid: 'soon' });
    expect(soon).toMatchObject({ state: 'scheduled', scheduledAt: to, publishedAt: null });
    expect(soon.scheduledZone).toBe((await manager.findOneByOrFail(Show, { id: view.showId! })).timeZone);
    const seen = await new EpisodeQuery(bench.world.db).allOfShow(view.showId!);
    expect(seen.map(({ guid }) => guid)).toEqual(['out']);
  });

  it('comes once, though two imports make it in the same show at the same moment', async () => {
    const first = await look({ items: 6 });
    await bench.imports.start(bench.owner, first.id, {});
    const { showId } = await bench.imports.get(bench.owner, first.id);
    host.given = { items: 6 };
    const { id } = await bench.imports.create(bench.owner, { url: host.feedUrl, showId: showId! });
    await bench.world.db.query(`delete from outbox where name = 'transfer.make'`);
    await bench.work();
    await bench.imports.start(bench.owner, id, {});
    const make = bench.handlers['transfer.make']!;
    const run = { signal: new AbortController().signal, attempt: 1, isLastTry: true };
    await Promise.all([first.id, id].map((importId) => make({ importId, attempt: 1 } as never, run)));
    await bench.work();
    expect(await bench.world.db.manager.countBy(Episode, { showId: showId! })).toBe(6);
  });
});

describe('a disk that is nearly full', () => {
  afterEach(() => {
    bench.free.bytes = 1e12;
  });

  it('is not filled: the items fail with that reason, and come when there is room (fault:F23)', async () => {
    const { id } = await look({ items: 2 });
    await bench.imports.start(bench.owner, id, {});
    bench.free.bytes = 1e6;
    await bench.work();
    const items = await bench.imports.items(bench.owner, id, {});
    expect(items.map(({ state, error }) => [state, error?.code])).toEqual(Array(2).fill(['failed', 'DISK_FULL']));
    expect(await readdir(join(bench.folder, 'imports')).catch(() => [])).toEqual([]);
    bench.free.bytes = 1e12;
    await bench.imports.retry(bench.owner, id);
    await bench.work();
    expect(await bench.imports.get(bench.owner, id)).toMatchObject({ state: 'done', counts: { done: 2, failed: 0 } });
  });

  it('ends a file that is on its way', async () => {
    const { id } = await look({ items: 1, bytesPerSecond: 20_000 });
    await bench.imports.start(bench.owner, id, {});
    const first = host.asked.length;
    host.given.answer = (request) => {
      if (request.method === 'GET' && request.url!.startsWith('/m/')) bench.free.bytes = 1e6;
      return false;
    };
    await bench.work();
    const [item] = await bench.imports.items(bench.owner, id, {});
    expect(item).toMatchObject({ state: 'failed', error: { code: 'DISK_FULL' } });
    expect(host.asked.slice(first).filter((each) => each.startsWith('GET /m/'))).toHaveLength(1);
  });
});

describe('a yes to an import', () => {
  it('makes a show wholly or not at all', async () => {
    const { id } = await look({ items: 1 });
    const broken = { completeShow: () => Promise.reject(new Error('the process ends here')) };
    const shows = bench.deps.shows as unknown as ShowsService;
    const imports = new ImportsService(bench.world.db, systemClock, shows, broken as never, []);
    await expect(imports.start(bench.owner, id, {})).rejects.toThrow('the process ends here');
    expect(await bench.world.db.manager.count(Show)).toBe(0);
    expect(await bench.imports.get(bench.owner, id)).toMatchObject({
      state: 'needs-you',
      step: 'decide',
      showId: null,
    });
    const both = await Promise.allSettled([1, 2].map(() => bench.imports.start(bench.owner, id, {})));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await bench.world.db.manager.count(Show)).toBe(1);
  });
});

describe('what was read of a feed', () => {
  it('is forgotten a month after a look that nobody said yes to, and with its purged show', async () => {
    const { db } = bench.world;
    const { id: unwanted } = await look({ items: 1 });
    const { id } = await look({ items: 1 });
    await bench.imports.start(bench.owner, id, {});
    const left = async () => (await bench.imports.list(bench.owner)).map((each) => each.id);
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    expect(await sweepImports(db.manager, inDays(29))).toBe(0);
    expect(await left()).toEqual([id, unwanted]);
    expect(await sweepImports(db.manager, inDays(31))).toBe(1);
    expect(await left()).toEqual([id]);
    await db.query('update shows set purged_at = now()');
    expect(await sweepImports(db.manager, inDays(0))).toBe(1);
    expect(await db.manager.count(ImportItem)).toBe(0);
  });
});

describe('a look that was stopped', () => {
  it('writes nothing any more, beside the one that took its place', async () => {
    const { id } = await look({ items: 2 });
    const { manager } = bench.world.db;
    await manager.update(Import, { id }, { state: 'running', step: 'look', attempt: 2 });
    const notes = new LookNotes(bench.deps, { importId: id, showId: null, attempt: 1 });
    await expect(notes.begin()).rejects.toThrow(LookOvertaken);
    const [row] = await manager.findBy(ImportItem, { importId: id });
    await notes.add({ ...row!.item, guid: newId() });
    await expect(notes.end({ problems: [], channel: { imageUrl: '' } } as never)).rejects.toThrow(LookOvertaken);
    expect(await manager.countBy(ImportItem, { importId: id })).toBe(2);
  });
});
