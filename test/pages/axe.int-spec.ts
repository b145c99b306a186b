import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';
import { type Lang, openWholeSite, publicTemplates, secretTemplates, type WholeSite } from './whole-site.js';

interface Violation {
  id: string;
  nodes: { html: string; any: { message: string }[]; all: { message: string }[]; none: { message: string }[] }[];
}

/** Rules whose answer depends on colours; all others were asked of the same document already. */
const ofColour = ['color-contrast', 'link-in-text-block'];
const templates = { ...publicTemplates, ...secretTemplates };
const folded = ['episode', 'talk', 'show', 'event', 'embed', 'kit after the release', 'the guest’s own data'];
const nothing = { day: [], night: [] };
const screens = { fr: { width: 360, height: 740 }, en: { width: 1280, height: 900 } };

/** ux 3.11: a phone in French and a desk in English, each by day and by night. */
describe('every template, by axe', () => {
  let site: WholeSite;
  let axe: string;
  const contexts = {} as Record<Lang, BrowserContext>;
  const pages = {} as Record<Lang, Page>;

  beforeAll(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    site = await openWholeSite();
    for (const lang of ['en', 'fr'] as const) {
      const locale = `${lang}-CA`;
      contexts[lang] = await site.browser.newContext({ locale, viewport: screens[lang], colorScheme: 'light' });
      pages[lang] = await contexts[lang].newPage();
    }
  }, 60_000);
  afterAll(() => site?.close());

  const check = async (page: Page, rules?: string[]) => {
    const options = rules ? { runOnly: { type: 'rule', values: rules } } : {};
    const found = (await page.evaluate(
      `axe.run(document, ${JSON.stringify({ ...options, resultTypes: ['violations'] })}).then(({ violations }) => violations)`,
    )) as Violation[];
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any, all, none }) => [
        id,
        html.slice(0, 160),
        [...any, ...all, ...none].map(({ message }) => message).join(' '),
      ]),
    );
  };
  const checkBoth = async (page: Page) => {
    const day = await check(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const night = await check(page, ofColour);
    await page.emulateMedia({ colorScheme: 'light' });
    return { day, night };
  };
  const open = async (lang: Lang, path: string) => {
    await pages[lang].goto(site.world.origin + path);
    await pages[lang].evaluate(axe);
    return pages[lang];
  };

  it.each(Object.keys(templates))('has nothing to object to in: %s', async (name) => {
    for (const lang of ['fr', 'en'] as const) {
      expect([lang, await checkBoth(await open(lang, templates[name]!(site, lang)))]).toEqual([lang, nothing]);
    }
  });

  it.each(folded)('has nothing to object to once everything is unfolded in: %s', async (name) => {
    const page = await open('fr', templates[name]!(site, 'fr'));
    await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
    expect(await checkBoth(page)).toEqual(nothing);
  });

  it.each([
    ['[data-share-now]', 'dialog.share[open]'],
    ['[data-keys-open]', '[data-keys-dialog][open]'],
  ])('has nothing to object to in the dialog behind %s', async (button, dialog) => {
    const page = await open('en', templates['episode']!(site, 'en'));
    await page.waitForSelector('.player.is-on');
    await page.click(button);
    await page.waitForSelector(dialog);
    expect(await checkBoth(page)).toEqual(nothing);
  });
});
