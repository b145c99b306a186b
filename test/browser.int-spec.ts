import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.js';

describe('the carried browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  it('runs scripts, draws text and knows MP3', async () => {
    const page = await browser.newPage();
    await page.setContent('<h1>Été</h1><p>Estrade</p>');
    expect(await page.textContent('h1')).toBe('Été');
    expect(await page.evaluate(`document.querySelector('p').getBoundingClientRect().height > 5`)).toBe(true);
    expect(await page.evaluate(`document.createElement('audio').canPlayType('audio/mpeg')`)).not.toBe('');
  });
});
