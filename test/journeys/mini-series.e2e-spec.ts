import { jest } from '@jest/globals';
import { parseRssFeed } from 'feedsmith';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { type ApiClient, type Episode, openClient, ownerEnv, type Show, take } from './client.js';
import { makeRecording } from './client-recordings.js';
import { at, getEpisode, inShow, makeDraft, makeShow, publish, upload, waitForSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';

jest.setTimeout(400_000);

const path = '/api/v1/shows/{showId}/episodes/{episodeId}' as const;
const reader = 'lectrice@example.org';
let instance: Instance;
let client: ApiClient;
let browser: Browser;
let page: Page;
let show: Show;
let first: Episode;
let second: Episode;

const feed = async () => (await fetch(show.feedUrl)).text();
const itemsOf = (xml: string) => parseRssFeed(xml).items ?? [];
const mailsTo = async (to: string) =>
  (await take(client.api.GET('/api/v1/mails'))).items.filter((mail) => mail.to === to);
/** How many wait to be told of anything of the show. */
const followers = async () =>
  (await take(client.api.GET('/api/v1/shows/{showId}/followers', inShow(show.id)))).confirmed;
const textOf = async (url: string) => (await fetch(url)).text();
const french = (episode: Episode) => getEpisode(client, episode).then(({ pageUrl }) => pageUrl.fr!);

/** A part with its chief executive as of the recording, its sound and its texts in both languages. */
async function part(seriesId: string, number: number, title: string, titleInFrench: string): Promise<Episode> {
  const { api } = client;
  const draft = await makeDraft(client, show, title);
  await upload(client, draft, makeRecording({ seconds: 6, seed: number }));
  expect((await waitForSound(client, draft)).state).toBe('done');
  const version = async () => (await getEpisode(client, draft)).working.versions;
  const basics = { seriesId, part: number, number, recordedOn: '2025-03-12' };
  await take(api.PATCH(`${path}/basics`, { ...at(draft), body: { version: (await version()).basics, ...basics } }));
  const text = (lang: 'en' | 'fr', said: string) => ({ lang, title: said, summary: '', notes: '' });
  const texts = [
    { ...text('en', title), takeaways: [{ text: 'A date you keep.', atMs: 2_000 }] },
    { ...text('fr', titleInFrench), takeaways: [{ text: 'Une date tenue.', atMs: 2_000 }] },
  ];
  await take(api.PUT(`${path}/texts`, { ...at(draft), body: { version: (await version()).texts, texts } }));
  const titles = [
    { lang: 'fr' as const, title: 'PDG', disclaimer: '' },
    { lang: 'en' as const, title: 'CEO', disclaimer: '' },
  ];
  const people = [{ name: 'Odile Garneau', role: 'guest' as const, organisation: 'Boréale', texts: titles }];
  await take(api.PUT(`${path}/people`, { ...at(draft), body: { version: (await version()).people, people } }));
  await until(async () => (await getEpisode(client, draft)).blockers.length === 0);
  return getEpisode(client, draft);
}

beforeAll(async () => {
  instance = await startInstance({ env: ownerEnv });
  client = openClient(instance.origin);
  await client.signIn();
  show = await makeShow(client, 'In two parts');
  browser = await launchBrowser();
  page = await (await browser.newContext({ locale: 'fr-CA', viewport: { width: 360, height: 640 } })).newPage();
  page.setDefaultTimeout(30_000);
});
afterAll(async () => {
  await browser?.close();
  await instance?.remove();
});

describe('a mini-series in two parts with a chief executive', () => {
  let guid: string;
  let announcedUrl: string;

  it('has its first part out, which knows of a second one', async () => {
    const body = { name: 'Without a budget', parts: 2 };
    const series = await take(client.api.POST('/api/v1/shows/{showId}/series', { ...inShow(show.id), body }));
    first = await publish(client, await part(series.id, 1, 'The decision', 'La décision'));
    await until(async () => itemsOf(await feed()).length === 1);
    guid = itemsOf(await feed())[0]!.guid!.value!;
    second = await part(series.id, 2, 'What it cost', 'Ce que cela a coûté');
    await page.goto(await french(first));
    const parts = page.locator('.parts');
    expect(await parts.innerText()).toMatch(/Minisérie en 2 parties[^]*Vous êtes ici[^]*Partie 2[^]*À venir/);
    expect(await parts.innerText()).not.toContain('Ce que cela a coûté');
  });

  it('says on the first part when the second one comes, once it is announced, and links to its page', async () => {
    const local = `${new Date().getFullYear() + 1}-05-13T07:00`;
    const body = { local, zone: 'America/Montreal' };
    await take(client.api.POST(`${path}/schedule`, { ...at(second), body }));
    const announced = await take(client.api.POST(`${path}/announce`, { ...at(second), body: { isAnnounced: true } }));
    announcedUrl = announced.pageUrl.fr!;
    await until(async () => (await textOf(await french(first))).includes('13 mai à 7'));
    await page.reload();
    expect(await page.locator('.parts').innerText()).toMatch(/La suite \S+ 13 mai à 7\sh \(heure de Montréal\)/);
    await page.getByRole('link', { name: 'Ce que cela a coûté' }).click();
    await page.getByText(/13 mai, 7\sh à Montréal, 13\sh à Paris/i).waitFor();
    expect(page.url()).toBe(announcedUrl);
    expect(await page.content()).not.toMatch(/<audio|Une date tenue/);
    expect(itemsOf(await feed())).toHaveLength(1);
  });

  it('takes a reader’s wish to be told of it, by a form, a mail and a button; or a file for the calendar', async () => {
    await page.goto(await french(first));
    const form = page.locator('.parts form');
    await form.getByLabel('Votre courriel').fill(reader);
    await form.getByRole('button', { name: 'Prévenez-moi' }).click();
    await page.getByRole('heading', { name: 'Regardez vos courriels' }).waitFor();
    await until(async () => (await mailsTo(reader)).length === 1);
    const [mail] = await mailsTo(reader);
    const confirm = /http\S+\/follow\/\S+\/confirm/.exec(mail!.text)![0];
    await page.goto(confirm);
    await page.getByRole('button').filter({ hasText: 'confirme' }).click();
    await page.getByRole('heading', { name: 'C’est confirmé' }).waitFor();
    expect(await followers()).toBe(1);
    const calendar = await fetch(`${instance.origin}/m/${second.id}/release.ics`);
    expect([calendar.status, (await calendar.text()).includes('BEGIN:VEVENT')]).toEqual([200, true]);
  });

  it('becomes the second part at the same address; the first part and its feed item lead there, and nothing is doubled', async () => {
    await take(client.api.POST(`${path}/publish`, { ...at(second), body: { afterSeconds: 3 } }));
    const seen: number[] = [];
    let html = '';
    await until(async () => {
      const answer = await fetch(announcedUrl);
      seen.push(answer.status);
      html = await answer.text();
      return html.includes('data-player');
    });
    expect(new Set(seen)).toEqual(new Set([200]));
    expect(html).toContain('Une date tenue.');
    await until(async () => itemsOf(await feed()).length === 2);
    const items = itemsOf(await feed());
    const [one, two] = [
      items.find((item) => item.guid?.value === guid),
      items.find((item) => item.guid?.value !== guid),
    ];
    expect([one?.title, two?.title]).toEqual(['The decision (1/2)', 'What it cost (2/2)']);
    expect(one!.description).toContain('What it cost');
    expect(one!.description).toContain('A date you keep. (00:02)');
    expect(one!.description).toContain('then CEO, Boréale');
    await until(async () => !(await textOf(await french(first))).includes('Prévenez-moi'));
    await page.goto(await french(first));
    await page.locator('.parts').getByRole('link', { name: 'Ce que cela a coûté' }).click();
    await page.locator('[data-player]').waitFor();
  });

  it('tells the reader once, and forgets the address', async () => {
    await until(async () => (await mailsTo(reader)).length === 2, 120);
    const told = (await mailsTo(reader)).map(({ subject }) => subject);
    expect(told.filter((subject) => subject.includes('La partie 2 est parue'))).toHaveLength(1);
    const mailings = () => take(client.api.GET('/api/v1/shows/{showId}/mailings', inShow(show.id)));
    await until(async () => (await mailings()).items.some(({ state }) => state === 'done'));
    expect((await mailings()).items).toMatchObject([{ episodeId: second.id, sent: 1, failed: 0 }]);
    const followers = await take(client.api.GET('/api/v1/shows/{showId}/followers', inShow(show.id)));
    expect(followers).toMatchObject({ confirmed: 0, waiting: 0, items: [] });
  });

  it('keeps what the chief executive was then, a year later, and says who they are now', async () => {
    const { working } = await getEpisode(client, first);
    const personId = working.people[0]!.personId;
    const affiliations = [
      { title: 'PDG', organisation: 'Boréale', since: '2020-01-01', until: '2026-03-01' },
      { title: 'Conseillère', organisation: 'Nordique', since: '2026-04-01', until: null },
    ];
    await take(
      client.api.PATCH('/api/v1/persons/{personId}', { params: { path: { personId } }, body: { affiliations } }),
    );
    for (const episode of [first, second]) {
      await until(async () => (await textOf(await french(episode))).includes('Nordique'));
      await page.goto(await french(episode));
      const people = await page.locator('.people').first().innerText();
      expect(people).toMatch(/PDG, Boréale en mars 2025\s+Aujourd’hui\s: Conseillère, Nordique/);
    }
    await page.getByRole('link', { name: 'Odile Garneau' }).first().click();
    await page.getByText('Conseillère').first().waitFor();
    expect(await page.locator('main').innerText()).toContain('PDG, Boréale');
    expect(await mailsTo(reader)).toHaveLength(2);
  });
});
