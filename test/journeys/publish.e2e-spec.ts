import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { parseRssFeed } from 'feedsmith';
import { parseFeed } from 'podcast-partytime';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { readConfig } from '#libs/config';
import { analyse, findFfmpeg, onlyTrack, probe } from '#libs/ffmpeg';
import { launchBrowser } from '../browser.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';
import { createShow, logIn, openStudio, setUp, type StudioPage } from './studio.js';

jest.setTimeout(300_000);

const recording = 'MNC-087-jean-tremblay-FINAL2.wav';
let folder: string;
let instance: Instance;
let browser: Browser;
let studio: StudioPage;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estrade-publish-'));
  await copyFile('test/recordings/trailer.wav', join(folder, recording));
  const ground = { width: 1600, height: 1600, channels: 3 as const, background: '#0b6e6e' };
  await sharp({ create: ground }).png().toFile(join(folder, 'cover.png'));
  instance = await startInstance();
  browser = await launchBrowser();
  studio = await openStudio(browser);
  page = studio.page;
});
afterAll(async () => {
  await browser?.close();
  await instance?.remove();
  await rm(folder, { recursive: true, force: true });
});

const title = 'Dates, not logos: Jean Tremblay & the "map" ]]> of <trust>';
const feedOf = async () => (await fetch(`${instance.origin}/marketing-news-canada/feed.xml`)).text();
const itemsOf = (xml: string) => parseRssFeed(xml).items ?? [];

describe('a newcomer publishes a first recording', () => {
  let pageUrl: string;
  let guid: string;
  let enclosure: { url: string; length: number };

  it('becomes the owner and creates a show', async () => {
    await setUp(page, instance);
    await createShow(page, { title: 'Marketing News Canada', category: 'Business', cover: join(folder, 'cover.png') });
  });

  it('drops a file anywhere and finds the draft open with what the file says', async () => {
    await page.getByLabel('Recording to upload').setInputFiles(join(folder, recording));
    await page.waitForURL(/\/episodes\//);
    await page.getByRole('textbox', { name: 'Title', exact: true }).waitFor();
    await until(
      async () => (await page.getByRole('textbox', { name: 'Title', exact: true }).inputValue()) === 'A short trailer',
    );
    expect(await page.getByLabel('Number', { exact: true }).inputValue()).toBe('87');
    await page.getByText('Jean Tremblay').first().waitFor();
  });

  it('sees the sound become ready, with what was measured before and after', async () => {
    await page.getByText('Ready to publish').first().waitFor({ timeout: 120_000 });
    await page
      .getByText(/LUFS as it came, .1[56](\.\d)? LUFS now/)
      .first()
      .waitFor();
  });

  it('edits texts, guest and chapters, which save themselves', async () => {
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
    await page.getByRole('textbox', { name: 'Summary' }).fill('What dates tell that logos hide.');
    await page
      .getByRole('textbox', { name: 'Show notes' })
      .fill('Read **more** [here](https://example.org/more).\n\n<script>alert(1)</script>');
    await page.getByRole('button', { name: 'Accept all' }).first().click();
    await page.getByRole('textbox', { name: 'Employer or organisation' }).fill('Studio Nord');
    await page.getByRole('button', { name: 'Paste or import' }).click();
    const chapters = '00:00 Opening\n00:02 Two voices\n00:05 Thanks';
    await page.getByRole('dialog').getByRole('textbox', { name: 'Text' }).fill(chapters);
    await page.getByRole('button', { name: 'Take over 3 chapters' }).click();
    await until(async () => /Saved\s\d/.test(await page.getByRole('status').first().innerText()));
    await page.reload();
    await page.getByRole('textbox', { name: 'Title', exact: true }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Title', exact: true }).inputValue()).toBe(title);
    expect(await page.getByRole('textbox', { name: 'Employer or organisation' }).inputValue()).toBe('Studio Nord');
    expect(await page.getByLabel('Title of chapter 2').inputValue()).toBe('Two voices');
  });

  it('takes back what was to go out in a minute, and nobody has seen it', async () => {
    const before = await feedOf();
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByRole('button', { name: 'Publish now' }).click();
    await page.getByRole('timer').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).press('Enter');
    await page.getByText('Taken back. Nobody has seen it.').first().waitFor();
    await page.getByText('Draft', { exact: true }).first().waitFor();
    expect(await feedOf()).toBe(before);
  });

  it('publishes now, which is in a minute, and the feed has it', async () => {
    await page.getByRole('button', { name: 'Publish now' }).click();
    await page.getByText('Published', { exact: true }).first().waitFor({ timeout: 90_000 });
    await until(async () => itemsOf(await feedOf()).length === 1);
    const xml = await feedOf();
    const [item] = itemsOf(xml);
    expect(item!.title).toBe(title);
    guid = item!.guid!.value!;
    enclosure = { url: item!.enclosures![0]!.url!, length: item!.enclosures![0]!.length! };
    const second = await parseFeed(xml);
    expect((second as { items: { guid: string }[] }).items[0]!.guid).toBe(guid);
    expect(xml).not.toContain('<script');
    pageUrl = item!.link!;
    await page.keyboard.press('Escape');
  });

  it('is heard as loud as promised: −16 LUFS ±1 as heard, true peak at most −1 dBTP, at the announced length', async () => {
    const answer = await fetch(enclosure.url);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-type')).toBe('audio/mpeg');
    expect(bytes.length).toBe(enclosure.length);
    const file = join(folder, 'enclosure.mp3');
    await writeFile(file, bytes);
    const tools = await findFfmpeg(readConfig());
    const found = await probe(tools, file);
    expect(found.tags.title).toBe(title);
    const { report } = await analyse(tools, onlyTrack(file, found));
    expect(Math.abs(report.asHeardLufs + 16)).toBeLessThanOrEqual(1);
    expect(report.truePeakDbtp).toBeLessThanOrEqual(-1);
    const part = await fetch(enclosure.url, { headers: { range: 'bytes=10-19' } });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20));
  });

  it('shows pages that play in a real browser, in both languages, with scripts off as well', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(pageUrl);
    expect(await plain.locator('h1').innerText()).toBe(title);
    expect(await plain.locator('audio[controls]').count()).toBe(1);
    expect(await plain.locator('html').getAttribute('lang')).toMatch(/^en/);
    await plain.locator('a[hreflang^=fr]').first().click();
    expect(await plain.locator('html').getAttribute('lang')).toMatch(/^fr/);
    await plain.getByRole('link', { name: 'Jean Tremblay' }).first().click();
    expect(await plain.locator('h1').innerText()).toContain('Jean Tremblay');
    expect(await plain.locator('body').innerText()).toContain('Studio Nord');
    await context.close();

    const listener = await browser.newPage();
    await listener.goto(pageUrl);
    const audio = listener.locator('audio').first();
    const played = await audio.evaluate(async (element) => {
      const player = element as unknown as { play(): Promise<void>; currentTime: number };
      await player.play();
      await new Promise((resolve) => setTimeout(resolve, 700));
      return player.currentTime;
    });
    expect(played).toBeGreaterThan(0.2);
    await listener.close();
  });

  it('finds everything again after the server was stopped and started', async () => {
    const before = await feedOf();
    expect(await instance.stop()).toBe(0);
    await instance.restart();
    expect(await feedOf()).toBe(before);
    expect((await fetch(pageUrl)).status).toBe(200);
    expect((await fetch(enclosure.url, { method: 'HEAD' })).headers.get('content-length')).toBe(
      String(enclosure.length),
    );
    await page.reload();
    await page.getByRole('textbox', { name: 'Title', exact: true }).waitFor();
  });

  it('unpublishes and publishes again with the same guid', async () => {
    await page.getByRole('button', { name: 'On the air…' }).click();
    await page.getByRole('button', { name: 'Unpublish' }).click();
    await until(async () => itemsOf(await feedOf()).length === 0);
    expect((await fetch(enclosure.url)).status).toBe(404);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByRole('button', { name: 'Publish now' }).click();
    await until(async () => itemsOf(await feedOf()).length === 1, 90);
    expect(itemsOf(await feedOf())[0]!.guid!.value).toBe(guid);
  });

  it('logs in again later, and nothing went wrong behind the scenes', async () => {
    const later = await openStudio(browser);
    await logIn(later.page, instance);
    await later.page.getByText(title).first().waitFor();
    expect([...studio.troubles, ...later.troubles]).toEqual([]);
  });
});
