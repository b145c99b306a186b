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

const statusOf = async (address: string) => (await fetch(`${instance.origin}${address}`)).status;
const textOf = async (address: string) => (await fetch(`${instance.origin}${address}`)).text();
const people = () => take(client.api.GET('/api/v1/people'));

beforeAll(async () => {
  [instance, browser] = await Promise.all([startInstance({ env: ownerEnv }), launchBrowser()]);
  client = openClient(instance.origin);
  await client.signIn();
  const show = await makeShow(client, 'Monday Night Conversations');
  episode = await makeDraft(client, show, 'Counting what counts');
  await upload(client, episode, makeRecording({ seconds: 5 }));
  expect((await waitForSound(client, episode)).state).toBe('done');
  const version = (await getEpisode(client, episode)).working.versions.people;
  const body = { version, people: [{ name: 'Karim B.', role: 'guest' as const, texts: [] }] };
  await take(client.api.PUT(`${path}/people`, { ...at(episode), body }));
  studio = await openStudio(browser);
  page = studio.page;
  await logIn(page, instance);
});
afterAll(async () => {
  await browser?.close();
  await instance?.remove();
});

describe('the screens of people', () => {
  it('add somebody by name alone, and keep what they do now', async () => {
    await page.goto(`${instance.origin}/studio/people`);
    await page.getByRole('button', { name: 'Add a person' }).first().click();
    await page.getByRole('dialog').getByLabel('Name').fill('Karim Benali');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Karim Benali', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Add a job' }).click();
    const job = page.getByRole('group', { name: 'Job 1' });
    await job.getByLabel('Title').fill('Partner');
    await job.getByLabel('Employer or organisation').fill('Nordique');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved').first().waitFor();
    const saved = async () => (await people()).items.find(({ name }) => name === 'Karim Benali')?.now;
    expect(await saved()).toMatchObject({ title: 'Partner', organisation: 'Nordique' });
  });

  it('take title and employer as of the recording, and keep them without a button', async () => {
    await page.goto(`${instance.origin}/studio/shows/${episode.showId}/episodes/${episode.id}#people`);
    const card = page.getByRole('group', { name: 'Karim B.' });
    await card.getByLabel('Title (English)').fill('Analyst');
    await card
      .getByLabel(/^(Employer|Organisation)/)
      .first()
      .fill('Boréale');
    await until(async () => {
      const [person] = (await getEpisode(client, episode)).working.people;
      return person?.organisation === 'Boréale' && person.texts.some(({ title }) => title === 'Analyst');
    });
    await until(async () => (await getEpisode(client, episode)).blockers.length === 0);
    await publish(client, episode);
  });

  it('propose who may be there twice, and believe whoever says that these are two people', async () => {
    await page.goto(`${instance.origin}/studio/people`);
    const list = page.getByRole('list', { name: 'People' });
    await list.getByText('Perhaps twice').nth(1).waitFor();
    await list.getByRole('link', { name: /Karim Benali/ }).click();
    await page.getByRole('button', { name: 'Compare with Karim B.' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'They are two people' }).click();
    await page.getByText(/Not the same person as Karim B\./).waitFor();
    expect((await people()).counts['twice']).toBe(0);
    await page.getByRole('button', { name: 'Take back' }).first().click();
    await page.getByRole('button', { name: 'Compare with Karim B.' }).waitFor();
    expect((await people()).counts['twice']).toBe(2);
  });

  it('show how far a merge reaches before it is made, and make it', async () => {
    await page.getByRole('button', { name: 'Compare with Karim B.' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 episode moves to Karim Benali: “Counting what counts”.').waitFor();
    expect(await dialog.innerText()).toContain('/g/karim-b leads to the page of Karim Benali');
    await dialog.getByRole('button', { name: 'Merge into Karim Benali' }).click();
    await page.getByText('Karim B. was merged into this record').waitFor();
    await page.getByText('Analyst, Boréale at the time').waitFor();
    expect((await people()).items.map(({ name, episodes }) => [name, episodes])).toEqual([['Karim Benali', 1]]);
  });

  it('lead to one public page with then and now; the old address leads there', async () => {
    await until(async () => (await textOf('/en/g/karim-benali')).includes('Counting what counts'));
    await page.goto(`${instance.origin}/en/g/karim-b`);
    expect(new URL(page.url()).pathname).toBe('/en/g/karim-benali');
    const main = await page.locator('main').innerText();
    expect(main).toMatch(/Partner,?\s+Nordique/);
    expect(main).toContain('Analyst, Boréale');
    expect(main).toContain('Counting what counts');
    expect(await statusOf('/en/g/karim-nobody')).toBe(404);
  });

  it('take a merge back: there are two pages again', async () => {
    await page.goto(`${instance.origin}/studio/people`);
    await page
      .getByRole('list', { name: 'People' })
      .getByRole('link', { name: /Karim Benali/ })
      .click();
    await page.getByRole('button', { name: 'Take back' }).first().click();
    await page.getByRole('button', { name: 'Compare with Karim B.' }).waitFor();
    await until(async () => (await textOf('/en/g/karim-b')).includes('Counting what counts'));
  });

  it('erase somebody for good once their name is typed; the episode stays, without them', async () => {
    const { id } = (await people()).items.find(({ name }) => name === 'Karim B.')!;
    const url = (await getEpisode(client, episode)).pageUrl.en!;
    expect(await (await fetch(url)).text()).toContain('Karim B.');
    await page.goto(`${instance.origin}/studio/people/${id}`);
    await page.getByRole('button', { name: 'Look at what would go' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase Karim B.?' });
    await dialog.getByText('The mention in 1 episode, with title and employer of then.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Erase for good' }).isDisabled()).toBe(true);
    await dialog.getByLabel('To erase, type the name: Karim B.').fill('Karim B.');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
    await until(async () => (await statusOf('/en/g/karim-b')) === 404, 90);
    await until(async () => !(await (await fetch(url)).text()).includes('Karim B.'), 90);
    expect(await (await fetch(url)).text()).toContain('Counting what counts');
    expect((await people()).items.map(({ name }) => name)).toEqual(['Karim Benali']);
    expect(studio.troubles).toEqual([]);
  });
});
