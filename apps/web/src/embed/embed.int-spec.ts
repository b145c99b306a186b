import { readFile } from 'node:fs/promises';
import type { Browser, Frame, Page } from 'playwright-core';
import sharp from 'sharp';
import { type Episode, type Show } from '#libs/catalog';
import { newId, system } from '#libs/kernel';
import { launchBrowser } from '../../../../test/browser.js';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { until as settle } from '../../../../test/journeys/processes.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';
import { aBlog, type Blog } from './word-press.fixture.js';

/** Silence, MPEG-1 layer III at 128 kbit/s and 44.1 kHz. */
const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]);
const durationMs = 720_000;
const bytes = Buffer.concat(Array.from({ length: Math.ceil((durationMs / 1000) * 38.28125) }, () => frame));

describe('the player on other sites', () => {
  let world: WebWorld;
  let blog: Blog;
  let browser: Browser;
  let page: Page;
  let show: Show;
  let episode: Episode;
  let url: string;
  let problems: string[];

  const aPicturedShow = async (): Promise<Show> => {
    const made = await aShow(world.db);
    const background = { width: 320, height: 320, channels: 3 as const, background: '#1d3b53' };
    const picture = await sharp({ create: background }).jpeg().toBuffer();
    for (const width of [96, 320, 640, 1400])
      await world.storage.put(made.coverKey!.replace('.jpg', `-${width}.jpg`), picture);
    return made;
  };
  const slugOf = async (id: string) =>
    (await world.db.query('select slug from episode_addresses where episode_id = $1', [id]))[0].slug as string;
  const oembed = (of: string, query = '') => world.get(`/oembed?url=${encodeURIComponent(of)}${query}`);
  const json = async (of: string, query = '') => JSON.parse((await oembed(of, query)).body) as Record<string, unknown>;
  const make = (given: Parameters<typeof anEpisode>[2] = {}) =>
    anEpisode(world.db, show, {
      title: 'Des dates plutôt que des logos : « ce que l’attribution change »',
      revision: { key: 'audio/real.mp3', bytes: bytes.length, durationMs },
      people: [
        {
          name: 'Mélanie Roy',
          role: 'guest',
          organisation: 'Boréale',
          texts: [{ lang: 'fr', title: 'Directrice', disclaimer: 'Propos personnels.' }],
        },
      ] as never,
      ...given,
    });

  beforeAll(async () => {
    world = await aWebWorld({ atOwnOrigin: true });
    blog = await aBlog();
    browser = await launchBrowser();
    await world.storage.put('audio/real.mp3', bytes);
    show = await aPicturedShow();
    episode = await make({ chapters: '00:00 Bonjour\n05:00 La mesure\n10:00 La suite' });
    url = `${world.origin}/fr/${show.slug}/${await slugOf(episode.id)}`;
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await blog?.close();
    await world?.close();
  });
  beforeEach(async () => {
    problems = [];
    page = await browser.newPage({ viewport: { width: 800, height: 900 } });
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
  });
  afterEach(async () => {
    await page.close();
    expect(problems).toEqual([]);
  });

  const until = async (of: Frame | Page, expression: string): Promise<void> => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await of.evaluate(expression)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`never true: ${expression}`);
  };
  /** A film of ten minutes that is written down in French. */
  const aFilm = async (): Promise<{ id: string; url: string }> => {
    await world.storage.put('video/talk.mp4', await readFile('test/recordings/talk-with-picture.mp4'));
    const alternates = [{ kind: 'video' as const, key: 'video/talk.mp4', bytes: 69_212 }];
    const { id } = await make({ revision: { key: 'audio/real.mp3', bytes: bytes.length, durationMs, alternates } });
    const desk = await world.catalog.desk.get(system, show.id, id);
    const at = { showId: show.id, episodeId: id, lang: 'fr', version: desk.working.versions.transcripts };
    const text = 'WEBVTT\n\n00:00:00.000 --> 00:00:05.000\nUne date.\n';
    await world.catalog.transcripts.replace(system, at, { text });
    await world.catalog.publishing.update(system, show.id, id);
    return { id, url: `${world.origin}/fr/${show.slug}/${await slugOf(id)}` };
  };
  const open = async (pasted: string, query?: Record<string, string>): Promise<Frame> => {
    const post = await blog.post(pasted, query);
    await page.goto(post!.url);
    const inner = page.frames().find((each) => each.url().includes('/embed/'))!;
    await inner.waitForSelector('.player.is-on');
    return inner;
  };

  it('plays in a post of WordPress, and begins at 10:00 where the pasted address says so', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const inner = await open(`${url}?t=600`);
    expect(await inner.evaluate('self.origin')).toBe('null');
    expect(await inner.textContent('[data-now]')).toBe('10:00');
    expect(asked.filter((each) => each.includes('.mp3'))).toEqual([]);
    await inner.click('[data-play]');
    await until(inner, `document.querySelector('audio').currentTime > 600.2`);
    expect(await inner.evaluate(`document.querySelector('audio').currentTime`)).toBeLessThan(605);
    expect(asked.filter((each) => new URL(each).origin === world.origin).length).toBeLessThanOrEqual(5);
  });

  it('says its height where it shows chapters, and not where it has 152 px', async () => {
    const large = await open(url);
    await until(page, 'told.length > 0');
    const told = (await page.evaluate('told')) as [string, number][];
    expect(told.every(([message, value]) => message === 'height' && value >= 200 && value <= 1000)).toBe(true);
    expect(await page.locator('iframe').evaluate((each) => (each as { clientHeight?: number }).clientHeight)).toBe(232);
    expect(await large.locator('.chapters').isVisible()).toBe(true);
    const small = await open(url, { maxheight: '180' });
    expect(await small.locator('.chapters').isVisible()).toBe(false);
    await small.click('[data-skip="10"]');
    expect(await page.evaluate('told')).toEqual([]);
  });

  it('leads the reader to the episode’s page through the blog, at that moment', async () => {
    const inner = await open(`${url}?t=600`);
    await inner.click('h1 a');
    await page.waitForURL(/127\.0\.0\.1:\d+\/fr\//);
    expect(page.url()).toBe(`${url}?t=600`);
  });

  it('leads there through the blog also when the show got a host name of its own', async () => {
    const hosted = await aPicturedShow();
    const revision = { key: 'audio/real.mp3', bytes: bytes.length, durationMs };
    const path = `/fr/${hosted.slug}/${await slugOf((await anEpisode(world.db, hosted, { revision })).id)}`;
    const post = await blog.post(`${world.origin}${path}?t=600`);
    await world.catalog.showPage.save(system, hosted.id, { version: 1, host: 'radio.localhost' });
    await world.catalog.showPage.activateHost(system, hosted.id);
    await settle(async () => (await world.get(path)).status === 301);
    const there = world.origin.replace('127.0.0.1', 'radio.localhost') + path;
    await page.goto(post!.url);
    const inner = page.frames().find((each) => each.url().includes('/embed/'))!;
    await inner.waitForSelector('.player.is-on');
    expect(await inner.getAttribute('h1 a', 'href')).toBe(`${there}?t=600`);
    await inner.click('.about summary');
    expect(await inner.locator('.address').textContent()).toBe(there);
    await inner.click('.about a');
    await page.waitForURL(there);
    await page.goBack();
    await page
      .frames()
      .find((each) => each.url().includes('/embed/'))!
      .click('h1 a');
    await page.waitForURL(`${there}?t=600`);
  });

  it('says nothing of the highlights at the end of one passage', async () => {
    const { id } = await make();
    for (const [startMs, endMs] of [
      [60_000, 62_000],
      [90_000, 95_000],
    ])
      await world.db.query(
        `insert into clips (id, episode_id, start_ms, end_ms, language, texts, state, uses)
         values ($1, $2, $3, $4, 'fr', '[{"lang":"fr","title":"Une date"}]', 'approved', '{"page":true}')`,
        [newId(), id, startMs, endMs],
      );
    await page.goto(`${world.origin}/embed/${id}?lang=fr&t=60&end=62`);
    await page.waitForSelector('.player.is-on');
    expect(await page.textContent('[data-about]')).toContain('"highlights"');
    await page.click('[data-play]');
    await until(page, `document.querySelector('audio').currentTime >= 62 && document.querySelector('audio').paused`);
    expect(await page.textContent('[data-said]')).toBe('');
  });

  it('has every control of a film within reach of the keyboard, in the smallest frame too', async () => {
    const { id } = await aFilm();
    for (const [width, height] of [
      [640, 360],
      [280, 158],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(`${world.origin}/embed/${id}?lang=fr`);
      await page.waitForSelector('.player.is-on');
      const reached: string[] = [];
      while (!reached.includes('')) {
        await page.keyboard.press('Tab');
        reached.push(
          (await page.evaluate(`(({ activeElement: at }) => {
            if (at === document.body) return '';
            const { left, right, top, bottom } = at.getBoundingClientRect();
            const isSeen = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
            const name = at.ariaLabel ?? at.labels?.[0]?.textContent ?? at.localName;
            return at.closest('.player') && !isSeen ? name + ' (cut)' : name;
          })(document)`)) as string,
        );
      }
      expect(reached).toEqual(expect.arrayContaining(['Lire', 'Position', 'Volume', 'Sous-titres', 'Plein écran']));
      expect(reached.filter((each) => each.endsWith('(cut)'))).toEqual([]);
    }
    await page.focus('[data-play]');
    await page.keyboard.press('m');
    await until(page, `document.querySelector('[data-volume]').value === '0'`);
    await page.keyboard.press('f');
    await until(page, `document.fullscreenElement?.localName === 'video'`);
  });

  it('shows a film’s captions in a post of WordPress, and no button that the post does not allow', async () => {
    const { url: film } = await aFilm();
    const inner = await open(film);
    await inner.click('[data-captions]');
    await until(inner, `document.querySelector('video').textTracks[0].cues?.length === 1`);
    expect(await inner.getAttribute('[data-captions]', 'aria-pressed')).toBe('true');
    expect(await inner.locator('[data-full]').isVisible()).toBe(false);
    await inner.click('[data-play]');
    await until(inner, `document.querySelector('video').currentTime > 0`);
  });

  it('shows disclaimers and its address as text under the “i”', async () => {
    const inner = await open(url);
    expect(await inner.getByText('Propos personnels.').isVisible()).toBe(false);
    await inner.click('.about summary');
    expect(await inner.getByText('Propos personnels.').isVisible()).toBe(true);
    expect(await inner.locator('.address').textContent()).toBe(url);
  });

  it('answers as oEmbed 1.0 says: one bare iframe with what WordPress keeps, and within the width', async () => {
    const answer = await json(url, '&format=json&maxwidth=500&maxheight=1000');
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 500, height: 232, provider_name: 'Estrade' });
    expect(answer['html']).toMatch(
      /^<iframe src="[^"]+" width="500" height="232" frameborder="0" scrolling="no" title="[^"]+"><\/iframe>$/,
    );
    expect(Object.keys(answer).filter((name) => name.startsWith('thumbnail')).length % 3).toBe(0);
    expect((await json(url, '&maxwidth=100'))['width']).toBe(280);
    expect((await json(url, '&maxheight=200'))['height']).toBe(152);
    expect((await json(`${url}?t=600&end=660`))['html']).toContain('?t=600&amp;end=660&amp;lang=fr-CA"');
    const { body, headers } = await oembed(url, '&format=xml');
    expect(headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(body).toMatch(/<oembed><version>1\.0<\/version>.*<html>&lt;iframe /s);
  });

  it.each([
    ['&format=yaml', 501],
    ['&format=json&format=xml', 501],
  ])('answers %s by %i', async (query, status) => {
    expect((await oembed(url, query)).status).toBe(status);
  });

  it('answers 404 for what is not here, and 401 for what is for subscribers', async () => {
    for (const unknown of [
      'https://evil.example/x',
      `${world.origin}/fr/${show.slug}/nothing`,
      `${world.origin}/fr`,
      '',
    ])
      expect([unknown, (await oembed(unknown)).status]).toEqual([unknown, 404]);
    const draft = await make({ state: 'draft', title: 'Brouillon' });
    expect((await world.get(`/embed/${draft.id}`)).status).toBe(404);
    expect((await oembed(`${world.origin}/embed/${draft.id}`)).status).toBe(404);
    const early = await make({ title: 'Avant tout le monde' });
    await world.db.query(`update episode_copies set subscribers_until = '2099-01-01' where episode_id = $1`, [
      early.id,
    ]);
    expect((await oembed(`${world.origin}/fr/${show.slug}/${await slugOf(early.id)}`)).status).toBe(401);
    expect((await world.get(`/embed/${early.id}`)).status).toBe(404);
  });

  it('lets any site frame it, keeps itself out of search engines, and takes no odd words', async () => {
    const { headers, body } = await world.get(`/embed/${episode.id}?lang=fr-fr&theme=dark`);
    expect(headers['content-security-policy']).toContain('frame-ancestors *');
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['x-robots-tag']).toBe('noindex');
    expect(headers['set-cookie']).toBeUndefined();
    expect(body).toContain('<html lang="fr-FR" dir="ltr" data-theme="dark">');
    const odd = await world.get(
      `/embed/${episode.id}?lang=${encodeURIComponent('"><script>')}&theme=x&t=-1&end=zz&lang=a`,
    );
    expect(odd.status).toBe(200);
    expect(odd.body).toContain('<html lang="fr-CA" dir="ltr">');
    const framable = await world.get(`/fr/${show.slug}/${await slugOf(episode.id)}`);
    expect(framable.headers['content-security-policy']).toContain(`frame-ancestors 'self'`);
  });

  it('plays by the browser’s own controls where no script runs', async () => {
    const bare = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 300, height: 152 } });
    const plain = await bare.newPage();
    await plain.goto(`${world.origin}/embed/${episode.id}?t=600`);
    expect(await plain.locator('audio[controls]').isVisible()).toBe(true);
    expect(await plain.getAttribute('audio', 'src')).toMatch(/#t=600$/);
    await bare.close();
  });

  it('announces before the release and becomes the player by itself', async () => {
    const coming = await make({ title: 'Bientôt', state: 'draft' });
    const at = new Date(world.clock.now().getTime() + 3_600_000);
    await world.db.query(
      `update episodes set is_announced = true, state = 'scheduled', scheduled_at = $2 where id = $1`,
      [coming.id, at],
    );
    await page.clock.install({ time: world.clock.now() });
    await page.goto(`${world.origin}/embed/${coming.id}?lang=fr`);
    expect(await page.textContent('.coming')).toMatch(/^À paraître/);
    expect(await page.locator('audio').count()).toBe(0);
    expect((await oembed(`${world.origin}/embed/${coming.id}`)).status).toBe(200);
    world.clock.forward(3_600_001);
    await page.clock.fastForward(3_602_000);
    await page.waitForSelector('.player.is-on');
  });

  it('draws a code that leads a phone to the page and the moment', async () => {
    const { status, headers, body } = await world.get(`/embed/${episode.id}/qr.svg?lang=fr&t=600`);
    expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml']);
    expect(body).toMatch(/^<svg[^>]+><rect [^>]+fill="#fff"\/><path fill="#1b1a22" d="M/);
    expect((await world.get(`/embed/${'0'.repeat(8)}-0000-7000-8000-000000000000/qr.svg`)).status).toBe(404);
  });
});
