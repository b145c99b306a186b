import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { type ApiClient, type Episode, openClient, ownerEnv, take } from './client.js';
import { makeRecording } from './client-recordings.js';
import { at, getRecording, makeShow, waitForSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';
import { logIn, openStudio, type StudioPage } from './studio.js';

jest.setTimeout(180_000);

const megabyte = 1024 ** 2;
let folder: string;
let instance: Instance;
let client: ApiClient;
let browser: Browser;
let studio: StudioPage;
let showId: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estrade-upload-'));
  [instance, browser] = await Promise.all([startInstance({ env: ownerEnv }), launchBrowser()]);
  client = openClient(instance.origin);
  await client.signIn();
  showId = (await makeShow(client, 'From the browser')).id;
  studio = await openStudio(browser);
  await studio.page.clock.install();
  await logIn(studio.page, instance);
});
afterAll(async () => {
  await browser?.close();
  await instance?.remove();
  await rm(folder, { recursive: true, force: true });
});

describe('an upload from the studio', () => {
  it('says that nothing is lost while the server is away, and goes on by itself when it is back', async () => {
    const { page } = studio;
    const file = await writeRecording('a-long-talk.wav', 1);
    const sent = watchUploads(page);
    await slowDown(page);
    const episode = await drop(page, file.path);
    await until(async () => (await arrived(episode)) > 9 * megabyte);
    await instance.kill();

    await page.clock.fastForward(31_000);
    const waiting = page.getByText(/^Waiting for the network at \d+.%\. Nothing is lost; it goes on by itself\.$/);
    await waiting.first().waitFor();
    await instance.restart();
    await page.clock.fastForward(11_000);
    await waiting.first().waitFor({ state: 'hidden' });
    await page.getByText('Ready to publish').first().waitFor({ timeout: 120_000 });

    expect(sent.announced).toBe(1);
    expect(sent.offsets.at(-1)).toBeGreaterThan(0);
    expect(await storedSha256(episode)).toBe(file.sha256);
    expect(await waitForSound(client, episode)).toMatchObject({ state: 'done', number: 1 });
  });

  it('takes over what the file says of itself where the device was too slow to read it', async () => {
    const { page } = await openStudio(browser);
    await logIn(page, instance);
    const file = join(folder, 'MNC-087-jean-tremblay-FINAL2.wav');
    await copyFile('test/recordings/trailer.wav', file);
    // What reads tags is a script that comes only when it is needed: here it comes too late for the draft.
    await page.route('**/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    });
    await drop(page, file);
    const title = page.getByRole('textbox', { name: 'Title', exact: true });
    await until(async () => (await title.inputValue()) === 'A short trailer');
    await page.context().close();
  });

  it('asks for the same file when the page was closed, and goes on from there', async () => {
    const file = await writeRecording('closed-too-early.wav', 2);
    const { page: first } = studio;
    await slowDown(first);
    const episode = await drop(first, file.path);
    await until(async () => (await arrived(episode)) > 9 * megabyte);
    const context = first.context();
    await first.close();

    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const sent = watchUploads(page);
    await page.goto(`${instance.origin}/studio/shows/${showId}/episodes/${episode.id}`);
    await page.getByText(/^\d+.% had arrived when the page was closed\. Choose the same file again/).waitFor();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose the file again' }).click();
    await (await chooser).setFiles(file.path);
    await until(async () => (await getRecording(client, episode)).upload?.state === 'finished');

    expect(sent.announced).toBe(0);
    expect(sent.offsets[0]).toBeGreaterThan(8 * megabyte);
    expect(await storedSha256(episode)).toBe(file.sha256);
    expect(studio.troubles.filter((trouble) => !trouble.startsWith('503 '))).toEqual([]);
  });
});

/** 24 MB that differ from every other recording in this file. */
async function writeRecording(name: string, seed: number): Promise<{ path: string; sha256: string }> {
  const bytes = makeRecording({ seconds: 66, rate: 96_000, seed });
  const path = join(folder, name);
  await writeFile(path, bytes);
  return { path, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Lets the page send 4 MB a second, so that an upload takes a while. */
async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const unlimited = { offline: false, latency: 0, downloadThroughput: -1 };
  await devtools.send('Network.emulateNetworkConditions', { ...unlimited, uploadThroughput: 4 * megabyte });
}

/** Chooses a file on the first screen and waits until its draft is open. */
async function drop(page: Page, path: string): Promise<Pick<Episode, 'id' | 'showId'>> {
  await page.goto(`${instance.origin}/studio/`);
  await page.getByRole('heading', { name: 'Today' }).waitFor();
  await page.getByLabel('Recording to upload').setInputFiles(path);
  await page.waitForURL(/\/episodes\//);
  return { showId, id: page.url().split('/').at(-1)! };
}

/** How often a page announces a file, and from where it sends bytes. */
function watchUploads(page: Page): { announced: number; offsets: number[] } {
  const sent = { announced: 0, offsets: [] as number[] };
  page.on('request', (request) => {
    if (!request.url().includes('/api/v1/uploads')) return;
    if (request.method() === 'POST' && request.url().endsWith('/uploads')) sent.announced += 1;
    if (request.method() === 'PATCH') sent.offsets.push(Number(request.headers()['upload-offset']));
  });
  return sent;
}

const arrived = async (episode: Pick<Episode, 'id' | 'showId'>): Promise<number> =>
  (await getRecording(client, episode)).upload?.receivedBytes ?? 0;

async function storedSha256(episode: Pick<Episode, 'id' | 'showId'>): Promise<string> {
  const bytes = await take(
    client.api.GET('/api/v1/shows/{showId}/episodes/{episodeId}/recording/audio', {
      params: { ...at(episode).params, query: { which: 'before' } },
      parseAs: 'arrayBuffer',
    }),
  );
  return createHash('sha256')
    .update(new Uint8Array(bytes as ArrayBuffer))
    .digest('hex');
}
