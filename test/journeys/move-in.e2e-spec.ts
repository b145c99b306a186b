import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { anOldHost, type OldHost } from '../factories/old-host.js';
import { type ApiClient, openClient, ownerEnv, take } from './client.js';
import { type Instance, startInstance } from './instance.js';
import { childrenOf, killHard, until } from './processes.js';
import { logIn, openStudio, type StudioPage } from './studio.js';

jest.setTimeout(300_000);

const items = 8;
let host: OldHost;
let instance: Instance;
let client: ApiClient;
let browser: Browser;
let studio: StudioPage;
let page: Page;
let importId: string;

beforeAll(async () => {
  host = await anOldHost({ items, faults: { 3: 'gone' } });
  const env = { ...ownerEnv, OUTBOUND_ALLOW: host.url };
  [instance, browser] = await Promise.all([startInstance({ env }), launchBrowser()]);
  client = openClient(instance.origin);
  await client.signIn();
  studio = await openStudio(browser);
  page = studio.page;
  await logIn(page, instance);
});
afterAll(async () => {
  await browser?.close();
  await instance?.remove();
  await host?.close();
});

const read = () => take(client.api.GET('/api/v1/imports/{importId}', { params: { path: { importId } } }));
const guidsOf = (feed: string) => [...feed.matchAll(/<guid[^>]*>([^<]*)<\/guid>/g)].map(([, guid]) => guid);
const datesOf = (feed: string) =>
  [...feed.matchAll(/<pubDate>([^<]*)<\/pubDate>/g)].map(([, date]) => Date.parse(date!));

describe('a podcast that moves in', () => {
  it('is looked at first, and nothing is made', async () => {
    await page.getByRole('link', { name: 'Move a podcast in from another host' }).click();
    await page.getByLabel('Address of the feed').fill(host.feedUrl);
    await page.getByRole('button', { name: 'Look at the feed' }).click();
    await page.getByText(`${items} to come`).waitFor();
    await page.getByText(`${items} of ${items}`).first().waitFor();
    await page.getByText('The file could not be reached just now.').waitFor();
    expect((await take(client.api.GET('/api/v1/shows'))).items).toEqual([]);
    importId = page.url().split('/').at(-1)!;
  });

  it('comes with all but what is gone, also when the worker is killed in the middle of a file (fault:F41)', async () => {
    host.given = { ...host.given, bytesPerSecond: 60_000 };
    await page.getByRole('button', { name: `Import ${items} episodes` }).click();
    await page.getByText(/Files are being copied/).waitFor();
    await until(async () => (await read()).bytesDone > 0);
    for (const pid of childrenOf(instance.pid())) if (isWorker(pid)) killHard(pid);
    host.given = { ...host.given, bytesPerSecond: undefined };
    await page
      .getByText(`${items - 1} episodes are here`)
      .first()
      .waitFor({ timeout: 120_000 });
    await page.getByText('One item did not come').waitFor();
    expect((await read()).counts).toEqual({ waiting: 0, running: 0, done: items - 1, skipped: 0, failed: 1 });
  });

  it('is whole after the last one is tried again, without a duplicate', async () => {
    host.given = { items };
    await page.getByRole('button', { name: 'Try it again' }).click();
    await page.getByText(`${items} episodes are here`).first().waitFor({ timeout: 60_000 });
    const { feedUrl } = await read();
    const old = await (await fetch(host.feedUrl)).text();
    await until(async () => guidsOf(await (await fetch(feedUrl!)).text()).length === items);
    const feed = await (await fetch(feedUrl!)).text();
    expect(guidsOf(feed)).toEqual(guidsOf(old));
    expect(datesOf(feed).slice(-items)).toEqual(datesOf(old).slice(-items));
    const enclosures = [...feed.matchAll(/<enclosure url="([^"]*)" length="(\d+)" type="audio\/mpeg"/g)];
    expect(enclosures).toHaveLength(items);
    for (const [i, [, url, length]] of enclosures.entries()) {
      const bytes = Buffer.from(await (await fetch(url!)).arrayBuffer());
      const file = host.file(items - i);
      expect([bytes.length, Number(length), sha256(bytes)]).toEqual([file.length, file.length, sha256(file)]);
    }
  });

  it('is led to from the old address, which is asked', async () => {
    const { feedUrl } = await read();
    await page.getByRole('button', { name: 'Ask the old address' }).click();
    await page.getByText('Not yet: the old feed answers as before.').waitFor();
    host.given = {
      answer: (request, response) =>
        request.url === '/feed.xml' && Boolean(response.writeHead(301, { location: feedUrl! }).end()),
    };
    await page.getByRole('button', { name: 'Ask the old address' }).click();
    await page.getByText('Done: the old address leads here.').waitFor();
    expect(studio.troubles).toEqual([]);
  });
});

/** The database is a child too. */
function isWorker(pid: number): boolean {
  return commandOf(pid).includes('worker');
}

function commandOf(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
