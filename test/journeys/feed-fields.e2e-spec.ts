import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from '../browser.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';
import { createShow, openStudio, setUp, type StudioPage } from './studio.js';

jest.setTimeout(300_000);

let folder: string;
let instance: Instance;
let browser: Browser;
let studio: StudioPage;
let page: Page;
let episodePath: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estrade-feed-fields-'));
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

const feed = async () => (await fetch(`${instance.origin}/marketing-news-canada/feed.xml`)).text();
const inFeed = (text: string) => until(async () => (await feed()).includes(text));
const saved = () =>
  page
    .getByRole('status')
    .filter({ hasText: /\bSaved\b/ })
    .first()
    .waitFor();

describe('a producer says more in the feed', () => {
  it('begins with a show and its first recording', async () => {
    await setUp(page, instance);
    await createShow(page, { title: 'Marketing News Canada', category: 'Business', cover: join(folder, 'cover.png') });
    await page.getByLabel('Recording to upload').setInputFiles('test/recordings/MNC-087-jean-tremblay-FINAL2.flac');
    await page.waitForURL(/\/episodes\//);
    episodePath = new URL(page.url()).pathname;
    await page.getByText('Ready to publish').first().waitFor({ timeout: 120_000 });
    await inFeed('<podcast:medium>podcast</podcast:medium>');
  });

  it('chooses how often episodes come, and apps read the rule and the words', async () => {
    await page.goto(`${instance.origin}${episodePath.replace(/\/episodes\/.*/, '/settings')}`);
    await page.getByRole('combobox', { name: 'How often episodes come' }).click();
    await page.getByRole('option', { name: 'Every week', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Tuesday' }).check();
    expect(await page.getByLabel('In words, for listeners').inputValue()).toBe('Every Tuesday');
    await saved();
    await inFeed('<podcast:updateFrequency rrule="FREQ=WEEKLY;BYDAY=TU">Every Tuesday</podcast:updateFrequency>');
  });

  it('adds a link for support; an address that apps would not follow is refused at the field', async () => {
    await page.getByText('Support and licence').click();
    await page.getByRole('button', { name: 'Add a link for support' }).click();
    await page.getByLabel('Address', { exact: true }).fill('http://give.example');
    await page.getByLabel('Words on the button').fill('Support us & more');
    await page.getByText('begins with https://').waitFor();
    expect(await feed()).not.toContain('podcast:funding');
    await page.getByLabel('Address', { exact: true }).fill('https://give.example');
    await saved();
    await inFeed('<podcast:funding url="https://give.example/">Support us &amp; more</podcast:funding>');
  });

  it('writes any other tag with the one editor', async () => {
    await page.getByText('More tags').click();
    await page.getByRole('button', { name: 'Add a tag' }).click();
    await page.getByRole('menuitem', { name: /^Payments/ }).click();
    const value = page.getByRole('group', { name: 'Payments' });
    await value.getByLabel('type').first().fill('lightning');
    await value.getByLabel('method').fill('lnaddress');
    const paid = value.getByRole('group', { name: 'Who is paid' });
    await paid.getByRole('combobox', { name: 'type' }).click();
    await page.getByRole('option', { name: 'lnaddress' }).click();
    await paid.getByLabel('address').fill('sam@pay.example');
    await paid.getByText('This is needed.').waitFor();
    await paid.getByLabel('split').fill('100');
    await saved();
    await inFeed('<podcast:valueRecipient type="lnaddress" address="sam@pay.example" split="100"/>');
  });

  it('finds everything again after a reload', async () => {
    await page.reload();
    await page.getByText('Support and licence').click();
    expect(await page.getByLabel('Address', { exact: true }).inputValue()).toBe('https://give.example');
    expect(await page.getByLabel('In words, for listeners').inputValue()).toBe('Every Tuesday');
  });

  it('takes a soundbite from the finished sound of an episode', async () => {
    await page.goto(`${instance.origin}${episodePath}`);
    await page.getByText('Soundbites').click();
    await page.getByRole('button', { name: 'Add a soundbite' }).click();
    await page.getByLabel('From', { exact: true }).fill('0:01');
    await page.getByLabel('To', { exact: true }).fill('0:05');
    await page.getByText('between 15 and 120 seconds').waitFor();
    await page.getByLabel('To', { exact: true }).fill('0:17.5');
    await saved();
    const copy = await page.evaluate(async (path) => {
      const answer = await fetch(`/api/v1${path.replace('/studio', '')}`);
      return ((await answer.json()) as { working: { feed: unknown } }).working.feed;
    }, episodePath);
    expect(copy).toMatchObject({ soundbites: [{ startMs: 1000, durationMs: 16_500, title: '' }] });
    expect(studio.troubles).toEqual([]);
  });
});
