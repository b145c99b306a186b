import type { BrowserContext, Page } from 'playwright-core';
import { until } from './stage.js';
import { openWholeSite, publicTemplates, secretTemplates, type WholeSite } from './whole-site.js';

const templates = { ...publicTemplates, ...secretTemplates };
const phone = { width: 360, height: 740 };
/** A phone of some years ago counts this many times longer than a machine that builds. */
const slower = 4;
/** `ux` 3.10: from a touch or a key to the frame that shows what came of it. */
const mostMs = 100;

type Doings = (page: Page) => Promise<unknown>;

/** What single keys do in the player; a frame has no dialog for sharing. */
const play: Doings = async (page) => {
  await page.waitForSelector('.player.is-on');
  await page.tap('[data-play]');
  await until(page, `document.querySelector('[data-media]').currentTime > 0`);
  for (const key of ['l', '5', '>', 'm', 'Shift+N', 'k']) await page.keyboard.press(key);
};
const share: Doings = async (page) => {
  await play(page);
  await page.keyboard.press('s');
  await page.waitForSelector('dialog.share[open]');
  await page.keyboard.press('Escape');
};
const readAlong: Doings = async (page) => {
  await page.waitForSelector('.player.is-on');
  await page.tap('#p-3 [data-go]');
  await page.tap('details.more-talk > summary');
  await page.locator('[data-find]').pressSequentially('mesure');
};
const changeTheme: Doings = async (page) => {
  await page.tap('[data-theme-choice=dark]');
  await page.tap('[data-theme-choice=light]');
};
const writePost: Doings = async (page) => {
  await page.locator('textarea').first().pressSequentially('Une date');
  await changeTheme(page);
};

describe('how soon a page answers a hand, on a slow phone', () => {
  let site: WholeSite;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    site = await openWholeSite();
  }, 120_000);
  afterAll(() => site?.close());
  beforeEach(async () => {
    context = await site.browser.newContext({ locale: 'fr-CA', viewport: phone, hasTouch: true, isMobile: true });
    page = await context.newPage();
    await page.addInitScript(`window.answers = [];
      new PerformanceObserver((list) => answers.push(...list.getEntries().filter((each) => each.interactionId)
        .map((each) => [Math.round(each.duration), each.name, each.target?.outerHTML.slice(0, 80)])))
        .observe({ type: 'event', buffered: true, durationThreshold: 16 });`);
  });
  afterEach(() => context.close());

  /** The slowest answer of a visit, and to what. */
  const slowestOf = async (name: string, doings: Doings): Promise<[number, string, string]> => {
    await page.goto(site.world.origin + templates[name]!(site, 'fr'), { waitUntil: 'networkidle' });
    const wire = await context.newCDPSession(page);
    await wire.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await doings(page);
    await page.evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`);
    await wire.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await wire.detach();
    const answers = (await page.evaluate('answers')) as [number, string, string][];
    return answers.sort(([one], [other]) => other - one)[0] ?? [0, 'nothing', 'longer than a frame'];
  };

  it.each<[string, Doings]>([
    ['episode', share],
    ['episode', readAlong],
    ['talk', share],
    ['embed', play],
    ['show', changeTheme],
    ['guest', changeTheme],
    ['search with hits', changeTheme],
    ['kit after the release', writePost],
  ])(`within ${mostMs} ms, in: %s`, async (name, doings) => {
    // A busy machine says nothing about a page: the best of some visits counts.
    let best = await slowestOf(name, doings);
    for (let tries = 1; tries < 10 && best[0] > mostMs; tries += 1) {
      const again = await slowestOf(name, doings);
      if (again[0] < best[0]) best = again;
    }
    expect(best[0] > mostMs ? best : []).toEqual([]);
  });
});
