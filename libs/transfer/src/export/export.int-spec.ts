import { posix } from 'node:path';
import { type Actor, system } from '#libs/kernel';
import type { Show } from '#libs/catalog';
import { DiskFull, type Storage } from '#libs/storage';
import { aPerson, aShow, anEpisode, anEvent } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { writeExport } from './export.job.js';
import { ExportsService } from './exports.service.js';
import { findUnwritten } from './find-unwritten.js';
import { onExportParked } from './on-export-parked.js';
import { ShowExport } from './show-export.entity.js';
import { aStorage, fillStorage, sha256, unpack } from '../../../../test/factories/archives.js';
import { makeWriteExport } from './write-export.handler.js';

const form = { baseUrl: 'https://podcast.example.org/show/', withOriginals: false, withDrafts: false };
const run = { signal: new AbortController().signal, attempt: 1, isLastTry: true };

let world: World;
let show: Show;
/** Another one, small enough for what is tried again and again. */
let small: Show;
let place: Awaited<ReturnType<typeof aStorage>>;
let files: Map<string, Buffer>;

const exportsOn = (storage: Storage = place.storage) => new ExportsService(world.db, storage, world.clock);

/** Orders an archive and has it written at once. */
async function make(of: Show, changes: Partial<typeof form> = {}, storage = place.storage): Promise<ShowExport> {
  const { id } = await exportsOn(storage).order(system, of.id, { ...form, ...changes });
  await makeWriteExport({ dataSource: world.db, storage, clock: world.clock })({ exportId: id }, run);
  return world.db.getRepository(ShowExport).findOneByOrFail({ id });
}

const text = (path: string) => files.get(path)!.toString();

beforeAll(async () => {
  world = await aWorld();
  place = await aStorage();
  show = await aShow(world.db);
  const event = await anEvent(world.db, show);
  const person = await aPerson(world.db, 'Mélanie Roy', { texts: [{ lang: 'fr', biography: 'Elle *mesure*.' }] });
  const hls = { kind: 'hls' as const, key: 'hls/one/index.m3u8', bytes: 10 };
  const first = await anEpisode(world.db, show, {
    title: 'Quinze ans sans budget',
    texts: [
      { lang: 'fr', title: 'Quinze ans sans budget', summary: 'Résumé.', notes: 'Des **notes**.' },
      { lang: 'en', title: 'Fifteen years without a budget', summary: 'Summary.', notes: 'Some **notes**.' },
    ],
    chapters: '00:00 Début\n00:30 Suite',
    people: [{ personId: person.id, role: 'guest', organisation: 'Boréale', texts: [] }],
    number: 87,
    state: 'draft',
    revision: { originalKey: 'original/one', originalName: 'MNC 87 é.flac', alternates: [hls] },
  });
  const text = 'WEBVTT\n\n00:00.000 --> 00:04.000\n<v Mélanie Roy>Bonjour à tous.\n';
  await world.catalog.transcripts.replace(
    system,
    { showId: show.id, episodeId: first.id, lang: 'fr', version: 1 },
    { text },
  );
  await world.catalog.publishing.publish(system, show.id, first.id);
  await place.storage.put('hls/one/00001.m4s', Buffer.from('part'));
  await anEpisode(world.db, show, { title: 'Un exposé', eventId: event.id, publishedAt: '2026-05-13T11:00:00Z' });
  await anEpisode(world.db, show, { title: 'Pas encore', state: 'draft' });
  await anEpisode(world.db, show, { title: 'Aux abonnés', subscribersUntil: new Date('2030-01-01T00:00:00Z') });
  for (let n = 0; n < 55; n += 1) {
    await anEpisode(world.db, show, { title: `Épisode ${n}`, publishedAt: new Date(Date.UTC(2025, 0, n + 1)) });
  }
  small = await aShow(world.db, { title: 'Petite' });
  await anEpisode(world.db, small);
  await fillStorage(world.db, place.storage);
  world.clock.set('2026-06-01T08:00:00Z');
  const { key } = await make(show);
  files = await unpack(await place.storage.readBytes(key));
}, 60_000);
afterAll(async () => {
  await world.close();
  await place.remove();
});

describe('the archive of a show', () => {
  it('holds the feed with the guids, dates and lengths of the instance, below the new address', async () => {
    const feed = text('feed.xml');
    const rows: { guid: string; bytes: number }[] = await world.db.query(
      `select e.guid, r.bytes::int from episodes e join episode_copies c on c.episode_id = e.id and c.kind = 'released'
       join renditions r on r.revision_id = c.revision_id and r.kind = 'mp3' where c.subscribers_until is null and e.show_id = '${show.id}'`,
    );
    expect(rows).toHaveLength(57);
    for (const { guid, bytes } of rows) {
      expect(feed).toContain(guid);
      expect(feed).toContain(`length="${bytes}"`);
    }
    const urls = [...feed.matchAll(/<enclosure url="([^"]+)"/g)].map(([, url]) => url!);
    expect(urls).toHaveLength(57);
    for (const url of urls) expect(files.has(url.replace('https://podcast.example.org/show/', ''))).toBe(true);
    expect(feed).not.toContain('estrade.example.org');
  });

  it('keeps the published files byte for byte, a film with its segments', () => {
    const media = [...files].filter(([path]) => path.startsWith('media/'));
    expect(media.filter(([path]) => path.endsWith('.mp3'))).toHaveLength(57);
    expect(text('media/2026-05-12-87-quinze-ans-sans-budget/1/hls/00001.m4s')).toBe('part');
    const episode = JSON.parse(text('data/episodes/2026-05-12-87-quinze-ans-sans-budget.json'));
    expect(sha256(files.get(episode.enclosure.path)!)).toBe(episode.enclosure.sha256);
  });

  it('has every page in both languages, and no link that leads nowhere', () => {
    const pages = [...files.keys()].filter((path) => path.endsWith('.html'));
    expect(pages.filter((path) => path.startsWith('fr/')).length).toBe(
      pages.filter((path) => path.startsWith('en/')).length,
    );
    expect(pages).toEqual(expect.arrayContaining(['index.html', '404.html', 'fr/page/2/index.html']));
    const dead = pages.flatMap((page) => linksOf(page, text(page)).filter((to) => !files.has(to)).map((to) => `${page} → ${to}`)); // prettier-ignore
    expect(dead).toEqual([]);
  });

  it('shows nothing that is not public', () => {
    const everything = [...files].filter(([path]) => /\.(html|json|xml|md|txt)$/.test(path));
    for (const secret of ['Pas encore', 'Aux abonnés']) {
      expect(everything.filter(([, bytes]) => bytes.includes(secret)).map(([path]) => path)).toEqual([]);
    }
    expect([...files.keys()].filter((path) => /^(drafts|originals)\//.test(path))).toEqual([]);
  });

  it('tells in data, texts and chapters what the pages show', () => {
    expect(JSON.parse(text('data/show.json'))).toMatchObject({ podcastGuid: expect.any(String), category: 'Business' });
    expect(JSON.parse(text('data/people.json')).people).toMatchObject([{ name: 'Mélanie Roy' }]);
    expect(text('notes/2026-05-12-87-quinze-ans-sans-budget.en.md')).toBe(
      '# Fifteen years without a budget\n\nSummary.\n\nSome **notes**.\n',
    );
    expect(JSON.parse(text('chapters/2026-05-12-87-quinze-ans-sans-budget.json'))).toMatchObject({
      version: '1.2.0',
      chapters: [{ startTime: 0 }, { startTime: 30 }],
    });
    expect(text('README.txt')).toMatch(/^Des dates plutôt que des logos\n[\s\S]*Everything of this podcast/);
  });

  it('has what is said as files, as the feed names them, and on the page', () => {
    const stem = 'transcripts/2026-05-12-87-quinze-ans-sans-budget.fr';
    expect(text('feed.xml')).toContain(`url="https://podcast.example.org/show/${stem}.vtt"`);
    expect(text(`${stem}.vtt`)).toMatch(/^WEBVTT\n[^]*<v Mélanie Roy>Bonjour à tous\./);
    expect(text(`${stem}.srt`)).toContain('00:00:00,000 --> 00:00:04,000');
    expect(text('fr/87-quinze-ans-sans-budget/index.html')).toContain('Bonjour à tous.');
  });

  it('lists every file with its sum', () => {
    const lines = text('SHA256SUMS').trim().split('\n').map((line) => line.split('  ') as [string, string]); // prettier-ignore
    expect(lines).toHaveLength(files.size - 1);
    for (const [sum, path] of lines) expect(sha256(files.get(path)!)).toBe(sum);
  });

  it('is the same for the same show, also another day', async () => {
    world.clock.forward(3 * 3_600_000);
    const { key, sha256: sum } = await make(show);
    expect(text('SHA256SUMS')).toBe((await unpack(await place.storage.readBytes(key))).get('SHA256SUMS')!.toString());
    expect(sha256(await place.storage.readBytes(key))).toBe(sum);
  });

  it('has originals and drafts only when they are asked for', async () => {
    const { key } = await make(show, { withOriginals: true, withDrafts: true });
    const all = [...(await unpack(await place.storage.readBytes(key))).keys()];
    expect(all).toContain('originals/2026-05-12-87-quinze-ans-sans-budget/1-mnc-87-e.flac');
    expect(all.filter((path) => path.startsWith('drafts/')).sort()).toEqual(
      expect.arrayContaining(['drafts/draft-pas-encore.fr.md', 'drafts/draft-pas-encore.json', 'drafts/draft-pas-encore.mp3']), // prettier-ignore
    );
  });
});

describe('an order for an archive', () => {
  it('is made once while it is under way', async () => {
    const [one, two] = [
      await exportsOn().order(system, small.id, form),
      await exportsOn().order(system, small.id, form),
    ];
    expect(two.id).toBe(one.id);
    await exportsOn().remove(system, small.id, one.id);
  });

  it('is its owner’s alone', async () => {
    const producer = { kind: 'user', userId: 'u', isInstanceOwner: false, roles: { [small.id]: 'producer' } } as Actor;
    const stranger = { kind: 'user', userId: 'u', isInstanceOwner: false, roles: {} } as unknown as Actor;
    await expect(exportsOn().list(producer, small.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(exportsOn().list(stranger, small.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['ftp://example.org', 'not an address', 'https://me:secret@example.org', 'https://example.org/?a=1'])(
    'refuses %s as an address',
    async (baseUrl) => {
      await expect(exportsOn().order(system, small.id, { ...form, baseUrl })).rejects.toMatchObject({
        code: 'INVALID',
      });
    },
  );

  it('is refused at once when the disk could not take it', async () => {
    const full = over(place.storage, { freeBytes: async () => 1_000 });
    await expect(exportsOn(full).order(system, small.id, form)).rejects.toMatchObject({
      code: 'DISK_FULL',
      status: 507,
    });
    expect(await world.db.getRepository(ShowExport).countBy({ state: 'waiting' })).toBe(0);
  });

  it('ends with a clear code, and nothing left, when the disk runs full on the way', async () => {
    const full = over(place.storage, {
      put: async (_key, body) => {
        let left = 10_000;
        for await (const chunk of body as AsyncIterable<Buffer>) if ((left -= chunk.length) < 0) throw new DiskFull();
      },
    });
    const { id, state, errorCode, key } = await make(small, {}, full);
    expect([state, errorCode]).toEqual(['failed', 'DISK_FULL']);
    expect(await place.storage.exists(key)).toBe(false);
    await exportsOn().remove(system, small.id, id);
  });

  it('is done again from the start after a kill, and leaves quietly once it is done', async () => {
    const { id } = await exportsOn().order(system, small.id, form);
    await world.db.getRepository(ShowExport).update({ id }, { state: 'running', startedAt: world.clock.now() });
    const write = makeWriteExport({ dataSource: world.db, storage: place.storage, clock: world.clock });
    await write({ exportId: id }, run);
    const done = await world.db.getRepository(ShowExport).findOneByOrFail({ id });
    expect(done.state).toBe('done');
    await write({ exportId: id }, run);
    expect(await world.db.getRepository(ShowExport).findOneByOrFail({ id })).toEqual(done);
  });

  it('leaves nothing behind when it is cancelled while it is written', async () => {
    const { id, key } = await exportsOn().order(system, small.id, form);
    const slow = over(place.storage, {
      read: async (...args) => {
        await exportsOn()
          .remove(system, small.id, id)
          .catch(() => {});
        return place.storage.read(...args);
      },
    });
    await makeWriteExport({ dataSource: world.db, storage: slow, clock: world.clock })({ exportId: id }, run);
    expect(await place.storage.exists(key)).toBe(false);
    expect(await world.db.getRepository(ShowExport).existsBy({ id })).toBe(false);
  });

  it('goes back to the queue, not into failure, when the worker stops', async () => {
    const { id } = await exportsOn().order(system, small.id, form);
    const stop = new AbortController();
    const stopping = over(place.storage, {
      read: async (...args) => {
        stop.abort(new Error('stop'));
        return place.storage.read(...args);
      },
    });
    const write = makeWriteExport({ dataSource: world.db, storage: stopping, clock: world.clock });
    await expect(write({ exportId: id }, { ...run, signal: stop.signal })).rejects.toThrow();
    expect(await world.db.getRepository(ShowExport).findOneBy({ id })).toMatchObject({ state: 'running' });
    await exportsOn().remove(system, small.id, id);
  });

  it('is noticed to be damaged', async () => {
    const broken = over(place.storage, {
      readRange: async (key, start, end) => {
        const bytes = (await place.storage.readBytes(key)).subarray(start, end + 1);
        if (bytes.length > 1_000 && start > 40_000) bytes[500]! ^= 1;
        return (await import('node:stream')).Readable.from([bytes]);
      },
    });
    const { state, errorCode, key, id } = await make(small, {}, broken);
    expect([state, errorCode]).toEqual(['failed', 'EXPORT_DAMAGED']);
    expect(await place.storage.exists(key)).toBe(false);
    await exportsOn().remove(system, small.id, id);
  });

  it('is ordered anew when the queue was lost, and failed when its worker died of it', async () => {
    const { id } = await exportsOn().order(system, small.id, form);
    expect(await findUnwritten(world.db.manager)).toEqual([{ job: writeExport, payload: { exportId: id } }]);
    await world.db.getRepository(ShowExport).update({ id }, { state: 'running' });
    await onExportParked({ dataSource: world.db, clock: world.clock }, 'transfer.export', { exportId: id });
    expect(await exportsOn().get(system, small.id, id)).toMatchObject({ state: 'failed', errorCode: 'INTERNAL' });
    expect(await findUnwritten(world.db.manager)).toEqual([]);
    await exportsOn().remove(system, small.id, id);
  });

  it('goes after seven days', async () => {
    const { id, key } = await make(small);
    world.clock.forward(6 * 24 * 3_600_000);
    await exportsOn().sweep();
    expect(await place.storage.exists(key)).toBe(true);
    world.clock.forward(2 * 24 * 3_600_000);
    await exportsOn().sweep();
    expect(await place.storage.exists(key)).toBe(false);
    await expect(exportsOn().get(system, small.id, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

/** A storage of which some methods are others. */
function over(storage: Storage, changes: Partial<Storage>): Storage {
  return new Proxy(storage, {
    get: (target, name) => {
      const value = name in changes ? changes[name as keyof Storage] : target[name as keyof Storage];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** What a page asks for and leads to within the archive, as paths in it. */
function linksOf(page: string, html: string): string[] {
  const plain = html.replace(/<script type="application\/(ld\+)?json"[^]*?<\/script>/g, '');
  const links = [...plain.matchAll(/(?:href|src)="([^"]*)"|srcset="([^"]*)"|url\(([^)]*)\)/gi)].flatMap(
    ([, one, set, url]) =>
      set ? set.split(', ').map((each) => each.split(' ')[0]!) : [one ?? url!.replace(/&quot;|['"]/g, '')],
  );
  return links
    .map((link) => link.replace(/&amp;/g, '&'))
    .filter((link) => link && !/^(#|\?|data:|mailto:|podcast:|pktc:|overcast:|podcastaddict:)/.test(link))
    .flatMap((link) => {
      const base = 'https://podcast.example.org/show/';
      const url = new URL(link, base + page);
      if (!url.href.startsWith(base)) return link.startsWith('http') ? [] : [`outside: ${link}`];
      const path = decodeURI(url.pathname.slice('/show/'.length));
      return [path === '' || path.endsWith('/') ? posix.join(path, 'index.html') : path];
    });
}
