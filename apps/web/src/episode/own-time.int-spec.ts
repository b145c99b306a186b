import type { Browser, BrowserContextOptions } from 'playwright-core';
import { system } from '#libs/kernel';
import { launchBrowser } from '../../../../test/browser.js';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { until } from '../../../../test/journeys/processes.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

const twoZones = 'jeudi 14 mai, 7 h à Montréal, 13 h à Paris';
const nextPart = 'La suite jeudi 14 mai à 7 h (heure de Montréal)';

describe('when an episode comes out', () => {
  let world: WebWorld;
  let browser: Browser;
  let teaser: string;
  let partBefore: string;
  const read = async (path: string, given: BrowserContextOptions): Promise<string | null> => {
    const context = await browser.newContext({ locale: 'fr-CA', ...given });
    const page = await context.newPage();
    await page.goto(world.origin + path);
    const text = await page.textContent('time[data-own-time]');
    await context.close();
    return text && text.replaceAll(/\s/gu, ' ');
  };

  beforeAll(async () => {
    world = await aWebWorld({ atOwnOrigin: true });
    browser = await launchBrowser();
    const { catalog } = world;
    const show = await aShow(world.db);
    const form = { name: 'Sans budget', description: '', lang: 'fr', parts: 2 };
    const { id: seriesId } = await catalog.series.create(system, show.id, form);
    await anEpisode(world.db, show, { title: 'Une', seriesId, part: 1 });
    const coming = await anEpisode(world.db, show, { title: 'Deux', seriesId, part: 2, state: 'draft' });
    await catalog.publishing.schedule(system, show.id, coming.id, { local: '2026-05-14T07:00', zone: show.timeZone });
    await catalog.publishing.announce(system, show.id, coming.id, true);
    [partBefore, teaser] = [`/fr/${show.slug}/1-une`, `/fr/${show.slug}/2-deux`];
    await until(async () => (await world.get(teaser)).status === 200);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it('is said on the reader’s own clock, too, where that is another', async () => {
    const inTokyo = 'Pour vous : 14 mai 2026 à 20 h 00';
    expect(await read(teaser, { timezoneId: 'Asia/Tokyo' })).toBe(twoZones + inTokyo);
    expect(await read(partBefore, { timezoneId: 'Asia/Tokyo' })).toBe(nextPart + inTokyo);
    expect(await read(partBefore, { timezoneId: 'Europe/Paris' })).toMatch(/Pour vous : 14 mai 2026 à 13/);
  });

  it.each(['America/Montreal', 'America/New_York', 'Europe/Brussels'])(
    'is not said twice to somebody in %s, whose clock is told already',
    async (timezoneId) => {
      expect(await read(teaser, { timezoneId })).toBe(twoZones);
    },
  );

  it('is said without a script as everybody reads it', async () => {
    expect(await read(teaser, { timezoneId: 'Asia/Tokyo', javaScriptEnabled: false })).toBe(twoZones);
  });
});
