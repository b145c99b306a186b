import { readFile } from 'node:fs/promises';
import { newId, system } from '#libs/kernel';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { aWebWorld, type WebWorld } from '../../apps/web/src/web.fixture.js';
import { launchBrowser } from '../browser.js';
import { anEpisode, anEvent, aShow, type EpisodeGiven } from '../factories/catalog.js';

/** Everything that public pages can show, served at the addresses that it names itself, and one browser. */
export interface Stage {
  world: WebWorld;
  browser: Browser;
  show: { id: string; slug: string };
  event: { id: string; slug: string };
  /** Forty-five minutes of sound with everything. */
  episodeId: string;
  talkId: string;
  /** Paths below a language. */
  paths: { home: string; show: string; episode: string; talk: string; event: string; guest: string; embed: string };
  close(): Promise<void>;
}

export const durationMs = 2_712_000;
/** Silence, MPEG-1 layer III at 32 kbit/s and 44.1 kHz: a browser plays it and seeks in it. */
const silence = Buffer.concat([Buffer.from([0xff, 0xfb, 0x10, 0x64]), Buffer.alloc(100)]);
/** What is said in forty-five minutes (`ux` 3.10). */
export const wordsAll = 6_750;
const cueMs = 4_000;

export async function openStage(): Promise<Stage> {
  const world = await aWebWorld({ atOwnOrigin: true });
  const browser = await launchBrowser();
  await world.storage.put('audio/long.mp3', Buffer.alloc(silence.length * 103_818, silence));
  await world.storage.put('video/talk.mp4', await readFile('test/recordings/talk-with-picture.mp4'));
  const show = await aShow(world.db, { language: 'fr-CA' });
  await putPicture(world, show.coverKey!);
  const event = await anEvent(world.db, show);
  const episodeId = await aFullEpisode(world, show.id);
  const talk = await anEpisode(world.db, { id: show.id } as never, {
    ...full,
    title: 'Table ronde : la mesure',
    eventId: event.id,
    room: 'Plénière',
    revision: {
      key: 'audio/long.mp3',
      durationMs,
      alternates: [{ kind: 'video', key: 'video/talk.mp4', bytes: 69_212 }],
    },
  });
  const slugOf = async (id: string) => {
    const [row] = await world.db.query('select slug from episode_addresses where episode_id = $1 and lang = $2', [
      id,
      'fr',
    ]);
    return row.slug as string;
  };
  return {
    world,
    browser,
    show,
    event,
    episodeId,
    talkId: talk.id,
    paths: {
      home: '',
      show: `/${show.slug}`,
      episode: `/${show.slug}/${await slugOf(episodeId)}`,
      talk: `/e/${event.slug}/${await slugOf(talk.id)}`,
      event: `/e/${event.slug}`,
      guest: '/g/melanie-roy',
      embed: `/embed/${episodeId}`,
    },
    async close() {
      await browser.close();
      await world.close();
    },
  };
}

/** A page in a context of its own, on a phone unless said otherwise; what goes wrong in it is collected. */
export async function openPage(
  { browser }: Stage,
  given: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext; problems: string[] }> {
  const context = await browser.newContext({ locale: 'fr-CA', viewport: { width: 360, height: 640 }, ...given });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} ${message.location().url}`);
  });
  return { page, context, problems };
}

/** The content policy forbids what the browser driver's own waiting would do in the page, so it is asked again and again. */
export async function until(page: Pick<Page, 'evaluate'>, expression: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await page.evaluate(expression)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never true: ${expression}`);
}

const full: EpisodeGiven = {
  title: 'Des dates plutôt que des logos : ce que l’attribution change',
  language: 'fr',
  chapters: '00:00 Bonjour\n05:00 La mesure\n10:00 Ce qui change\n31:20 La suite',
  people: [
    {
      name: 'Mélanie Roy',
      role: 'guest',
      organisation: 'Boréale',
      texts: [{ lang: 'fr', title: 'Directrice', disclaimer: 'Propos personnels.' }],
    },
  ] as never,
  texts: [
    {
      lang: 'fr',
      title: 'Des dates plutôt que des logos : ce que l’attribution change',
      summary: 'Pourquoi une date en dit plus long sur une campagne qu’un logo.',
      notes: 'Lire [l’article](https://example.org/article).',
      takeaways: [
        { text: 'Une date oblige à choisir ce que l’on mesure.', atMs: 250_000 },
        { text: 'Un logo ne prouve rien.', atMs: 600_000 },
        { text: 'La suite se prépare avant la campagne.', atMs: 1_880_000 },
      ],
    },
    { lang: 'en', title: 'Dates instead of logos', summary: 'Why a date says more.', notes: '' },
  ],
};

async function aFullEpisode(world: WebWorld, showId: string): Promise<string> {
  const draft = await anEpisode(world.db, { id: showId } as never, {
    ...full,
    state: 'draft',
    startHereMs: 600_000,
    revision: { key: 'audio/long.mp3', bytes: silence.length * 103_818, durationMs },
  });
  const { version } = (await world.catalog.desk.get(system, showId, draft.id)) as unknown as { version?: number };
  const at = { showId, episodeId: draft.id, lang: 'fr', version: version ?? 1 };
  await world.catalog.transcripts.replace(system, at, { text: captionsOf(sentences()) });
  await world.catalog.publishing.publish(system, showId, draft.id);
  for (const [startMs, endMs, title] of [
    [250_000, 280_000, 'Ce que dit une date'],
    [600_000, 640_000, 'Un logo ne prouve rien'],
  ])
    await world.db.query(
      `insert into clips (id, episode_id, start_ms, end_ms, language, texts, state, uses)
       values ($1, $2, $3, $4, 'fr', $5, 'approved', '{"page":true}')`,
      [newId(), draft.id, startMs, endMs, JSON.stringify([{ lang: 'fr', title }])],
    );
  return draft.id;
}

/** Ordinary sentences of ten words. */
function sentences(): string[] {
  const nouns = 'date logo mesure campagne question image parole chiffre preuve année salle voix'.split(' ');
  return Array.from({ length: wordsAll / 10 }, (_, i) => {
    const noun = (n: number) => nouns[(i * 7 + n * 5 + ((i * i) % 11)) % nouns.length]!;
    return `Phrase ${i + 1} où une ${noun(1)} change la ${noun(2)} d’une ${noun(3)}.`;
  });
}

/** One sentence a caption of four seconds, two people in turn. */
export function captionsOf(said: readonly string[]): string {
  const stamp = (ms: number) => new Date(ms).toISOString().slice(11, 23);
  const cues = said.map(
    (text, i) =>
      `${stamp(i * cueMs)} --> ${stamp((i + 1) * cueMs)}\n<v ${i % 40 < 20 ? 'Mélanie Roy' : 'Ève'}>${text}\n`,
  );
  return `WEBVTT\n\n${cues.join('\n')}`;
}

export async function putPicture(world: WebWorld, key: string): Promise<void> {
  for (const width of [96, 320, 640, 1400]) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="#1d3b53"/><circle cx="62" cy="40" r="26" fill="#e8a23d"/><rect y="70" width="100" height="30" fill="#c0341a"/></svg>`;
    const bytes = await sharp(Buffer.from(svg)).resize(width, width).jpeg({ quality: 80 }).toBuffer();
    await world.storage.put(key.replace('.jpg', `-${width}.jpg`), bytes);
  }
}
