import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { type ApiClient, type Episode, openClient, ownerEnv, take } from './client.js';
import { at, getEpisode, makeShow, waitForSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';
import { logIn, openStudio, type StudioPage } from './studio.js';

jest.setTimeout(240_000);

const recording = join(process.cwd(), 'test', 'recordings', 'two-microphones.opus');
const cue = (at: number, who: string, words: string) =>
  `00:00:${String(at).padStart(2, '0')},000 --> 00:00:${String(at + 4).padStart(2, '0')},500\n${who}: ${words}\n`;
const srt = [
  cue(0, 'Mélanie', 'We count what is easy to count.'),
  cue(6, 'Speaker 2', 'And the rest?'),
  cue(12, 'Mélanie', 'The rest is told with dates.'),
  cue(20, 'Speaker 2', 'A date is a promise.'),
  'x --> y\nlost\n',
].join('\n');

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
  const show = await makeShow(client, 'Two microphones');
  studio = await openStudio(browser);
  page = studio.page;
  await logIn(page, instance);
  await page.getByRole('link', { name: 'Two microphones' }).first().waitFor();
  await page.getByLabel('Recording to upload').setInputFiles(recording);
  await page.waitForURL(/\/episodes\//);
  episode = await getEpisode(client, { showId: show.id, id: page.url().split('/').at(-1)! } as Episode);
  const people = ['Mélanie Roy', 'Karim Benali'].map((name) => ({ name, role: 'guest' as const, texts: [] }));
  const body = { version: episode.working.versions.people, people };
  await take(client.api.PUT('/api/v1/shows/{showId}/episodes/{episodeId}/people', { ...at(episode), body }));
  await waitForSound(client, episode);
  await page.reload();
});
afterAll(async () => {
  await browser?.close();
  await instance?.remove();
});

describe('a transcript, from a file to the listeners', () => {
  const section = () => page.getByRole('region', { name: 'Transcript' });
  const card = () => section().getByRole('article');

  it('is read from a dropped file, with what could not be read', async () => {
    await section()
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.srt', mimeType: '', buffer: Buffer.from(srt) });
    await card().getByText('4 passages').waitFor();
    await card()
      .getByText(/The time in line 13 cannot be read/)
      .waitFor();
    expect(await card().getByRole('combobox', { name: '“Mélanie” is' }).inputValue()).toBe('Mélanie Roy');
    await card()
      .getByText(/“Speaker 2” is nobody’s name/)
      .waitFor();
  });

  it('gets its speakers, and the advice is gone', async () => {
    await card().getByRole('combobox', { name: '“Speaker 2” is' }).click();
    await page.getByRole('option', { name: 'Karim Benali' }).click();
    await card()
      .getByText(/“Speaker 2” is nobody’s name/)
      .waitFor({ state: 'detached' });
    await card().getByText('Karim Benali').first().waitFor();
  });

  it('is taken away and brought back', async () => {
    await card().getByRole('button', { name: 'Remove' }).click();
    await section().getByText('No transcript yet').waitFor();
    await page.getByText('Transcript removed.').last().waitFor();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await card().getByText('4 passages').waitFor();
  });

  it('reaches page, files and feed with the release', async () => {
    const ready = await getEpisode(client, episode);
    const texts = [{ lang: 'en' as const, title: 'Dates', summary: 'Dates.', notes: '' }];
    const form = { version: ready.working.versions.texts, texts };
    await take(client.api.PUT('/api/v1/shows/{showId}/episodes/{episodeId}/texts', { ...at(episode), body: form }));
    await take(client.api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/publish', at(episode)));
    const { pageUrl, feedUrl } = await getEpisode(client, episode);
    await page.goto(pageUrl.en!);
    const said = page.getByRole('region', { name: 'Transcript' });
    expect(await said.innerText()).toMatch(/0:06[\s\S]*Karim Benali[\s\S]*And the rest\?/);
    await said.getByRole('link', { name: '0:12' }).click();
    await until(
      async () => (await page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime)) >= 12,
    );

    const href = await said.getByRole('link', { name: 'WebVTT' }).getAttribute('href');
    const vtt = await fetch(new URL(href!, instance.origin));
    expect(vtt.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
    expect(await vtt.text()).toContain('<v Karim Benali>And the rest?');
    await until(async () => (await (await fetch(feedUrl)).text()).includes('transcript.en-ca.vtt'));
  });

  it('runs into no error on the way', () => {
    expect(studio.troubles).toEqual([]);
  });
});
