import type { Page } from 'playwright-core';
import { openWholeSite, publicTemplates, secretTemplates, type WholeSite } from './whole-site.js';

const templates = { ...publicTemplates, ...secretTemplates };
const withMedia = [
  ...['home', 'show', 'ways to follow', 'episode', 'talk', 'teaser', 'guest', 'tag', 'event', 'search with hits'],
  ...['embed', 'kit after the release', 'review', 'the guest’s own data'],
];
const screens = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 900 } };
/** ux 3.10; a frame on another site may not move at all. */
const most = (name: string) => (name === 'embed' ? 0 : 0.02);
/** So late come pictures and scripts: the page is drawn without them first. */
const lateMs = 250;

interface Shift {
  value: number;
  what: string[];
}

describe('a page that loads', () => {
  let site: WholeSite;
  beforeAll(async () => {
    site = await openWholeSite();
  }, 120_000);
  afterAll(() => site?.close());

  const openOn = async (screen: keyof typeof screens, name: string): Promise<Page> => {
    const context = await site.browser.newContext({ locale: 'fr-CA', viewport: screens[screen] });
    const page = await context.newPage();
    await page.addInitScript(`window.shifts = [];
      new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });`);
    await page.route(/\.(js|png|jpg|svg)$|\/m\/image\/|\/kit\//, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, lateMs));
      await route.continue();
    });
    await page.goto(site.world.origin + templates[name]!(site, 'fr'), { waitUntil: 'networkidle' });
    return page;
  };
  /** All that moved without anybody's doing, with what it was. */
  const shiftsIn = (page: Page) =>
    page.evaluate(`shifts.filter((each) => !each.hadRecentInput).map(({ value, sources }) => ({ value,
      what: sources.map(({ node }) => node?.nodeType === 1 ? node.outerHTML.slice(0, 90) : String(node?.data)) }))`) as Promise<
      Shift[]
    >;
  const expectSteady = (shifts: readonly Shift[], name: string) => {
    const sum = shifts.reduce((total, { value }) => total + value, 0);
    expect(sum > most(name) ? shifts : []).toEqual([]);
  };

  describe.each(['phone', 'desk'] as const)('on a %s', (screen) => {
    it.each(withMedia)('moves nothing while pictures, player and type arrive: %s', async (name) => {
      const page = await openOn(screen, name);
      // What is only fetched once it comes near keeps its place too.
      await page.evaluate(`(async () => {
        for (let top = 0; top < document.body.scrollHeight; top += innerHeight) {
          scrollTo({ top, behavior: 'instant' });
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        }
      })()`);
      await page.waitForLoadState('networkidle');
      expectSteady(await shiftsIn(page), name);
      await page.context().close();
    });
  });

  it('moves nothing when Play is pressed and the sound arrives, nor when a chapter begins', async () => {
    for (const name of ['episode', 'talk', 'embed']) {
      const page = await openOn('phone', name);
      await page.waitForSelector('.player.is-on');
      await page.evaluate('shifts.length = 0');
      // By script: a press of a finger would excuse what moves within half a second.
      await page.evaluate(`document.querySelector('[data-play]').click()`);
      for (let tries = 0; tries < 100; tries += 1) {
        if (await page.evaluate(`document.querySelector('[data-media]').currentTime > 0.5`)) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expectSteady(await shiftsIn(page), name);
      await page.context().close();
    }
  });

  it('shows the browser’s own controls in the place that is kept, where the script does not come', async () => {
    for (const name of ['episode', 'embed']) {
      const page = await site.browser.newPage({ viewport: screens.phone });
      await page.route(/\.js$/, (route) => route.abort());
      await page.goto(site.world.origin + templates[name]!(site, 'fr'));
      expect(await page.locator('[data-play]').first().isVisible()).toBe(false);
      await page.waitForSelector('audio[controls]', { state: 'visible' });
      await page.close();
    }
  });
});
