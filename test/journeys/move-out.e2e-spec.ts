import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { layOut, unpack } from '../factories/archives.js';
import { launchBrowser } from '../browser.js';
import { checkFeed, findBreaches } from '../feeds/rules/check.js';
import { checkMedia } from '../feeds/rules/media.rules.js';
import { type ApiClient, openClient, ownerEnv, type Show, take } from './client.js';
import { makeRecording } from './client-recordings.js';
import { at, getEpisode, inShow, makeDraft, makeShow, publish, upload, waitForSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';
import { logIn, openStudio } from './studio.js';
import { openStaticHost, type StaticHost } from './static-host.js';

jest.setTimeout(240_000);

let folder: string;
let host: StaticHost;
let newHouse: Instance;
let oldHouse: Instance;
let client: ApiClient;
let show: Show;
let files: Map<string, Buffer>;
let browser: Browser | undefined;

const read = async (url: string) => (await fetch(url)).text();
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estrade-moved-'));
  host = await openStaticHost(folder);
  newHouse = await startInstance({ env: { ...ownerEnv, OUTBOUND_ALLOW: host.origin } });
  oldHouse = await startInstance({ env: { ...ownerEnv, OUTBOUND_ALLOW: `${newHouse.origin},${host.origin}` } });
  client = openClient(oldHouse.origin);
  await client.signIn();
  show = await makeShow(client, 'Marketing News Canada');
  await release('What dates tell', 6);
  await release('What logos hide', 7);
  await until(async () => (await read(show.feedUrl)).split('<item>').length === 3);
});
afterAll(async () => {
  await browser?.close();
  await oldHouse?.remove();
  await newHouse?.remove();
  await host?.close();
  await rm(folder, { recursive: true, force: true });
});

/** An episode with a guest, notes and chapters. */
async function release(title: string, seconds: number): Promise<void> {
  const episode = await makeDraft(client, show, title);
  const texts = [{ lang: 'en' as const, title, summary: 'A talk.', notes: 'With **notes** & <more>.' }];
  await take(
    client.api.PUT('/api/v1/shows/{showId}/episodes/{episodeId}/texts', {
      ...at(episode),
      body: { version: 1, texts },
    }),
  );
  const person = await take(client.api.POST('/api/v1/persons', { body: { name: `Guest of ${title}` } }));
  const people = [{ personId: person.id, role: 'guest' as const, organisation: 'Boréale', texts: [] }];
  await take(
    client.api.PUT('/api/v1/shows/{showId}/episodes/{episodeId}/people', {
      ...at(episode),
      body: { version: 1, people },
    }),
  );
  await upload(client, episode, makeRecording({ seconds }));
  expect((await waitForSound(client, episode)).state).toBe('done');
  await until(async () => (await getEpisode(client, episode)).blockers.length === 0);
  await publish(client, episode);
}

/** What of a feed must survive any move, in its order. */
async function itemsOf(xml: string) {
  const field = (item: string, pattern: RegExp) => pattern.exec(item)?.[1];
  const items = xml.split('<item>').slice(1);
  return Promise.all(
    items.map(async (item) => {
      const url = field(item, /<enclosure url="([^"]+)"/)!;
      return {
        guid: field(item, /<guid[^>]*>([^<]+)/),
        date: field(item, /<pubDate>([^<]+)/),
        length: field(item, /<enclosure [^>]*length="(\d+)"/),
        type: field(item, /<enclosure [^>]*type="([^"]+)"/),
        sha256: sha256(new Uint8Array(await (await fetch(url)).arrayBuffer())),
      };
    }),
  );
}

describe('a show that is taken out (fault:F39)', () => {
  it('comes as one archive, ordered and fetched in the studio', async () => {
    browser = await launchBrowser();
    const { page, troubles } = await openStudio(browser);
    await logIn(page, oldHouse);
    await page.goto(`${oldHouse.origin}/studio/shows/${show.id}/settings`);
    const part = page.getByRole('region', { name: 'Take everything out' });
    await part.getByLabel('Address at which it will stand').fill('not an address');
    await part.getByRole('button', { name: 'Make the archive' }).click();
    await part.getByText('This is not an address').waitFor();
    await part.getByLabel('Address at which it will stand').fill(`${host.origin}/podcast/`);
    await part.getByRole('button', { name: 'Make the archive' }).click();
    const link = part.getByRole('link', { name: /^Download the archive/ });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^marketing-news-canada-[\d-]+\.zip$/);
    files = await unpack(await readFile(await download.path()));
    await layOut(files, join(folder, 'podcast'));
    expect(troubles).toEqual([]);
  });

  it('is whole on a plain web server: same items, dates, sizes and bytes, and no rule of feeds broken', async () => {
    const url = `${host.origin}/podcast/feed.xml`;
    const feed = await read(url);
    expect(await itemsOf(feed)).toEqual(await itemsOf(await read(show.feedUrl)));
    expect(findBreaches(feed, { url })).toEqual([]);
    expect(checkFeed(feed, { url }).filter(({ level }) => level === 'MUST')).toEqual([]);
    expect((await checkMedia(feed)).filter(({ level }) => level === 'MUST')).toEqual([]);
  });

  it('plays there, below a folder, and without any server', async () => {
    for (const base of [`${host.origin}/podcast/`, `file://${join(folder, 'podcast')}/`]) {
      const page = await browser!.newPage();
      await page.goto(`${base}index.html`);
      await page.waitForURL(`${base}en/index.html`);
      await page.getByRole('link', { name: 'What dates tell' }).first().click();
      await page.getByRole('heading', { name: 'What dates tell', level: 1 }).waitFor();
      await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
      const seconds = await page.evaluate(async () => {
        const audio = document.querySelector('audio')!;
        audio.muted = true;
        await audio.play();
        return audio.duration;
      });
      expect(Math.round(seconds)).toBe(6);
      await page.getByRole('link', { name: 'Guest of What dates tell' }).first().click();
      await page.getByRole('heading', { name: 'Guest of What dates tell', level: 1 }).waitFor();
      await page.close();
    }
  });

  it('moves into another instance with the same guids, order, dates, sizes and hashes', async () => {
    const there = openClient(newHouse.origin);
    await there.signIn();
    const json = { 'content-type': 'application/json' };
    const ask = async (method: string, path: string, body?: unknown) => {
      const answer = await there.ask(method, `/api/v1${path}`, {
        body: body && JSON.stringify(body),
        headers: json,
      } as never);
      const found = (await answer.json()) as { id: string; state: string; feedUrl: string };
      if (!answer.ok) throw new Error(JSON.stringify(found));
      return found;
    };
    const { id } = await ask('POST', '/imports', { url: `${host.origin}/podcast/feed.xml` });
    let found = await ask('GET', `/imports/${id}`);
    const reaches = (state: string) =>
      until(async () => {
        found = await ask('GET', `/imports/${id}`);
        if (found.state === 'failed') throw new Error(JSON.stringify(found));
        return found.state === state;
      });
    await reaches('needs-you');
    await ask('POST', `/imports/${id}/start`, { ownerConfirms: true });
    await reaches('done');
    await until(async () => (await read(found.feedUrl)).split('<item>').length === 3);
    const moved = await read(found.feedUrl);
    expect(await itemsOf(moved)).toEqual(await itemsOf(await read(show.feedUrl)));
    const guid = /<podcast:guid>([^<]+)/;
    expect(guid.exec(moved)![1]).toBe(guid.exec(await read(show.feedUrl))![1]);

    const to = found.feedUrl;
    const told = await take(
      client.api.POST('/api/v1/shows/{showId}/move', { ...inShow(show.id), body: { to, anyway: false } }),
    );
    expect(told).toEqual({ movedTo: to, check: { isSameGuid: true, found: 2, total: 2 } });
    let answer: Response | undefined;
    await until(async () => (answer = await fetch(show.feedUrl, { redirect: 'manual' })).status === 301);
    expect(answer!.headers.get('location')).toBe(to);

    await take(client.api.DELETE('/api/v1/shows/{showId}/move', inShow(show.id)));
    await until(async () => (await fetch(show.feedUrl, { redirect: 'manual' })).status === 200);
  });
});
