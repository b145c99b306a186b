import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from '../../../test/browser.js';
import { anEpisode, anEvent, aShow } from '../../../test/factories/catalog.js';
import { aWebWorld, type WebWorld } from './web.fixture.js';

/** 785 frames of silence, MPEG-1 layer III at 128 kbit/s and 44.1 kHz: 20.5 s that a browser plays and seeks in. */
const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]);
const bytes = Buffer.concat(Array.from({ length: 785 }, () => frame));
const durationMs = 20_506;

describe('public pages in a browser', () => {
  let world: WebWorld;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let url: string;
  let paths: string[];
  let problems: string[];

  beforeAll(async () => {
    world = await aWebWorld();
    browser = await launchBrowser();
    await world.storage.put('audio/real.mp3', bytes);
    const show = await aShow(world.db);
    const picture = await sharp({ create: { width: 640, height: 640, channels: 3, background: '#1d3b53' } })
      .jpeg()
      .toBuffer();
    for (const width of [96, 320, 640, 1400])
      await world.storage.put(show.coverKey!.replace('.jpg', `-${width}.jpg`), picture);
    const event = await anEvent(world.db, show);
    const given = {
      title: 'Parler clair',
      revision: { key: 'audio/real.mp3', bytes: bytes.length, durationMs },
      chapters: '00:00 Bonjour\n00:05 La mesure\n00:10 La suite',
      people: [
        {
          name: 'Mélanie Roy',
          role: 'guest',
          organisation: 'Boréale',
          texts: [{ lang: 'fr', title: 'Directrice', disclaimer: 'Propos personnels.' }],
        },
      ] as never,
    };
    const episode = await anEpisode(world.db, show, given);
    const talk = await anEpisode(world.db, show, {
      ...given,
      title: 'La mesure',
      eventId: event.id,
      room: 'Salle 517',
    });
    const slugOf = async (id: string) =>
      (await world.db.query('select slug from episode_addresses where episode_id = $1', [id]))[0].slug as string;
    const episodePath = `${show.slug}/${await slugOf(episode.id)}`;
    url = `${world.origin}/fr/${episodePath}`;
    paths = [
      '',
      `/${show.slug}`,
      `/${episodePath}`,
      `/e/${event.slug}`,
      `/e/${event.slug}/${await slugOf(talk.id)}`,
      '/g/melanie-roy',
      '/nowhere',
    ];
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });
  beforeEach(async () => {
    problems = [];
    context = await browser.newContext({ viewport: { width: 360, height: 640 } });
    page = await context.newPage();
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) problems.push(message.text());
    });
  });
  afterEach(async () => {
    await context.close();
    expect(problems).toEqual([]);
  });

  const position = () => page.evaluate(`document.querySelector('audio').currentTime`) as Promise<number>;
  const isPaused = () => page.evaluate(`document.querySelector('audio').paused`) as Promise<boolean>;
  /** The content policy forbids what the browser driver's own waiting would do in the page, so it is asked again and again. */
  const until = async (expression: string): Promise<void> => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await page.evaluate(expression)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`never true: ${expression}`);
  };
  const untilPlaying = () => until(`document.querySelector('audio').currentTime > 0.2`);

  it('fetches no sound before Play, then plays, and asks one host only', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(url);
    await page.waitForSelector('[data-play]');
    expect(asked.filter((each) => each.includes('.mp3'))).toEqual([]);
    await page.click('[data-play]');
    await untilPlaying();
    expect(asked.some((each) => each.endsWith('.mp3'))).toBe(true);
    expect(new Set(asked.map((each) => new URL(each).host)).size).toBe(1);
    expect(asked.length).toBeLessThanOrEqual(10);
    expect(await page.getAttribute('[data-play]', 'aria-label')).toBe('Pause');
  });

  it('shows Play and the title on the first screen of a phone', async () => {
    await page.goto(url);
    for (const selector of ['h1', '.people', '[data-play]']) {
      const box = (await page.locator(selector).boundingBox())!;
      expect(box.y + box.height).toBeLessThanOrEqual(640);
    }
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  it.each([
    ['?t=7', 7],
    ['?t=0m7s', 7],
    ['?t=0:07', 7],
    ['#t=7', 7],
    ['#t=7,9', 7],
    ['#chapter-2', 5],
    ['?t=nonsense', 0],
  ])('starts where %s says, without playing by itself', async (suffix, seconds) => {
    await page.goto(url + suffix);
    await page.waitForSelector('.player.is-on');
    expect(await page.inputValue('[data-seek]')).toBe(String(seconds));
    expect(await isPaused()).toBe(true);
    await page.click('[data-play]');
    await until(`document.querySelector('audio').currentTime > ${seconds + 0.1}`);
    expect(await position()).toBeLessThan(seconds + 4);
  });

  it('jumps by chapter links, tells the place to assistive technology, and stops at the end of a passage', async () => {
    await page.goto(url);
    await page.click('a[data-at="5"]');
    await until(`document.querySelector('audio').currentTime > 5`);
    expect(page.url()).toContain('?t=5');
    expect(await page.getAttribute('[data-seek]', 'aria-valuetext')).toMatch(
      /^\d+\ssecondes sur 2\d\ssecondes, chapitre 2\s: La mesure$/u,
    );
    expect(await page.getAttribute('a[data-at="5"]', 'aria-current')).toBe('true');
    await page.goto(`${url}?t=2&end=3`);
    await page.click('[data-play]');
    await until(`document.querySelector('audio').paused && document.querySelector('audio').currentTime >= 3`);
    expect(await position()).toBeLessThan(4);
  });

  it('obeys keys inside the player only, and not at all once they are switched off', async () => {
    await page.goto(url);
    await page.keyboard.press('k');
    expect(await isPaused()).toBe(true);
    await page.focus('[data-play]');
    await page.keyboard.press('l');
    expect(await page.inputValue('[data-seek]')).toBe('10');
    await page.keyboard.press('ArrowLeft');
    expect(await page.inputValue('[data-seek]')).toBe('0');
    await page.keyboard.press('5');
    expect(await page.inputValue('[data-seek]')).toBe('10');
    await page.focus('[data-seek]');
    await page.keyboard.press('ArrowRight');
    expect(await page.inputValue('[data-seek]')).toBe('15');
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+N');
    expect(await page.inputValue('[data-seek]')).toBe('5');
    await page.keyboard.press('?');
    await page.uncheck('[data-keys]');
    await page.keyboard.press('Escape');
    await page.focus('[data-play]');
    await page.keyboard.press('l');
    expect(await page.inputValue('[data-seek]')).toBe('5');
  });

  it('remembers the place on this device and forgets it with one button', async () => {
    await page.goto(url);
    await page.evaluate(
      `localStorage.setItem('place:' + document.querySelector('[data-player]').dataset.player, '12')`,
    );
    await page.reload();
    expect(await page.textContent('[data-resume]')).toContain('Vous en étiez à 0:12.');
    expect(await page.inputValue('[data-seek]')).toBe('12');
    await page.click('[data-forget]');
    expect(await page.evaluate('localStorage.length')).toBe(0);
    expect(await page.inputValue('[data-seek]')).toBe('0');
  });

  it('says in words what to do when the recording is gone', async () => {
    await page.route('**/*.mp3', (route) => route.fulfill({ status: 404 }));
    await page.goto(url);
    await page.click('[data-play]');
    await page.waitForSelector('.said.is-error');
    expect(await page.textContent('[data-said]')).toContain('remplacé');
  });

  it('plays with the browser’s own controls where no script runs', async () => {
    const bare = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } });
    const plain = await bare.newPage();
    await plain.goto(url);
    expect(await plain.locator('audio[controls]').isVisible()).toBe(true);
    expect(await plain.locator('[data-play]').isVisible()).toBe(false);
    await bare.close();
  });

  it('keeps the chosen theme, and the moment when the language is switched', async () => {
    await page.goto(`${url}?t=7`);
    await page.click('[data-theme-choice=dark]');
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(21, 20, 26)');
    await page.click('[data-keep-place]');
    await page.waitForURL(/\/en\//);
    expect(page.url()).toContain('?t=7');
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(21, 20, 26)');
  });

  it.each(['light', 'dark'] as const)(
    'has no accessibility problem on any page, in both languages, %s',
    async (theme) => {
      const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
      await page.emulateMedia({ colorScheme: theme });
      for (const lang of ['fr', 'en']) {
        for (const path of paths) {
          await page.goto(`${world.origin}/${lang}${path}`);
          const found = (await page.evaluate(
            `${axe};axe.run().then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' | ')))`,
          )) as string[];
          expect([lang, path, found]).toEqual([lang, path, []]);
        }
      }
    },
    60_000,
  );
});
