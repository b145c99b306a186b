import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Show } from '#libs/catalog';
import { system } from '#libs/kernel';
import { launchBrowser } from '../../../../test/browser.js';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

/** Silence, MPEG-1 layer III at 128 kbit/s and 44.1 kHz: four seconds. */
const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]);
const bytes = Buffer.concat(Array.from({ length: 154 }, () => frame));
const durationMs = 4_000;

const longTitle = 'Des dates plutôt que des logos : ce que l’attribution change vraiment à notre métier, là';
const person = (name: string, disclaimer = '') => ({
  ...{ name, role: 'guest' as const, organisation: 'Compagnie Boréale' },
  texts: [{ lang: 'fr', title: 'Directrice du marketing', disclaimer }],
});

describe('the page of an episode in a browser', () => {
  let world: WebWorld;
  let browser: Browser;
  let show: Show;
  let paths: Record<'one' | 'two' | 'many', string>;
  const opened: Page[] = [];

  const make = async (title: string, given: Parameters<typeof anEpisode>[2]): Promise<string> => {
    const revision = { key: 'audio/real.mp3', bytes: bytes.length, durationMs };
    const { id } = await anEpisode(world.db, show, { title, revision, ...given });
    const [{ slug }] = await world.db.query(
      "select slug from episode_addresses where episode_id = $1 and lang = 'fr'",
      [id],
    );
    return `/fr/${show.slug}/${slug}`;
  };
  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ locale: 'fr-CA', viewport: { width: 360, height: 640 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    opened.push(page);
    await page.goto(world.origin + path);
    return page;
  };

  beforeAll(async () => {
    world = await aWebWorld({ atOwnOrigin: true });
    browser = await launchBrowser();
    await world.storage.put('audio/real.mp3', bytes);
    show = await aShow(world.db);
    const form = { name: 'Sans budget', description: '', lang: 'fr', parts: 2 };
    const { id: seriesId } = await world.catalog.series.create(system, show.id, form);
    const texts = (title: string) =>
      (['fr', 'en'] as const).map((lang) => ({
        lang,
        title: `${title}${lang === 'en' ? ' (en)' : ''}`,
        summary: '',
        notes: '',
      }));
    const disclaimer = 'Ces propos n’engagent que moi.';
    paths = {
      one: await make('', {
        ...{
          texts: texts('La décision, vue de près'),
          seriesId,
          part: 1,
          startHereMs: 2_000,
          recordedOn: '2024-03-12',
        },
        people: [person('Mélanie Roy', disclaimer)] as never,
      }),
      two: await make('', { texts: texts('La suite'), seriesId, part: 2, chapters: '00:00 Bonjour\n00:02 Adieu' }),
      many: await make(longTitle, {
        ...{ startHereMs: 2_000, recordedOn: '2024-03-12' },
        people: [person('Jean-Christophe Tremblay-Lévesque'), person('Žofia'), person('Aline Roy')] as never,
      }),
    };
  }, 90_000);
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const bottomOf = async (page: Page, selector: string): Promise<number> => {
    const box = await page.locator(selector).first().boundingBox();
    return box ? box.y + box.height : Number.POSITIVE_INFINITY;
  };
  const until = async (page: Page, expression: string): Promise<void> => {
    await page.waitForFunction(expression, undefined, { polling: 50 });
  };

  it('shows title, who, language and length, Play and where it gets good on the first screen of a phone (L-01)', async () => {
    const page = await open(paths.one);
    for (const part of ['h1', '.person', '.title-then', '.disclaimer', '.what', '.play', '.start-here'])
      expect([part, (await bottomOf(page, part)) <= 640]).toEqual([part, true]);
    expect(await page.locator('.what').innerText()).toMatch(/^Entretien en français/);
    expect(await page.locator('.title-then').innerText()).toBe(
      'Directrice du marketing, Compagnie Boréale en mars 2024',
    );
    expect(await page.context().cookies()).toEqual([]);
  });

  it('keeps Play on it with a title of ninety characters and three guests', async () => {
    const page = await open(paths.many);
    expect(await bottomOf(page, '.play')).toBeLessThanOrEqual(640);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });

  it('keeps the moment in the other language, with a script and without', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open(`${paths.one}?t=3`, { javaScriptEnabled, locale: 'de' });
      await page.locator('.switch').click();
      await page.waitForURL(/\/en\//);
      expect([javaScriptEnabled, page.url().endsWith('?t=3')]).toEqual([javaScriptEnabled, true]);
      expect(await page.locator('h1').innerText()).toBe('La décision, vue de près (en)');
    }
  });

  it('offers the other language to who prefers it, sends nobody there, and does not ask again', async () => {
    const french = await open(paths.one);
    expect(await french.locator('[data-offer]').isVisible()).toBe(false);
    const page = await open(`${paths.one}?t=3`, { locale: 'en-CA' });
    const offer = page.locator('[data-offer]');
    await offer.waitFor();
    expect(page.url()).toContain('/fr/');
    expect(await offer.getAttribute('lang')).toBe('en');
    await offer.getByRole('button').click();
    await page.reload();
    expect(await offer.isVisible()).toBe(false);
    await page.evaluate('localStorage.removeItem("offer")');
    await page.reload();
    await offer.getByRole('link').click();
    await page.waitForURL(/\/en\/.*\?t=3$/);
  });

  it('goes on with the next part at the end, for who ticked the box alone, and remembers that (L-14)', async () => {
    const page = await open(paths.one);
    const end = 'document.querySelector("audio").dispatchEvent(new Event("ended"))';
    const box = page.getByLabel('Enchaîner à la fin de cette partie');
    expect(await box.isChecked()).toBe(false);
    await page.evaluate(end);
    expect(new URL(page.url()).pathname).toBe(paths.one);
    await box.check();
    await page.reload();
    expect(await box.isChecked()).toBe(true);
    await page.evaluate(end);
    await page.waitForURL((url) => url.pathname === paths.two && url.hash === '');
    await until(page, 'performance.getEntriesByType("resource").some(({ name }) => name.includes(".mp3"))');
    const back = page.locator('.parts').getByRole('link', { name: 'La décision, vue de près' });
    await back.click();
    await page.getByText('2 chapitres de la partie 2').click();
    await page.getByRole('link', { name: '0:02 Adieu' }).click();
    await page.waitForURL((url) => url.pathname === paths.two && url.search === '?t=2');
    expect(await page.textContent('[data-now]')).toBe('0:02');
  });
});
