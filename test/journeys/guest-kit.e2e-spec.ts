import { readFile } from 'node:fs/promises';
import { jest } from '@jest/globals';
import { parseRssFeed } from 'feedsmith';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from '../browser.js';
import { type ApiClient, type Episode, openClient, ownerEnv, type Show, take } from './client.js';
import { at, getEpisode, makeShow } from './client-steps.js';
import { askAbout, makeInterview, openPhone } from './guest-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';
import { logIn, openStudio } from './studio.js';

jest.setTimeout(600_000);

const path = '/api/v1/shows/{showId}/episodes/{episodeId}' as const;
const melanie = 'melanie@example.org';
/** Occurs nowhere else: whoever finds it has found the employer (kit test 6). */
const hidden = 'Zorblax Industries';
const frenchQuote = 'On gagne la confiance avec une date tenue.';
let instance: Instance;
let client: ApiClient;
let browser: Browser;
let phone: BrowserContext;
let page: Page;
let show: Show;
let episode: Episode;
let shareUrl: string;

const mailsTo = async (to: string) =>
  (await take(client.api.GET('/api/v1/mails'))).items.filter((mail) => mail.to === to);
/** The mail whose subject says this, as soon as it was kept, and the guest's address in it. */
async function mail(subject: RegExp) {
  const find = async () => (await mailsTo(melanie)).filter((each) => subject.test(each.subject));
  await until(async () => (await find()).length > 0, 180);
  const found = await find();
  expect(found).toHaveLength(1);
  return { ...found[0]!, link: /http\S+\/i\/[0-9a-f]{40}\S*/.exec(found[0]!.text)![0] };
}
const kits = () => take(client.api.GET(`${path}/kits`, at(episode)));
const kitOf = async (name: string) => (await kits()).items.find(({ personName }) => personName === name)!;
const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check();
const copied = () => page.evaluate(() => navigator.clipboard.readText());
const feed = async () => (await fetch(show.feedUrl)).text();
const textOf = async (url: string) => (await fetch(url)).text();

beforeAll(async () => {
  [instance, browser] = await Promise.all([startInstance({ env: ownerEnv }), launchBrowser()]);
  client = openClient(instance.origin);
  await client.signIn();
  show = await makeShow(client, 'Marketing Without Detours');
  episode = await makeInterview(client, show, hidden);
  phone = await openPhone(browser, instance.origin);
  page = await phone.newPage();
  page.setDefaultTimeout(30_000);
});
afterAll(async () => {
  await browser?.close();
  await instance?.remove();
});

describe('a guest from Québec in an English podcast', () => {
  it('is written to in her own language, and finds her page behind the link without an account', async () => {
    const local = `${new Date().getFullYear() + 1}-05-12T07:00`;
    await take(client.api.POST(`${path}/schedule`, { ...at(episode), body: { local, zone: 'America/Montreal' } }));
    const { without } = await kits();
    const ids = Object.fromEntries(without.map(({ name, personId }) => [name, personId]));
    const link = { email: melanie, locale: 'fr-CA' as const, timeZone: 'America/Montreal' };
    await take(client.api.POST(`${path}/kits`, { ...at(episode), body: { personId: ids['Mélanie Côté']!, ...link } }));
    await take(client.api.POST(`${path}/kits`, { ...at(episode), body: { personId: ids['Karim Benali']! } }));
    const welcome = await mail(/^Votre page pour/);
    expect(welcome.text).toMatch(/12 mai \d{4}, 7\sh/);
    await page.goto(welcome.link);
    await page.getByRole('heading', { name: 'Bonjour Mélanie' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr-CA');
    expect(await page.locator('.kit-when').innerText()).toMatch(/12 mai \d{4}, 7\sh.*Est/);
    expect(await phone.cookies()).toEqual([]);
  });

  it('is asked what may be shown, and answers on her phone', async () => {
    await askAbout(client, episode);
    const asked = await mail(/citations et 1 extrait/);
    expect(asked.text).toContain('rien n’est utilisé');
    await page.goto(asked.link);
    for (let left = 3; left > 0; left -= 1) {
      const open = page.locator('section.ask:not(:has(.stand.yes))').first();
      for (const one of await open.getByRole('radio', { name: 'J’approuve', exact: true }).all()) await one.check();
      await open.getByRole('button', { name: 'Enregistrer cette réponse' }).click();
      await page.getByText('Enregistré.').waitFor();
    }
    expect(await page.locator('main').innerText()).toContain('Tout a sa réponse');
    const { quotes, clips } = await take(client.api.GET(`${path}/highlights`, at(episode)));
    // Karim is not heard in the clip: her word is enough.
    expect([...quotes, ...clips].map(({ state }) => state)).toEqual(['approved', 'approved', 'approved']);
  });

  it('can share before the release: the address shows the announcement (K-15)', async () => {
    await take(client.api.POST(`${path}/announce`, { ...at(episode), body: { isAnnounced: true } }));
    const kit = await kitOf('Mélanie Côté');
    ({ shareUrl } = kit);
    expect(shareUrl).toMatch(/\/fr\/.+\?via=[2-9a-z]{4,6}$/);
    await page.goto(kit.url);
    expect(await page.locator('.kit-link').innerText()).toContain('jusqu’à la sortie');
    const guest = await phone.newPage();
    await guest.goto(shareUrl);
    expect(await guest.locator('main').innerText()).toMatch(/La confiance, avec une date[^]*12 mai/);
    // The clip that she approved may be heard, the episode may not.
    const sounds = await guest
      .locator('audio, audio source')
      .evaluateAll((all) => all.map((a) => a.getAttribute('src')));
    expect(sounds.filter((src) => src && !src.includes('/clip/'))).toEqual([]);
    expect(await guest.locator('.player').count()).toBe(0);
    await guest.close();
  });

  it('gets the kit by mail, and has a post ready to paste in three taps (K-07)', async () => {
    const { linkId } = await kitOf('Mélanie Côté');
    const params = { path: { showId: show.id, episodeId: episode.id, linkId } };
    await take(client.api.POST(`${path}/kits/{linkId}/mail`, { params }));
    // One: the link in the mail.
    await page.goto((await mail(/^Tout pour partager/)).link);
    // Two: copy.
    await page.getByRole('button', { name: 'Copier le texte' }).click();
    await page.getByRole('button', { name: 'Copié' }).waitFor();
    // Three: the network, which is told the same address.
    const open = page.getByRole('link', { name: 'Ouvrir LinkedIn' });
    const address = new URL((await open.getAttribute('href'))!);
    expect([address.host, address.searchParams.get('url')]).toEqual(['www.linkedin.com', shareUrl]);
    const post = await copied();
    expect(post).toContain(shareUrl);
    expect(post).toMatch(/n’engagent pas Boréale\.$/);
    expect(post.split('\n')[0]).toContain(frenchQuote.slice(0, 20));
  });

  it('has every text in French although the talk is in English, and a translated quote says so (kit test 1)', async () => {
    const { linkId } = await kitOf('Mélanie Côté');
    const params = { path: { showId: show.id, episodeId: episode.id, linkId }, query: { lang: 'fr' as const } };
    const { items } = await take(client.api.GET(`${path}/kits/{linkId}/texts`, { params }));
    expect(items).toHaveLength(9);
    for (const { text } of items) {
      expect(text).not.toMatch(/dashboards|Keep a date|Views are|Listen/);
      expect(text).toMatch(/n’engagent pas Boréale\.$/);
    }
    const long = items.find(({ tone, length }) => tone === 'sober' && length === 'long')!;
    expect(long.text).toContain('en anglais');
    expect(items.some(({ text }) => text.includes('traduit de l’anglais')) || long.text.includes(frenchQuote)).toBe(
      true,
    );
    await choose('Blogue');
    await page.getByLabel('HTML, avec le lecteur').waitFor();
    const blog = await page.getByLabel('HTML, avec le lecteur').inputValue();
    expect(blog).toMatch(/<iframe[^>]+\/embed\//);
    expect(blog).toContain('en anglais');
  });

  it('keeps what she wrote, counts it as the network does, and says when it is too long', async () => {
    await page.goto((await kitOf('Mélanie Côté')).url);
    await choose('Bluesky');
    await page.getByRole('link', { name: 'Ouvrir Bluesky' }).waitFor();
    await page.getByLabel('Votre texte').fill('é'.repeat(301));
    expect(await page.locator('[data-kit-count]').innerText()).toMatch(/301 \/ 300.*1/);
    await choose('LinkedIn');
    await choose('Bluesky');
    expect(await page.getByLabel('Votre texte').inputValue()).toBe('é'.repeat(301));
  });

  it('downloads the image in the size of her network', async () => {
    await until(async () => {
      const { pieces } = await kitOf('Mélanie Côté');
      return pieces.some(
        ({ kind, shape, state, lang }) => `${kind} ${shape} ${state} ${lang}` === 'card wide ready fr',
      );
    }, 180);
    await page.goto((await kitOf('Mélanie Côté')).url);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger l’image' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^[a-z0-9-]+-fr\.(png|jpg)$/);
    const { width, height } = await sharp(await readFile(await file.path())).metadata();
    expect([width, height]).toEqual([1200, 630]);
  });

  it('keeps its address at the release: no moment without an answer', async () => {
    await take(client.api.POST(`${path}/publish`, { ...at(episode), body: { afterSeconds: 3 } }));
    const seen = new Set<number>();
    await until(async () => {
      const answer = await fetch(shareUrl);
      seen.add(answer.status);
      return (await answer.text()).includes('data-player');
    });
    expect([...seen]).toEqual([200]);
    await page.goto(shareUrl);
    const main = await page.locator('main').innerText();
    expect(main).toMatch(/en anglais/i);
    expect(main).toContain('Tenir une date.');
    expect(main).toContain('Ses propos sont personnels');
    expect(main).toContain(frenchQuote);
    expect(main).toMatch(/traduit .*anglais/i);
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).not.toContain('via=');
  });

  it('counts who came by her link as a sum, and says of few only that they were few (K-13)', async () => {
    const visit = (n: number) =>
      fetch(shareUrl, { headers: { 'user-agent': `Mozilla/5.0 (X11; Linux) Firefox/${n}` } });
    for (let n = 1; n <= 5; n += 1) await visit(n);
    await until(async () => ((await kitOf('Mélanie Côté')).effect?.visits ?? 0) >= 5, 90);
    await page.goto((await kitOf('Mélanie Côté')).url);
    const effect = await page.locator('.kit-effect').innerText();
    expect(effect).toMatch(/Visites\s+[5-9]/);
    expect(effect).toMatch(/< 5/);
  });

  it('works where no script runs', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } });
    const still = await context.newPage();
    await still.goto((await kitOf('Mélanie Côté')).url);
    await still.getByRole('radio', { name: 'question', exact: true }).check();
    await still.getByRole('button', { name: 'Voir ce texte' }).click();
    expect(await still.getByLabel('Votre texte').inputValue()).toContain(shareUrl);
    expect(await still.getByRole('link', { name: 'Ouvrir LinkedIn' }).isVisible()).toBe(true);
    await context.close();
  });

  it('takes one quote back after the release: it leaves kit, page and feed within a minute (kit test 5)', async () => {
    const french = (await getEpisode(client, episode)).pageUrl.fr!;
    expect(await textOf(french)).toContain(frenchQuote);
    const { url, pieces } = await kitOf('Mélanie Côté');
    const cards = pieces.filter(({ kind }) => kind === 'quote').length;
    const { quotes } = await take(client.api.GET(`${path}/highlights`, at(episode)));
    const quote = quotes.find(({ original }) => original.includes('date you keep'))!;
    await page.goto(`${url}/review`);
    const ask = page.locator(`#a-${quote.id}`);
    await ask.locator('summary').press('Enter'); // Answered: folded, and opened with a key.
    for (const no of await ask.getByRole('radio', { name: 'Ne pas utiliser' }).all()) await no.check();
    await ask.getByRole('button', { name: 'Enregistrer cette réponse' }).click();
    const code = /\b\d{6}\b/;
    await until(async () => (await mailsTo(melanie)).some(({ text }) => code.test(text)));
    const words = (await mailsTo(melanie)).find(({ text }) => code.test(text))!.text;
    await page.locator('input[name=code]').fill(code.exec(words)![0]);
    await page.locator('form:has(input[name=code]) button[type=submit]').first().click();
    const refusedAt = performance.now();
    await until(async () => {
      const places = await Promise.all([textOf(french), textOf(url), feed()]);
      return places.every((place) => !place.includes('date tenue') && !place.includes('date you keep.”'));
    }, 60);
    await until(async () => {
      const now = (await kitOf('Mélanie Côté')).pieces.filter(({ kind }) => kind === 'quote').length;
      return cards === 0 || now < cards;
    }, 60);
    expect(performance.now() - refusedAt).toBeLessThan(60_000);
  });

  it('names a hidden employer nowhere (kit test 6)', async () => {
    const now = await getEpisode(client, episode);
    const { items } = await kits();
    const { origin } = instance;
    const words = items
      .flatMap(({ pieces }) => pieces)
      .filter(({ state, fileName }) => state === 'ready' && /\.(txt|vtt|srt|html|svg)$/.test(fileName));
    const html = await textOf(now.pageUrl.fr!);
    const guests = [...html.matchAll(/href="([^"]*\/fr\/g\/[^"?]+)/g)].map(([, link]) => new URL(link!, origin).href);
    expect(guests).not.toHaveLength(0);
    const addresses = [
      ...[now.pageUrl.en!, now.pageUrl.fr!, show.feedUrl, `${origin}/sitemap.xml`, ...guests],
      ...[`${origin}/embed/${episode.id}`, `${origin}/oembed?url=${encodeURIComponent(now.pageUrl.en!)}`],
      `${origin}/en/search?q=Karim`,
      ...items.filter(({ personName }) => personName === 'Mélanie Côté').map(({ url }) => url),
      ...items.map(({ url }) => `${url}/kit.zip`),
      ...words.map(({ url }) => url),
    ];
    for (const address of addresses) expect(`${address} ${await textOf(address)}`).not.toMatch(/zorblax/i);
    const names = items.flatMap(({ pieces }) => pieces.flatMap(({ fileName, alt }) => [fileName, alt]));
    expect(names.join('\n')).not.toMatch(/zorblax/i);
    expect(parseRssFeed(await feed()).items).toHaveLength(1);
  });

  it('was never sent the same mail twice', async () => {
    const subjects = (await mailsTo(melanie)).map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  it('is in her producer’s hands: a wording of their own, a look as the guest, the kit once more (ux 4.11)', async () => {
    const { page: desk } = await openStudio(browser);
    await logIn(desk, instance);
    await desk.goto(`${instance.origin}/studio/shows/${show.id}/episodes/${episode.id}/kit`);
    const kit = desk.getByRole('region', { name: 'Mélanie Côté' });
    await kit.getByText(/The kit was sent/).waitFor();
    await kit.getByRole('button', { name: 'Texts' }).click();
    await kit.getByLabel('Text for Mélanie').fill('Mes mots à moi.');
    await kit.getByRole('button', { name: 'Keep this wording' }).click();
    await kit.getByText('Your wording').waitFor();
    const look = (await kit.getByRole('link', { name: 'View as Mélanie' }).getAttribute('href'))!;
    const seen = await textOf(look);
    expect(seen).toContain('Mes mots à moi.');
    expect(seen).not.toContain('method="post"');
    const sent = async () => (await mailsTo(melanie)).filter(({ subject }) => /partager/.test(subject)).length;
    const before = await sent();
    await kit.getByRole('button', { name: 'Send the kit again' }).click();
    await kit.getByRole('button', { name: 'Undo' }).click();
    await kit.getByText(/The kit was sent/).waitFor();
    await kit.getByRole('button', { name: 'Send the kit again' }).click();
    await kit.getByText(/The kit goes out to/).waitFor();
    await until(async () => (await sent()) > before, 120);
    expect(await sent()).toBe(before + 1);
    await desk.context().close();
  });
});
