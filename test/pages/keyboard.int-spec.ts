import type { BrowserContext, Page } from 'playwright-core';
import { until } from './stage.js';
import { openWholeSite, publicTemplates, secretTemplates, type WholeSite } from './whole-site.js';

const templates = { ...publicTemplates, ...secretTemplates };
/** Of those in which something is worked with, not only read. */
const worked = [
  'episode',
  'talk',
  'embed',
  'search with hits',
  'kit after the release',
  'review',
  'the guest’s own data',
];

/** A stop of the Tab key. */
interface Stop {
  what: string;
  isShown: boolean;
  hasRing: boolean;
  isFree: boolean;
}

/** Where the focus is, whether one sees that, and whether something lies over it (WCAG 2.4.7, 2.4.11). */
const look = `(() => {
  const each = document.activeElement;
  if (!each || each === document.body) return null;
  const box = each.getBoundingClientRect();
  const near = [each, each.nextElementSibling, each.closest('label'), each.parentElement].filter(Boolean);
  // Inside of what the browser draws itself it draws the ring itself.
  const hasRing = each.matches('audio,video,[type=date]') || near.some((part) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(part);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  const [x, y] = [Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1), box.top + Math.min(box.height / 2, 20)];
  const top = document.elementFromPoint(x, y);
  const isFree = !!top && near.some((part) => part === top || part.contains(top) || top.contains(part));
  return { what: each.outerHTML.slice(0, 110), hasRing, isFree,
    isShown: box.bottom > 0 && box.top < innerHeight && each.checkVisibility({ visibilityProperty: true }) };
})()`;

describe('with the keyboard alone', () => {
  let site: WholeSite;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    site = await openWholeSite();
  }, 120_000);
  afterAll(() => site?.close());
  beforeEach(async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    context = await site.browser.newContext({ locale: 'fr-CA', viewport: { width: 1280, height: 800 }, permissions });
    page = await context.newPage();
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterEach(() => context.close());

  const open = async (name: string) => {
    await page.goto(site.world.origin + templates[name]!(site, 'fr'), { waitUntil: 'load' });
  };
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Presses Tab until the focus is on this. @throws when it comes by nowhere. */
  const tabTo = async (selector: string) => {
    for (let stops = 0; stops < 250; stops += 1) {
      await press('Tab');
      if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    }
    throw new Error(`Tab never came to ${selector}`);
  };
  const media = (what: string) => page.evaluate(`document.querySelector('[data-media]').${what}`);
  const isIn = (selector: string) =>
    page.evaluate(`document.activeElement.closest(${JSON.stringify(selector)}) !== null`);

  it.each(worked)(
    'shows where it is at every stop, in the order of what is read, and ends nowhere: %s',
    async (name) => {
      await open(name);
      const stops: Stop[] = [];
      await page.evaluate(`window.stopsInOrder = []`);
      for (let n = 0; n < 400; n += 1) {
        await press('Tab');
        const stop = (await page.evaluate(look)) as Stop | null;
        if (!stop) break;
        stops.push(stop);
        await page.evaluate(`stopsInOrder.push(document.activeElement)`);
      }
      expect(stops.length).toBeGreaterThan(3);
      expect(stops.filter(({ isShown, hasRing, isFree }) => !(isShown && hasRing && isFree))).toEqual([]);
      const isOrdered = `stopsInOrder.every((each, i) => i === 0 || stopsInOrder[i - 1] === each ||
      (stopsInOrder[i - 1].compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) > 0)`;
      expect(await page.evaluate(isOrdered)).toBe(true);
      // Behind the last stop is the browser again, not the same page once more.
      expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
    },
  );

  it('listens, finds its way, shares and reads along', async () => {
    await open('episode');
    await press('Tab', 'Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await tabTo('[data-play]');
    await press('Space');
    await until(page, `document.querySelector('[data-media]').currentTime > 0.2`);
    await press('k');
    expect(await media('paused')).toBe(true);
    await press('Shift+N', 'l');
    expect(await page.textContent('[data-now]')).toBe('5:10');
    await tabTo('[data-seek]');
    await press('PageUp', 'ArrowRight');
    expect(await page.textContent('[data-now]')).toBe('6:15');
    await tabTo('[data-speed]');
    await press('ArrowDown');
    expect(await media('playbackRate')).toBe(1.2);
    await tabTo('[data-share-now]');
    await press('Enter');
    await page.waitForSelector('dialog.share[open]');
    expect(await isIn('dialog.share')).toBe(true);
    expect(await page.evaluate('document.activeElement.value')).toBe('at');
    await page.waitForSelector('[name=share-what][value=heard]', { state: 'visible' });
    expect(await page.inputValue('[data-share-url]')).toMatch(/\?t=375$/);
    await press('ArrowDown');
    expect(await page.inputValue('[data-share-url]')).toContain('?t=344&end=376&');
    await press('ArrowUp');
    expect(await page.inputValue('[data-share-url]')).toMatch(/\?t=375$/);
    await press('Escape');
    expect(await page.evaluate(`document.activeElement.matches('[data-share-now]')`)).toBe(true);
    await press('?');
    await page.waitForSelector('[data-keys-dialog][open]');
    await press('Escape');
    expect(await isIn('[data-player]')).toBe(true);
    await tabTo('[data-find]');
    await page.keyboard.type('phrase 4 ');
    await press('Enter');
    expect((await page.textContent('[data-found]'))!.replaceAll(/\s/gu, ' ')).toMatch(/^1 sur \d/);
    await tabTo('#p-2 [data-go]');
    await press('Enter');
    await until(page, `!document.querySelector('[data-media]').paused`);
    expect(new URL(page.url()).searchParams.get('t')).toMatch(/^\d+$/);
  });

  it('takes a text from the kit, for one network and another, and goes to what is asked', async () => {
    await open('kit after the release');
    const text = () => page.inputValue('#post');
    await tabTo('[name=for]');
    const first = await text();
    // Over the blog and the mail, which are pages of their own, to a network whose text is swapped.
    await press('ArrowRight');
    expect(await page.locator('[data-kit-submit]').isVisible()).toBe(true);
    await press('ArrowRight', 'ArrowRight');
    await until(page, `document.querySelector('#post').value !== ${JSON.stringify(first)}`);
    expect(await page.locator('[data-kit-submit]').isVisible()).toBe(false);
    await tabTo('[name=length]');
    await press('ArrowRight');
    await tabTo('#post');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Bonne écoute.');
    await tabTo('[data-kit-copy]');
    await press('Enter');
    await until(
      page,
      `document.querySelector('[data-kit-copy]').textContent === document.querySelector('[data-kit-copy]').dataset.copied`,
    );
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await text());
    expect(await text()).toMatch(/ Bonne écoute\.$/);
    await tabTo('[data-copy]');
    await press('Enter');
    await until(
      page,
      `document.querySelector('[data-copy]').textContent === document.querySelector('[data-copy]').dataset.copied`,
    );
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain(site.world.origin);
    await page.focus('[name=for]:checked');
    await press('ArrowLeft', 'ArrowLeft');
    await Promise.all([page.waitForURL(/for=blog/), press('Enter')]);
    await tabTo('[data-kit-copy="#blog-html"]');
    await press('Enter');
    await until(
      page,
      `document.querySelector('[data-kit-copy]').textContent === document.querySelector('[data-kit-copy]').dataset.copied`,
    );
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('</a>');
  });

  it('goes from the kit to what waits, answers, and is told so', async () => {
    await open('kit before the release');
    await tabTo('a[href*="/review"]');
    await Promise.all([page.waitForURL(/\/review/), press('Enter')]);
    await tabTo('form input[type=radio]');
    await press('Space');
    await tabTo('form button');
    await Promise.all([page.waitForURL(/saved=/), press('Enter')]);
    expect(await page.locator('main').textContent()).toContain('1 à valider');
  });
});
