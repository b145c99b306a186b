import { jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { type ApiClient, type Episode, openClient, ownerEnv, type Show, take } from './client.js';
import { makeRecording } from './client-recordings.js';
import { at, inShow, makeShow, publishSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';
import { openStudio } from './studio.js';

jest.setTimeout(240_000);

let instance: Instance;
let browser: Browser;
let client: ApiClient;
let show: Show;
let episode: Episode;
let page: Page;
let troubles: string[];

const path = '/api/v1/shows/{showId}/episodes/{episodeId}' as const;
const read = async () => (await fetch(show.feedUrl)).text();
const feed = async () => (await take(client.api.GET('/api/v1/shows/{showId}/feeds', inShow(show.id)))).items[0]!;

async function rename(title: string): Promise<void> {
  const { working } = await take(client.api.GET(path, at(episode)));
  const text = { lang: 'en' as const, title, summary: 'Dates tell.', notes: '' };
  await take(
    client.api.PUT(`${path}/texts`, { ...at(episode), body: { version: working.versions.texts, texts: [text] } }),
  );
}

beforeAll(async () => {
  instance = await startInstance({ env: ownerEnv });
  client = openClient(instance.origin);
  await client.signIn();
  show = await makeShow(client, 'Marketing News Canada');
  episode = await publishSound(client, show, 'What dates tell', makeRecording({ seconds: 6 }));
  await until(async () => (await read()).includes('What dates tell'));
  await rename('A slip of the pen');
  await take(client.api.POST(`${path}/update`, at(episode)));
  await until(async () => (await read()).includes('A slip of the pen'));
  const { version } = await take(client.api.GET('/api/v1/shows/{showId}', inShow(show.id)));
  await take(client.api.PATCH('/api/v1/shows/{showId}', { ...inShow(show.id), body: { version, ownerEmail: '' } }));
  await until(async () => !(await read()).includes('itunes:owner'));
  browser = await launchBrowser();
  ({ page, troubles } = await openStudio(browser));
  await page.request.post(`${instance.origin}/api/v1/login`, {
    headers: { origin: instance.origin },
    data: { email: ownerEnv.OWNER_EMAIL, password: ownerEnv.OWNER_PASSWORD },
  });
});
afterAll(async () => {
  await browser?.close();
  await instance?.remove();
});

describe('a producer and the feed', () => {
  it('reads what was found, says that it is meant, and is told again when asked', async () => {
    await page.goto(`${instance.origin}/studio/shows/${show.id}`);
    await page.getByRole('link', { name: 'Feed', exact: true }).click();
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('No owner address is shown.').waitFor();
    await page.getByRole('button', { name: 'That is meant' }).click();
    await page.getByText('Meant like this: No owner address').waitFor();
    await page.getByRole('button', { name: 'Tell me again' }).click();
    await page.getByRole('button', { name: 'That is meant' }).waitFor();
  });

  it('is led from a piece of advice to the field that mends it', async () => {
    await page.getByRole('link', { name: 'Mend it' }).first().click();
    await page.waitForURL(/settings#show\.ownerEmail$/);
    await until(() => page.evaluate(() => document.activeElement?.id === 'field-show.ownerEmail'));
    await page.goBack();
  });

  it('sees what a version changed and what each app saw of it', async () => {
    await page.getByRole('button', { expanded: false }).filter({ hasText: '1 episode' }).nth(1).click();
    await page.getByRole('heading', { name: 'Changed: A slip of the pen' }).waitFor();
    expect(await page.locator('del').first().textContent()).toBe('What dates tell');
    expect(await page.locator('ins').first().textContent()).toBe('A slip of the pen');
    await page.getByText('keeps its own copy as it was: change it there').waitFor();
  });

  it('downloads the bytes of a version as they were served', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('link', { name: /^Download/ })
        .first()
        .click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe(await read());
  });

  it('puts an old version back for as long as nothing changes', async () => {
    const versions = '/api/v1/shows/{showId}/feeds/{feedId}/versions' as const;
    const params = { path: { showId: show.id, feedId: (await feed()).id } };
    const { items } = await take(client.api.GET(versions, { params }));
    const nth = items.filter(({ state }) => state === 'past').findIndex(({ items: count }) => count === 1);
    // The newest past version still names the owner; the one before it has the first title.
    await page
      .getByRole('button', { name: /^Put back/ })
      .nth(nth + 1)
      .click();
    await page.getByRole('button', { name: 'Serve it again' }).click();
    await page.getByText('An old version is being served').waitFor();
    await until(async () => (await read()).includes('What dates tell'));
    await rename('What dates tell, mended');
    await take(client.api.POST(`${path}/update`, at(episode)));
    await until(async () => (await read()).includes('What dates tell, mended'));
    await page.reload();
    await page.getByText(/^Last change/).waitFor();
    expect(await page.getByText('An old version is being served').count()).toBe(0);
  });

  it('sees beside publishing what an update would change', async () => {
    await rename('What dates will tell');
    await page.goto(`${instance.origin}/studio/shows/${show.id}/episodes/${episode.id}`);
    await page.getByRole('heading', { name: 'What dates will tell' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'What the feed will say' }).waitFor();
    await page.getByText('Every field that changes').click();
    await page.getByText('Changed: What dates will tell').waitFor();
    await page.getByText('The item as apps get it').click();
    expect(await page.locator('pre').textContent()).toContain('<title><![CDATA[What dates will tell]]></title>');
  });

  it('met no error on the way', () => {
    expect(troubles).toEqual([]);
  });
});
