import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { type ApiClient, openClient, ownerEnv } from './client.js';
import { makeRecording } from './client-recordings.js';
import { makeDraft, makeShow, upload, waitForSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { logIn, openStudio, type StudioPage } from './studio.js';

jest.setTimeout(240_000);

let folder: string;
let hold: string;
let instance: Instance;
let client: ApiClient;
let browser: Browser;
let studio: StudioPage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estrade-jobs-'));
  hold = join(folder, 'hold');
  const ffmpeg = join(folder, 'ffmpeg');
  // Waits as long as the test wants, then becomes the real one.
  await writeFile(ffmpeg, `#!/bin/sh\nwhile [ -e ${hold} ]; do sleep 0.1; done\nexec ffmpeg "$@"\n`);
  await chmod(ffmpeg, 0o755);
  [instance, browser] = await Promise.all([
    startInstance({ env: { ...ownerEnv, FFMPEG_PATH: ffmpeg, FFPROBE_PATH: 'ffprobe' } }),
    launchBrowser(),
  ]);
  client = openClient(instance.origin);
  await client.signIn();
  studio = await openStudio(browser);
  await logIn(studio.page, instance);
});
afterAll(async () => {
  await browser?.close();
  await instance?.remove();
  await rm(folder, { recursive: true, force: true });
});

describe('the list of jobs', () => {
  it('shows who works, what waits behind what, and is led by keys', async () => {
    const { page, troubles } = studio;
    const show = await makeShow(client, 'Two at once');
    const [first, second, broken] = [
      await makeDraft(client, show, 'The first'),
      await makeDraft(client, show, 'The second'),
      await makeDraft(client, show, 'No sound at all'),
    ];
    await upload(client, broken, Buffer.from('not sound at all\n'.repeat(200)), 'ep.mp3');
    await waitForSound(client, broken);
    await writeFile(hold, '');
    await upload(client, first, makeRecording({ seconds: 3 }));
    await upload(client, second, makeRecording({ seconds: 3, seed: 2 }));

    await page.keyboard.press('g');
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: 'Jobs' }).waitFor();
    await page.getByText('Sound processing is ready.').waitFor();
    const row = (title: string) => page.locator('[data-job]', { hasText: title });
    await row('The first').getByText('Measuring the loudness').waitFor();
    await row('The second').getByText('1 recording before it').waitFor();
    await row('No sound at all')
      .getByText(/Upload the sound file itself/)
      .waitFor();
    await row('No sound at all').getByText('what is published stays as it is').waitFor();

    // What runs is on top.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('.');
    await row('The second').getByText('Cancelled').waitFor();
    await row('The first').getByText('Running').waitFor();
    await row('The second').getByRole('link').focus();
    await page.keyboard.press('r');
    await row('The second').getByText('1 recording before it').waitFor();

    await rm(hold);
    expect(await waitForSound(client, first)).toMatchObject({ state: 'done' });
    expect(await waitForSound(client, second)).toMatchObject({ state: 'done' });
    await page.getByText('Nothing is running').waitFor();
    await row('The second').getByText('Done').waitFor();
    expect(troubles).toEqual([]);
  });

  it('says about how long the next one takes, from the last ones', async () => {
    const { page } = studio;
    const show = await makeShow(client, 'One more');
    const third = await makeDraft(client, show, 'The third');
    await writeFile(hold, '');
    await upload(client, third, makeRecording({ seconds: 3, seed: 3 }));
    const row = page.locator('[data-job]', { hasText: 'The third' });
    await row
      .getByText(/less than a minute left, from your last 2 jobs|about \d+ min left, from your last 2 jobs/)
      .waitFor();
    await rm(hold);
    await waitForSound(client, third);
  });
});
