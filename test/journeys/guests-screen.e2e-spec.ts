import { jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { type ApiClient, type Episode, openClient, ownerEnv, take } from './client.js';
import { makeRecording } from './client-recordings.js';
import { at, getEpisode, makeDraft, makeShow, publish, upload, waitForSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';
import { logIn, openStudio, type StudioPage } from './studio.js';

jest.setTimeout(300_000);

const path = '/api/v1/shows/{showId}/episodes/{episodeId}' as const;

let instance: Instance;
let client: ApiClient;
let browser: Browser;
let studio: StudioPage;
let page: Page;
let episode: Episode;
/** The guest's address as the studio last copied it. */
let link: string;

const statusOf = async (url: string) => (await fetch(url, { redirect: 'manual' })).status;
const textOf = async (url: string) => (await fetch(url)).text();
const copied = () => page.evaluate(() => navigator.clipboard.readText());
const card = () => page.getByRole('article', { name: 'Mélanie Côté' });

beforeAll(async () => {
  [instance, browser] = await Promise.all([startInstance({ env: ownerEnv }), launchBrowser()]);
  client = openClient(instance.origin);
  await client.signIn();
  const show = await makeShow(client, 'Monday Night Conversations');
  const draft = await makeDraft(client, show, 'A date kept');
  await upload(client, draft, makeRecording({ seconds: 5 }));
  expect((await waitForSound(client, draft)).state).toBe('done');
  const texts = [{ lang: 'en' as const, title: 'Marketing director', disclaimer: '' }];
  const people = [{ name: 'Mélanie Côté', role: 'guest' as const, organisation: 'Boréale', texts }];
  const version = (await getEpisode(client, draft)).working.versions.people;
  await take(client.api.PUT(`${path}/people`, { ...at(draft), body: { version, people } }));
  await until(async () => (await getEpisode(client, draft)).blockers.length === 0);
  episode = await publish(client, draft);
  studio = await openStudio(browser);
  page = studio.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: instance.origin });
  await logIn(page, instance);
  await page.goto(`${instance.origin}/studio/shows/${show.id}/episodes/${episode.id}/guests`);
});
afterAll(async () => {
  await browser?.close();
  await instance?.remove();
});

describe('the screen of an episode’s guests', () => {
  it('makes a guest a link of their own, which is in the clipboard at once and opens without an account', async () => {
    await card().getByRole('button', { name: 'Make a link' }).click();
    await page
      .getByText(/Link of Mélanie Côté copied/)
      .first()
      .waitFor();
    link = await copied();
    expect(link).toMatch(/\/i\/[0-9a-f]{40}$/);
    const guest = await fetch(link);
    expect([guest.status, guest.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
    expect(await guest.text()).toContain('Mélanie');
  });

  it('copies it again, by its button and by its key', async () => {
    await page.evaluate(() => navigator.clipboard.writeText('something else'));
    await card().getByRole('button', { name: 'Copy the link of Mélanie Côté' }).click();
    await until(async () => (await copied()) === link);
    await page.evaluate(() => navigator.clipboard.writeText('something else'));
    await card().focus();
    await page.keyboard.press('l');
    await until(async () => (await copied()) === link);
  });

  it('leaves a guest alone who is merely under the pointer, and everybody once letters are switched off', async () => {
    const pressed = async () => {
      await page.evaluate(() => navigator.clipboard.writeText('something else'));
      await page.keyboard.press('l');
      return copied();
    };
    const letters = page.getByRole('dialog', { name: 'Keyboard' }).getByRole('switch');
    await card().blur();
    await card().hover();
    expect(await pressed()).toBe('something else');
    await page.keyboard.press('?');
    await letters.uncheck({ force: true });
    await page.keyboard.press('Escape');
    await card().focus();
    expect(await pressed()).toBe('something else');
    await page.reload();
    await card().focus();
    expect(await pressed()).toBe('something else');
    await page.getByRole('button', { name: ownerEnv.OWNER_EMAIL }).click();
    await page.getByRole('menuitem', { name: 'Keyboard' }).click();
    await letters.check({ force: true });
    await page.keyboard.press('Escape');
    await letters.waitFor({ state: 'detached' });
    await card().focus();
    await pressed();
    await until(async () => (await copied()) === link);
  });

  it('asks before it replaces the link; then the old one opens nothing, and the new one is copied', async () => {
    const replace = async () => {
      await card().getByRole('button', { name: 'More for Mélanie Côté' }).click();
      await page.getByRole('menuitem', { name: 'Replace the link' }).click();
      return page.getByRole('dialog', { name: 'Replace the link of Mélanie Côté?' });
    };
    const first = await replace();
    await first.getByRole('button', { name: 'Cancel' }).click();
    await first.waitFor({ state: 'detached' });
    expect(await statusOf(link)).toBe(200);
    await (await replace()).getByRole('button', { name: 'Replace the link' }).click();
    await page.getByText('There is a new link for Mélanie Côté').first().waitFor();
    const old = link;
    await until(async () => (await copied()) !== old);
    link = await copied();
    expect([await statusOf(old), await statusOf(link)]).toEqual([404, 200]);
  });

  it('shows the producer’s side of the kit: the same link, and what the guest sees', async () => {
    await page.goto(page.url().replace('/guests', '/kit'));
    const kit = page.getByRole('region', { name: 'Mélanie Côté' });
    const look = (await kit.getByRole('link', { name: 'View as Mélanie' }).getAttribute('href'))!;
    expect(await textOf(look)).toContain('Mélanie');
    expect(await textOf(look)).not.toContain('method="post"');
  });

  it('puts a correction before everything else: what is and what should be, then page and feed say it, dated', async () => {
    const fields = { 'title.en': 'Chief of marketing', 'title.fr': '', organisation: 'Boréale', organisationUrl: '' };
    const asked = await fetch(`${link}/me/then`, {
      ...{ method: 'POST', redirect: 'manual', headers: { origin: 'null' } },
      body: new URLSearchParams({ ...fields, employer: 'named', reason: 'Promoted in March.' }),
    });
    expect(asked.headers.get('location')).toContain('done=then-asked');
    const url = episode.pageUrl.en!;
    expect(await textOf(url)).not.toContain('Chief of marketing');
    await page.goto(page.url().replace('/kit', '/guests'));
    const waiting = page.getByRole('region', { name: '1 correction is waiting for you' });
    const shown = await waiting.innerText();
    expect(shown).toMatch(/Marketing director[^]*Chief of marketing/);
    expect(shown).toContain('Promoted in March.');
    await waiting.getByLabel('Answer to the guest').fill('Of course.');
    await waiting.getByRole('button', { name: 'Accept' }).click();
    await waiting.waitFor({ state: 'detached' });
    await until(async () => (await textOf(url)).includes('Chief of marketing'), 90);
    expect(await textOf(url)).toMatch(/Corrected on/);
    const { feedUrl } = await take(
      client.api.GET('/api/v1/shows/{showId}', { params: { path: { showId: episode.showId } } }),
    );
    await until(async () => (await textOf(feedUrl)).includes('Chief of marketing'), 90);
    expect(await textOf(`${link}/me`)).toContain('Of course.');
    await card().getByText('1 correction decided').click();
    await card().getByText('Your answer: Of course.').waitFor();
    expect(studio.troubles).toEqual([]);
  });
});
