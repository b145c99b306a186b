import type { Browser, Page } from 'playwright-core';
import { toTimeline } from '#libs/ffmpeg';
import { system } from '#libs/kernel';
import { launchBrowser } from '../../../../test/browser.js';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aRevision } from '../../../../test/factories/media.js';
import { qrSvg } from '../embed/qr-code.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

/** Silence, MPEG-1 layer III at 128 kbit/s and 44.1 kHz: 60 s that a browser plays and seeks in. */
const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]);
const bytes = Buffer.concat(Array.from({ length: 2297 }, () => frame));
const durationMs = 60_000;
const findings = [
  { kind: 'muffled', startMs: 0, endMs: 30_000, measure: {}, weight: 'problem', isMended: false },
  { kind: 'clipped', startMs: 40_000, endMs: 41_000, measure: {}, weight: 'problem', isMended: false },
];

const noteOf = (html: string) => /<aside class="sound-note".*?<\/aside>/.exec(html)?.[0];

describe('an episode whose sound was weak, and then cut', () => {
  let world: WebWorld;
  let browser: Browser;
  let page: Page;
  let path: string;
  let read: (lang: 'en' | 'fr', query?: string) => Promise<string>;

  beforeAll(async () => {
    world = await aWebWorld();
    browser = await launchBrowser();
    await world.storage.put('audio/real.mp3', bytes);
    const show = await aShow(world.db);
    const made = {
      key: 'audio/real.mp3',
      bytes: bytes.length,
      durationMs,
      originalKey: 'original/a',
      report: { findings },
    };
    const revision = { ...made, timeline: toTimeline(durationMs) };
    const episode = await anEpisode(world.db, show, {
      title: 'Parler clair',
      revision,
      chapters: '00:00 Un\n00:40 Deux',
    });
    const [{ slug }] = await world.db.query('select slug from episode_addresses where episode_id = $1', [episode.id]);
    path = `${show.slug}/${slug}`;
    read = async (lang, query = '') => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return (await world.get(`/${lang}/${path}${query}`)).body;
    };
    expect(noteOf(await read('fr'))).toBeUndefined();

    const cut = await aRevision(world.db, show.id, {
      ...made,
      recordingId: episode.recordingId!,
      number: 2,
      durationMs: 50_000,
      timeline: toTimeline(durationMs, [{ startMs: 0, endMs: 10_000 }]),
    });
    await world.catalog.episodeMedia.attachRevision(cut.recordingId, cut.revisionId);
    const form = { version: 1, own: {}, only: null, leave: [], cuts: [], noteShown: true };
    await world.catalog.episodeSound.save(system, show.id, episode.id, form);
    await world.catalog.publishing.update(system, show.id, episode.id);
    page = await browser.newPage();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const position = () => page.evaluate(`document.querySelector('audio').currentTime`) as Promise<number>;
  const until = async (expression: string): Promise<void> => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await page.evaluate(expression)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`never true: ${expression}`);
  };

  it('says so in both languages, in the time of what is heard, with a way past it', async () => {
    expect(noteOf(await read('fr'))).toMatch(
      /Jusqu’à 0:20, le son est étouffé[^<]*<a href="\?t=20&amp;r=2" data-go="20">Passer à 0:20/,
    );
    expect(noteOf(await read('en'))).toMatch(
      /Until 0:20 the sound is muffled[^<]*<a href="\?t=20&amp;r=2" data-go="20">Skip to 0:20/,
    );
  });

  it('begins there without any script, and an old link at the same words', async () => {
    const source = async (query: string) => /<audio[^>]* src="([^"]+)"/.exec(await read('fr', query))?.[1];
    expect(await source('?t=20&r=2')).toMatch(/mp3#t=20$/);
    expect(await source('?t=40')).toMatch(/mp3#t=30$/);
    expect(await source('?t=40&r=1')).toMatch(/mp3#t=30$/);
    for (const odd of ['?t=5', '?t=-5', '?t=x', '?t=999999', '?t[]=1', `?t=${'9'.repeat(300)}`, '?r=2'])
      expect([odd, await source(odd)]).toEqual([odd, expect.stringMatching(/mp3$/)]);
  });

  it('moves its chapters along and gives their links its version', async () => {
    const html = await read('fr');
    expect(html.includes('href="?t=30&amp;r=2" data-at="30"')).toBe(true);
    expect(html.includes('?t=30&r=2"}')).toBe(true);
  });

  it('goes on with a phone at the same words', async () => {
    await page.goto(`${world.origin}/fr/${path}?t=20&r=2`);
    await page.click('.listen-in > summary');
    const [code] = await Promise.all([
      page.waitForResponse((answer) => answer.url().includes('/qr.svg')),
      page.click('.on-phone > summary'),
    ]);
    expect(await page.textContent('.on-phone p')).toContain('0:20');
    expect(await code.text()).toBe(await qrSvg(`http://localhost:3000/fr/${path}?t=20&r=2`));
  });

  it('is skipped to by the player, which maps old links as well', async () => {
    await page.goto(`${world.origin}/fr/${path}`);
    await page.click('[data-go]');
    await until(`document.querySelector('audio').currentTime > 20`);
    expect(await position()).toBeLessThan(25);
    expect(page.url()).toMatch(/\?t=20&r=2$/);
    await page.goto(`${world.origin}/fr/${path}?t=50`);
    expect(await page.textContent('[data-now]')).toBe('0:40');
    await page.goto(`${world.origin}/fr/${path}?t=50&r=2`);
    expect(await page.textContent('[data-now]')).toBe('0:50');
    await page.goto(`${world.origin}/fr/${path}#t=50`);
    expect(await page.textContent('[data-now]')).toBe('0:40');
  });
});
