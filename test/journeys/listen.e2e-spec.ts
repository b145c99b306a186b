import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { type Episode, openClient, ownerEnv } from './client.js';
import { makeRecording } from './client-recordings.js';
import { makeShow, publishSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';

jest.setTimeout(300_000);

let instance: Instance;
let browser: Browser;
let episode: Episode;

beforeAll(async () => {
  [instance, browser] = await Promise.all([startInstance({ env: ownerEnv }), launchBrowser()]);
  const client = openClient(instance.origin);
  await client.signIn();
  const show = await makeShow(client, 'Monday Night Conversations');
  episode = await publishSound(client, show, 'A date kept', makeRecording({ seconds: 60 }));
});
afterAll(async () => {
  await browser?.close();
  await instance?.remove();
});

/** Somebody who was never here: opens the page, presses play; gives the milliseconds from the click until it plays. */
async function visit(): Promise<{ startsMs: number; before: number; asked: (string | undefined)[] }> {
  const context = await browser.newContext({ locale: 'en-CA', viewport: { width: 360, height: 640 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const asked: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'media') asked.push(request.headers()['range']);
    });
    await page.goto(episode.pageUrl.en!, { waitUntil: 'load' });
    await page.waitForSelector('.player.is-on');
    const before = asked.length;
    await page.evaluate(`void (globalThis.heard = new Promise((resolve) => {
      let from = 0;
      addEventListener('click', () => { from = performance.now(); }, { capture: true, once: true });
      document.querySelector('[data-media]').addEventListener('playing', () => resolve(performance.now() - from), { once: true });
    }))`);
    await page.click('[data-play]');
    const played = page.waitForFunction('globalThis.heard').then((heard) => heard.jsonValue());
    return { startsMs: (await played) as number, before, asked };
  } finally {
    await context.close();
  }
}

describe('listening', () => {
  it('begins less than half a second after the click, for somebody who was never here (ux:L-06)', async () => {
    const visits = [await visit(), await visit(), await visit()];
    // One that is quick shows what the product needs; a machine that is busy with something else slows any of them.
    expect(Math.min(...visits.map(({ startsMs }) => startsMs))).toBeLessThan(500);
    for (const { before, asked } of visits) {
      expect(before).toBe(0);
      expect(asked[0]).toMatch(/^bytes=0-/);
    }
  });
});
