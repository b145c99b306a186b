import type { BrowserContext, Page } from 'playwright-core';
import { openPage, openStage, type Stage, until } from './stage.js';

describe('transcript and sharing', () => {
  let stage: Stage;
  let page: Page;
  let context: BrowserContext;
  let problems: string[];
  let url: string;

  beforeAll(async () => {
    stage = await openStage();
    url = `${stage.world.origin}/fr${stage.paths.episode}`;
  }, 45_000);
  afterAll(() => stage?.close());
  beforeEach(async () => {
    ({ page, context, problems } = await openPage(stage, { viewport: { width: 1280, height: 800 } }));
  });
  afterEach(async () => {
    await context.close();
    expect(problems).toEqual([]);
  });

  const open = async (suffix = '', of = url) => {
    await page.goto(of + suffix);
    await page.waitForSelector('.player.is-on');
  };
  const at = () => page.evaluate(`document.querySelector('[data-media]').currentTime`) as Promise<number>;
  const marked = () =>
    page.evaluate(
      `[...document.querySelectorAll('mark')].map((each) => each.textContent).join(' ')`,
    ) as Promise<string>;
  /** Selects words of a paragraph, as a hand with a mouse does. */
  const choose = (paragraph: number, from: number, to: number) =>
    page.evaluate(`(() => {
      const p = document.querySelector('#p-${paragraph}');
      p.closest('details') && (p.closest('details').open = true);
      p.scrollIntoView({ block: 'center', behavior: 'instant' });
      const node = [...p.childNodes].findLast((each) => each.nodeType === 3);
      const words = [...node.data.matchAll(/\\S+/g)];
      document.getSelection().setBaseAndExtent(node, words[${from}].index + 1, node, words[${to}].index + 2);
    })()`);

  it('marks what is being said, and plays from a paragraph’s time', async () => {
    await open();
    await page.click('#p-3 [data-go]');
    await until(page, `document.querySelector('[data-media]').currentTime > 64`);
    expect(await page.getAttribute('#p-3', 'aria-current')).toBe('true');
    expect(page.url()).toBe(`${url}?t=64`);
  });

  it('goes along only until the reader scrolls, and comes back by one button', async () => {
    await open();
    await page.click('#p-1 [data-go]');
    await until(page, `!document.querySelector('[data-media]').paused`);
    await page.mouse.move(600, 400);
    await page.mouse.wheel(0, 900);
    await until(page, `!document.querySelector('[data-follow]').hidden`);
    await until(page, `window.was === scrollY || ((window.was = scrollY), false)`);
    const top = await page.evaluate('scrollY');
    await page.evaluate(`document.querySelector('[data-media]').currentTime = 70`);
    await until(page, `document.querySelector('#p-3').hasAttribute('aria-current')`);
    expect(await page.evaluate('scrollY')).toBe(top);
    await page.click('[data-follow]');
    await until(
      page,
      `(({ top, bottom }) => top > 0 && bottom < innerHeight)(document.querySelector('#p-3').getBoundingClientRect())`,
    );
    expect(await page.locator('[data-follow]').isVisible()).toBe(false);
  });

  it('finds words whatever their accents, counts them and goes through them', async () => {
    await open();
    await page.fill('[data-find]', 'phrase 300 OU');
    expect((await page.textContent('[data-found]'))!.replaceAll(/\s/gu, ' ')).toBe('0 sur 1');
    await page.press('[data-find]', 'Enter');
    expect((await page.textContent('[data-found]'))!.replaceAll(/\s/gu, ' ')).toBe('1 sur 1');
    expect(await page.evaluate(`CSS.highlights.get('found-now').size`)).toBe(1);
    expect(await page.locator('details.more-talk').getAttribute('open')).not.toBeNull();
    await page.fill('[data-find]', 'rien de tel');
    expect(await page.textContent('[data-found]')).toBe('Rien trouvé');
  });

  it('shares chosen words: who said them, when, and a link that marks exactly these words (L-10)', async () => {
    await open();
    await choose(5, 3, 9);
    const words = (await page.evaluate(
      `document.querySelector('#p-5').lastChild.data.trim().split(/\\s+/).slice(3, 10).join(' ')`,
    )) as string;
    await page.click('[data-passage]');
    await page.waitForSelector('dialog.share[open]');
    await until(page, `document.querySelector('[data-share-url]').value.includes('?t=')`);
    const link = await page.inputValue('[data-share-url]');
    const quote = (await page.textContent('[data-share-quote]'))!.replaceAll(/[\u00a0\u202f]/gu, ' ');
    expect(quote).toContain(`« ${words} »`);
    expect(quote).toMatch(/— (Mélanie Roy|Ève), « Des dates plutôt que des logos[^»]*», à \d+:\d\d$/);
    expect(link).toMatch(/\?t=[\d.]+&end=[\d.]+&w=3-9#p-5:~:text=/);
    const start = Number(new URL(link).searchParams.get('t'));
    const end = Number(new URL(link).searchParams.get('end'));
    // Ten words in four seconds; the third begins about where a third of the letters have been said.
    const begin = Number(await page.getAttribute('#p-5 [data-go]', 'data-go'));
    expect(start).toBeGreaterThan(begin);
    expect(start).toBeLessThan(begin + 3);
    expect(end).toBeGreaterThan(start);

    const again = await openPage(stage, { viewport: { width: 1280, height: 800 } });
    await again.page.goto(link);
    await again.page.waitForSelector('mark');
    expect(
      await again.page.evaluate(`[...document.querySelectorAll('mark')].map((each) => each.textContent).join(' ')`),
    ).toBe(words);
    expect(await again.page.evaluate(`document.querySelector('[data-media]').paused`)).toBe(true);
    await again.page.click('[data-play]');
    await until(again.page, `document.querySelector('[data-media]').currentTime > 1`);
    expect((await again.page.evaluate(`document.querySelector('[data-media]').currentTime`)) as number).toBeLessThan(
      start + 2,
    );
    await until(again.page, `document.querySelector('[data-media]').paused`);
    expect(
      Math.abs(((await again.page.evaluate(`document.querySelector('[data-media]').currentTime`)) as number) - end),
    ).toBeLessThan(0.6);
    await again.context.close();
  });

  it('begins a passage where its caption does, to 0.2 s, and marks words over two paragraphs', async () => {
    await open('?t=1&end=2&w=0-120#p-2');
    const first = (await page.evaluate(`document.querySelector('#p-2').textContent`)) as string;
    expect((await marked()).split(/\s+/)).toHaveLength(121);
    expect(first).toContain((await marked()).slice(0, 40));
    await open();
    await choose(2, 0, 4);
    await page.click('[data-passage]');
    await until(page, `document.querySelector('[data-share-url]').value.includes('?t=')`);
    const begin = Number(await page.getAttribute('#p-2 [data-go]', 'data-go'));
    const start = Number(new URL(await page.inputValue('[data-share-url]')).searchParams.get('t'));
    expect(Math.abs(start - begin)).toBeLessThanOrEqual(0.2);
  });

  it('shares what was just heard: half a minute, from a sentence’s begin to a sentence’s end', async () => {
    await open('?t=602');
    await page.click('[data-play]');
    await until(page, `document.querySelector('[data-media]').currentTime > 602.5`);
    await page.focus('[data-play]');
    await page.keyboard.press('k');
    await page.keyboard.press('s');
    await page.waitForSelector('dialog.share[open]');
    const heard = page.locator('label:has([value=heard])');
    await heard.waitFor();
    expect(((await heard.textContent()) ?? '').replaceAll(/\s+/gu, ' ')).toMatch(
      /Ce que je viens d’entendre \(9:\d\d à 10:0\d\)/,
    );
    await page.check('[value=heard]');
    const link = new URL(await page.inputValue('[data-share-url]'));
    // Sentences last four seconds here, and begin at full ones.
    expect(Number(link.searchParams.get('t')) % 4).toBe(0);
    expect(Number(link.searchParams.get('end')) % 4).toBe(0);
    expect(await page.textContent('[data-share-quote]')).toMatch(/Phrase \d+ où/);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(`document.activeElement.closest('[data-player]') !== null`)).toBe(true);
  });

  it('shares a moment by links alone: LinkedIn, mail, Mastodon on the reader’s own server', async () => {
    await open('?t=600');
    await page.click('[data-share-now]');
    await page.check('[value=at]');
    expect(await page.inputValue('[data-share-url]')).toBe(`${url}?t=600`);
    expect(await page.getAttribute('[data-share-linkedin]', 'href')).toBe(
      `https://www.linkedin.com/sharing/share-offsite/?url=${encodeURIComponent(`${url}?t=600`)}`,
    );
    expect(await page.getAttribute('[data-share-mail]', 'href')).toMatch(/^mailto:\?subject=Des%20dates.*%3Ft%3D600$/);
    await page.evaluate(`window.open = (...given) => { window.opened = given; }`);
    await page.click('.mastodon summary');
    await page.fill('#mastodon-host', 'javascript:alert(1)');
    await page.click('.mastodon button');
    expect(await page.evaluate('window.opened')).toBeUndefined();
    await page.fill('#mastodon-host', '@eve@mamot.example');
    await page.click('.mastodon button');
    expect(((await page.evaluate('window.opened[0]')) as string).slice(0, 34)).toBe(
      'https://mamot.example/share?text=D',
    );
    expect(await page.evaluate(`localStorage.getItem('mastodon')`)).toBe('mamot.example');
  });

  it('counts a share only when a guest’s link brought the reader', async () => {
    const beacons: string[] = [];
    page.on('request', (request) => request.url().endsWith('/s/count') && beacons.push(request.postData() ?? ''));
    await open();
    await page.evaluate(
      `document.querySelector('[data-share-linkedin]').addEventListener('click', (e) => e.preventDefault())`,
    );
    await page.click('[data-share-linkedin]');
    expect(beacons).toEqual([]);
    await open('?via=abcde');
    await page.evaluate(
      `document.querySelector('[data-share-linkedin]').addEventListener('click', (e) => e.preventDefault())`,
    );
    const sent = page.waitForRequest((request) => request.url().endsWith('/s/count'));
    await page.click('[data-share-linkedin]');
    await sent;
    expect(beacons[0]).toMatch(/^via=abcde&kind=share/);
    problems.length = 0;
  });

  it('offers apps of this device with the last choice first, and says what to do when nothing opens (L-11)', async () => {
    await context.close();
    ({ page, context, problems } = await openPage(stage, {
      userAgent: 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile',
    }));
    await open();
    await page.click('[data-listen] > summary');
    const names = () => page.locator('.listen-apps li:visible a').allTextContents();
    expect(await names()).toContain('AntennaPod');
    expect(await names()).not.toContain('Overcast');
    await page.evaluate(
      `document.querySelector('[data-app=podcastaddict] a').addEventListener('click', (e) => e.preventDefault())`,
    );
    await page.click('[data-app=podcastaddict] a');
    await page.waitForSelector('.listen-fallback:not(:empty)');
    await open('?t=600');
    await page.click('[data-listen] > summary');
    expect((await names())[0]).toBe('Podcast Addict');
    await page.click('.on-phone summary');
    await until(page, `document.querySelector('.on-phone img').naturalWidth > 0`);
    expect(await page.getAttribute('.on-phone img', 'src')).toMatch(/\/qr\.svg\?lang=fr&t=600$/);
    expect(await at()).toBe(0);
  });
});
