import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { type ApiClient, type Episode, openClient, ownerEnv, take } from './client.js';
import { at, getEpisode, makeDraft, makeShow, upload, waitForSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';
import { logIn, openStudio, type StudioPage } from './studio.js';

jest.setTimeout(300_000);

const recordings = join(process.cwd(), 'test', 'recordings');
const sample = 'MNC-087-jean-tremblay-FINAL2';
const path = '/api/v1/shows/{showId}/episodes/{episodeId}' as const;
const strong = 'People forgive a bad picture, but they stop listening as soon as the sound hurts.';

let instance: Instance;
let client: ApiClient;
let browser: Browser;
let studio: StudioPage;
let page: Page;
let episode: Episode;

beforeAll(async () => {
  [instance, browser] = await Promise.all([startInstance({ env: ownerEnv }), launchBrowser()]);
  client = openClient(instance.origin);
  await client.signIn();
  const show = await makeShow(client, 'Monday Night Conversations');
  episode = await makeDraft(client, show, 'Recording talks');
  await upload(client, episode, await readFile(join(recordings, `${sample}.flac`)), 'talk.flac');
  expect((await waitForSound(client, episode)).state).toBe('done');
  const versions = async () => (await getEpisode(client, episode)).working.versions;
  const people = [
    { name: 'Jean Tremblay', role: 'guest' as const, texts: [] },
    { name: 'Claire Morin', role: 'host' as const, texts: [] },
  ];
  const body = { version: (await versions()).people, people };
  await take(client.api.PUT(`${path}/people`, { ...at(episode), body }));
  const text = await readFile(join(recordings, `${sample}.en.vtt`), 'utf8');
  const params = { path: { ...at(episode).params.path, lang: 'en' } };
  const { transcripts: version } = await versions();
  await take(client.api.PUT(`${path}/transcripts/{lang}`, { params, body: { version, text } }));
  studio = await openStudio(browser);
  page = studio.page;
  await logIn(page, instance);
  await page.goto(`${instance.origin}/studio/shows/${show.id}/episodes/${episode.id}/clips`);
});
afterAll(async () => {
  await browser?.close();
  await instance?.remove();
});

describe('the screen of clips and quotes, without a pointer', () => {
  const highlights = () => take(client.api.GET(`${path}/highlights`, at(episode)));
  const card = (words: string) => page.getByRole('article', { name: words });
  const quotes = () => page.getByRole('region', { name: 'Quotes' });

  it('shows proposals to whoever opens it first, each with its sentence and why', async () => {
    const first = quotes().getByRole('article', { name: strong });
    await first.getByText('Proposed').waitFor();
    expect(await first.innerText()).toMatch(/Why: .*sets one thing against another/);
    const needs = page.getByRole('list', { name: 'To make videos' });
    expect((await needs.getByRole('listitem').allInnerTexts()).every((line) => line.includes('ready'))).toBe(true);
  });

  it('picks with Enter, puts away with Backspace, and takes that back', async () => {
    const first = quotes().getByRole('article', { name: strong });
    await first.focus();
    await page.keyboard.press('Enter');
    await first.getByText('Picked').waitFor();
    await first.focus();
    await page.keyboard.press('Backspace');
    await first.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await first.getByText('Picked').waitFor();
  });

  it('makes a clip of selected sentences with C, and moves its begin with I to what is heard', async () => {
    const sentence = (start: RegExp) => page.getByRole('button', { name: start });
    await sentence(/^So what would you tell/).press('Enter');
    await sentence(/^A missing microphone cannot/).press('Enter');
    await page.getByText(/\d+ seconds selected/).waitFor();
    const before = (await highlights()).clips.length;
    await page.keyboard.press('c');
    const made = card('So what would you tell somebody who starts tomorrow?').first();
    await made.getByText('Picked').waitFor();
    expect((await highlights()).clips).toHaveLength(before + 1);
    const { id, startMs } = (await highlights()).clips.find(({ state }) => state === 'picked')!;
    await page.locator('audio').evaluate(
      (audio, to) => {
        (audio as unknown as { currentTime: number }).currentTime = to;
      },
      startMs / 1000 - 1,
    );
    await made.focus();
    await page.keyboard.press('i');
    const moved = async () => (await highlights()).clips.find((clip) => clip.id === id)!.startMs;
    await until(async () => Math.abs((await moved()) - (startMs - 1000)) < 100);
  });

  it('edits captions over those of the other language, and asks who is heard', async () => {
    const made = page.getByRole('region', { name: 'Clips' }).getByRole('article').first();
    await made.focus();
    await page.keyboard.press('Enter');
    const editor = page.getByRole('dialog');
    await editor.getByText('French', { exact: true }).click();
    await editor.getByRole('button', { name: 'Start from those in English' }).click();
    await editor.getByLabel('Captions 1').fill('Que dire à qui commence demain?');
    await editor.getByRole('button', { name: 'Save' }).click();
    await editor.waitFor({ state: 'detached' });
    const { captions, own } = (await highlights()).clips.find(({ state }) => state === 'picked')!;
    expect([own, captions.fr?.[0]?.text]).toEqual([['fr'], 'Que dire à qui commence demain?']);
    await page.getByText('Jean Tremblay will be asked').waitFor();
    await page.getByRole('button', { name: 'Ask the guests' }).click();
    await page.getByText('Waits for Jean Tremblay').first().waitFor();
    expect(studio.troubles).toEqual([]);
  });
});
