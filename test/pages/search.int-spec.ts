import { makeIndexEpisode, findUnindexed } from '#libs/search';
import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openPage, openStage, type Stage, until } from './stage.js';

jest.setTimeout(240_000);

describe('the search, in a browser', () => {
  let stage: Stage;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    stage = await openStage();
    const { db, clock } = stage.world;
    const index = makeIndexEpisode({ dataSource: db, clock });
    const run = { signal: new AbortController().signal, attempt: 1, isLastTry: false };
    for (const { payload } of await findUnindexed(db.manager)) await index(payload as never, run);
    ({ page, problems } = await openPage(stage));
  });
  afterAll(() => stage?.close());

  const open = (path: string) => page.goto(`${stage.world.origin}${path}`);
  const isInField = `document.activeElement?.matches('[data-question]')`;

  it.each(['Control+k', 'Meta+k'])('is opened by %s from any page, with the field to write in', async (keys) => {
    for (const path of ['/fr/privacy', `/fr${stage.paths.episode}`]) {
      await open(path);
      await until(page, `document.readyState === 'complete'`);
      await page.keyboard.press(keys);
      await page.waitForURL(/\/fr\/search$/);
      await until(page, isInField);
    }
  });

  it('is on the first page once, and the keys lead into its field', async () => {
    await open('/fr');
    await until(page, `document.readyState === 'complete'`);
    expect(await page.locator('a.find, form[role=search]').count()).toBe(1);
    expect(await page.locator('body a[href="/opml.xml"]').count()).toBe(1);
    await page.keyboard.press('Control+k');
    await until(page, `document.activeElement?.matches('.home input[type=search]')`);
  });

  it('finds by what was typed, and `Ctrl` + `K` leads back into the field', async () => {
    await open('/fr/search');
    await until(page, isInField);
    await page.keyboard.type('obligé à choisir');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=oblig/);
    await until(page, `document.querySelectorAll('.found mark').length > 0`);
    expect(await page.evaluate(isInField)).toBe(false);
    await page.keyboard.press('Control+k');
    await until(page, isInField);
    expect(await page.evaluate('String(getSelection())')).toBe('obligé à choisir');
  });

  it('plays a hit from its moment', async () => {
    await open('/fr/search?q=%22oblige%20%C3%A0%20choisir%22');
    const link = page.locator('.moments a.at').first();
    expect(await link.getAttribute('href')).toMatch(/\?t=250$/);
    await link.click();
    await page.waitForURL(/t=250/);
    await until(page, `document.querySelector('[data-now]')?.textContent === '4:10'`);
    await page.click('[data-play]');
    await until(page, `document.querySelector('[data-media]').currentTime > 250`);
    expect(await page.evaluate(`document.querySelector('[data-media]').currentTime < 260`)).toBe(true);
    expect(problems).toEqual([]);
  });

  it('works without a script', async () => {
    const bare = await openPage(stage, { javaScriptEnabled: false });
    await bare.page.goto(`${stage.world.origin}/fr/search`);
    await bare.page.locator('[data-question]').fill('choisir');
    await bare.page.getByRole('button', { name: 'Chercher' }).click();
    await bare.page.locator('.moments a.at').first().click();
    expect(bare.page.url()).toMatch(/\?t=\d+$/);
    await bare.context.close();
  });
});
