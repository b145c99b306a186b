import { jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { components } from '../../apps/studio/src/api/schema.js';
import { launchBrowser } from '../browser.js';
import { type ApiClient, type Episode, openClient, ownerEnv, type Show, take } from './client.js';
import { makeRecording } from './client-recordings.js';
import { at, getEpisode, makeDraft, makeShow, publish, upload, waitForSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';

jest.setTimeout(600_000);

type Highlights = components['schemas']['Highlights'];
const path = '/api/v1/shows/{showId}/episodes/{episodeId}' as const;
const guestMail = 'eve@example.org';
const said = {
  welcome: 'Welcome to the show, thank you for coming.',
  trust: "You don't earn trust with a logo, you earn it with a date you keep.",
  charts: 'We removed 12 charts in one afternoon and nobody noticed for three months.',
};
const inFrench = 'On ne gagne pas la confiance avec un logo, on la gagne avec une date tenue.';
const time = (seconds: number) => `00:00:${String(seconds).padStart(2, '0')}.000`;
const cue = (from: number, to: number, who: string, text: string) =>
  `${time(from)} --> ${time(to)}\n<v ${who}>${text}\n`;
const vtt = `WEBVTT\n\n${[
  cue(0, 5, 'Paul Roy', said.welcome),
  cue(5, 13, 'Ève Côté', said.trust),
  cue(13, 22, 'Ève Côté', said.charts),
].join('\n')}`;

let instance: Instance;
let client: ApiClient;
let browser: Browser;
let phone: Page;
let show: Show;
let episode: Episode;

const text = async (url: string) => (await fetch(url)).text();
const status = async (url: string) => (await fetch(url)).status;
const highlights = () => take(client.api.GET(`${path}/highlights`, at(episode)));
const kit = async () => (await take(client.api.GET(`${path}/kits`, at(episode)))).items[0]!;
const mails = async () =>
  (await take(client.api.GET('/api/v1/mails'))).items
    .filter(({ to }) => to === guestMail)
    .sort((a, b) => b.sentAt.localeCompare(a.sentAt));
const pages = async () => Object.values((await getEpisode(client, episode)).pageUrl) as string[];

const divide = <T>(all: readonly T[], isFirst: (one: T) => boolean) =>
  [all.filter(isFirst), all.filter((one) => !isFirst(one))] as const;

async function step(kind: 'clip' | 'quote', id: string, given: 'pick' | 'drop'): Promise<Highlights> {
  const { params } = at(episode);
  const body = { step: given };
  return kind === 'clip'
    ? take(client.api.POST(`${path}/clips/{clipId}/steps`, { params: { path: { ...params.path, clipId: id } }, body }))
    : take(
        client.api.POST(`${path}/quotes/{quoteId}/steps`, { params: { path: { ...params.path, quoteId: id } }, body }),
      );
}

beforeAll(async () => {
  instance = await startInstance({ env: ownerEnv });
  client = openClient(instance.origin);
  await client.signIn();
  show = await makeShow(client, 'Marketing Without Detours');
  episode = await makeDraft(client, show, 'Dates, not logos');
  await upload(client, episode, makeRecording({ seconds: 26 }));
  expect((await waitForSound(client, episode)).state).toBe('done');
  const version = async () => (await getEpisode(client, episode)).working.versions;
  const people = [
    { name: 'Ève Côté', role: 'guest' as const, organisation: 'Atelier Nord', texts: [] },
    { name: 'Paul Roy', role: 'host' as const, texts: [] },
  ];
  await take(client.api.PUT(`${path}/people`, { ...at(episode), body: { version: (await version()).people, people } }));
  const { params } = at(episode);
  await take(
    client.api.PUT(`${path}/transcripts/{lang}`, {
      params: { path: { ...params.path, lang: 'en' } },
      body: { version: (await version()).transcripts, text: vtt },
    }),
  );
  browser = await launchBrowser();
  const context = await browser.newContext({
    ...{ locale: 'fr-CA', viewport: { width: 360, height: 740 }, javaScriptEnabled: false },
  });
  phone = await context.newPage();
  phone.setDefaultTimeout(30_000);
});
afterAll(async () => {
  await browser?.close();
  await instance?.remove();
});

describe('what a guest says, from a proposal to a refusal after the release', () => {
  let clipId: string;
  let quoteId: string;
  let secretUrl: string;
  let files: string[];

  it('is proposed with reasons, and picked in the studio', async () => {
    const { clips, quotes } = await take(client.api.POST(`${path}/highlights/propose`, at(episode)));
    const quote = quotes.find(({ original }) => original === said.trust)!;
    const [clip] = clips;
    expect([quote.reasons.includes('contrast'), clip!.reasons.length > 0]).toEqual([true, true]);
    [clipId, quoteId] = [clip!.id, quote.id];
    await step('clip', clipId, 'pick');
    await step('quote', quoteId, 'pick');
    const { params } = at(episode);
    const texts = [
      ...quote.texts.map(({ lang, text: words }) => ({ lang, text: words })),
      { lang: 'fr', text: inFrench },
    ];
    const now = (await highlights()).quotes.find(({ id }) => id === quoteId)!;
    await take(
      client.api.PATCH(`${path}/quotes/{quoteId}`, {
        params: { path: { ...params.path, quoteId } },
        body: { version: now.version, texts },
      }),
    );
  });

  it('is nowhere before the guest has agreed, also after the release', async () => {
    const personId = (await highlights()).people.find(({ name }) => name === 'Ève Côté')!.personId;
    const body = { personId, email: guestMail, locale: 'fr-CA' as const };
    ({ url: secretUrl } = await take(client.api.POST(`${path}/kits`, { ...at(episode), body })));
    const asked = await take(client.api.POST(`${path}/highlights/ask`, at(episode)));
    expect(asked.quotes.find(({ id }) => id === quoteId)!.state).toBe('asked');
    await until(async () => (await mails()).some(({ text: words }) => words.includes('/review')));
    await until(async () => (await getEpisode(client, episode)).blockers.length === 0);
    await publish(client, episode);
    await until(async () => (await text(show.feedUrl)).includes('<item>'));
    for (const url of await pages()) expect(await text(url)).not.toContain('id="in-short"');
    expect(await text(show.feedUrl)).not.toContain('podcast:soundbite');
    expect((await highlights()).files).toEqual([]);
  });

  it('is agreed to on a phone without a script, and is then on the page, in its data, in the feed and in the kit', async () => {
    await phone.goto(`${secretUrl}/review`);
    await phone.getByText('Il en reste 2').waitFor();
    const ask = (heading: RegExp) =>
      phone.locator('.ask').filter({ has: phone.getByRole('heading', { name: heading }) });
    const quote = ask(/Citation 1 sur 1/);
    expect(await quote.locator('blockquote', { hasText: inFrench }).isVisible()).toBe(true);
    for (const lang of ['en', 'fr']) await quote.locator(`[name="answer.${lang}"][value=approved]`).check();
    await quote.getByRole('button', { name: 'Enregistrer cette réponse' }).click();
    await phone.getByText('Il en reste une').waitFor();
    await ask(/Extrait 1 sur 1/)
      .locator('[name=answer][value=approved]')
      .check();
    await ask(/Extrait 1 sur 1/)
      .getByRole('button', { name: 'Enregistrer cette réponse' })
      .click();
    await phone.getByText('Tout a sa réponse').waitFor();

    const { fr, en } = (await getEpisode(client, episode)).pageUrl;
    await until(async () => (await text(en!)).includes('id="in-short"'));
    await until(async () => (await text(fr ?? en!)).includes('id="in-short"'));
    expect(await text(en!)).toContain('"@type":"Clip"');
    await until(async () => /<podcast:soundbite[^>]* duration="17/.test(await text(show.feedUrl)));
    const isReady = ({ state }: { state: string }) => state === 'ready';
    const ofIts = async () => (await kit()).pieces.filter(({ kind }) => kind.startsWith('clip') || kind === 'quote');
    // One film stands for all: encoding takes its time.
    await until(async () => {
      const [films, others] = divide(await ofIts(), ({ kind }) => kind === 'clip' || kind === 'clip-clean');
      return films.some(isReady) && others.length >= 7 && others.every(isReady);
    }, 400);
    const pieces = await ofIts();
    expect(
      pieces
        .filter(({ kind }) => kind === 'clip')
        .map(({ shape, lang }) => `${shape} ${lang}`)
        .sort(),
    ).toEqual([...['square en', 'story en', 'wide en']]);
    files = pieces.filter(isReady).map(({ url }) => new URL(url, instance.origin).href);
    for (const url of files) expect([url, await status(url)]).toEqual([url, 200]);
    expect(await text(secretUrl)).toContain(inFrench.slice(0, 40));
  });

  it('is taken back with the digits from a mail, and is gone everywhere within a minute (kit test 5)', async () => {
    const { api } = client;
    const isDone = async () => {
      const { quotes } = await highlights();
      return quotes.find(({ id }) => id === quoteId)!.state === 'refused';
    };
    await refuse(/Citation 1 sur 1/, ['answer.en', 'answer.fr']);
    await until(isDone);
    await refuse(/Extrait 1 sur 1/, ['answer']);
    const began = Date.now();
    const gone = async () => {
      for (const url of files) if ((await status(url)) !== 404) return false;
      for (const url of await pages()) {
        const html = await text(url);
        if (html.includes('id="in-short"') || html.includes(inFrench) || html.includes('"@type":"Clip"')) return false;
      }
      if ((await text(show.feedUrl)).includes('podcast:soundbite')) return false;
      if ((await text(secretUrl)).includes(inFrench.slice(0, 40))) return false;
      const { pieces } = await kit();
      return !pieces.some(({ kind }) => kind.startsWith('clip') || kind === 'quote');
    };
    await until(gone, 60);
    expect(Date.now() - began).toBeLessThan(60_000);
    const zip = Buffer.from(await (await fetch(`${secretUrl}/kit.zip`)).arrayBuffer()).toString('latin1');
    expect(zip).not.toMatch(/quote|clip/);
    const found = await text(`${instance.origin}/fr/search?q=${encodeURIComponent('confiance logo')}`);
    expect(found).not.toContain(inFrench);
    expect((await take(api.GET(`${path}/highlights`, at(episode)))).files).toEqual([]);
  });

  /** On the guest's page, with the code that the last mail brought. */
  async function refuse(heading: RegExp, names: readonly string[]): Promise<void> {
    const before = (await mails()).length;
    await phone.goto(`${secretUrl}/review`);
    const ask = phone.locator('.ask').filter({ has: phone.getByRole('heading', { name: heading }) });
    await ask.locator('summary').press('Enter'); // Answered: folded, and opened with a key.
    for (const name of names) await ask.locator(`[name="${name}"][value=refused]`).check();
    await ask.getByRole('button', { name: 'Enregistrer cette réponse' }).click();
    const code = phone.getByLabel('Code reçu par courriel');
    await code.waitFor();
    const codeIn = (mail: { text: string } | undefined) => /\b(\d{6})\b/.exec(mail?.text ?? '')?.[1];
    let digits: string | undefined;
    await until(async () => {
      const all = await mails();
      digits = all.length > before ? all.map(codeIn).find(Boolean) : undefined;
      return digits !== undefined;
    });
    await code.fill(digits!);
    await phone.getByRole('button', { name: 'Confirmer' }).click();
    await phone.getByText('Vous avez dit non : ce n’est pas utilisé.').first().waitFor();
  }
});
