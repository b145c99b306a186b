import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { type ApiClient, type Episode, openClient, ownerEnv, take } from './client.js';
import { at, getRecording, makeShow, waitForSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';
import { logIn, openStudio, type StudioPage } from './studio.js';

jest.setTimeout(240_000);

const recording = join(process.cwd(), 'test', 'recordings', 'two-microphones.opus');
const lengthS = 47.75;
let instance: Instance;
let client: ApiClient;
let browser: Browser;
let studio: StudioPage;
let page: Page;
let episode: Pick<Episode, 'id' | 'showId'>;
const elsewhere: string[] = [];

beforeAll(async () => {
  [instance, browser] = await Promise.all([startInstance({ env: ownerEnv }), launchBrowser()]);
  client = openClient(instance.origin);
  await client.signIn();
  const show = await makeShow(client, 'Two microphones');
  studio = await openStudio(browser);
  page = studio.page;
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(instance.origin)) elsewhere.push(request.url());
  });
  await watchAudio(page);
  await logIn(page, instance);
  await page.getByRole('link', { name: 'Two microphones' }).first().waitFor();
  await page.getByLabel('Recording to upload').setInputFiles(recording);
  await page.waitForURL(/\/episodes\//);
  episode = { showId: show.id, id: page.url().split('/').at(-1)! };
});
afterAll(async () => {
  await browser?.close();
  await instance?.remove();
});

describe('the Sound screen, by mouse and keyboard', () => {
  it('says what was found and what was done about it', async () => {
    await page.getByText('Ready to publish').first().waitFor({ timeout: 120_000 });
    await page.getByRole('link', { name: 'Open the Sound screen' }).click();
    await page.getByRole('heading', { name: 'Sound', level: 1 }).waitFor();

    const findings = page.getByRole('list', { name: 'What was found' });
    expect(await findings.innerText()).toMatch(/1[2-5] dB below the others[\s\S]*mended/);
    expect(await findings.innerText()).toMatch(/Muffled, probably another microphone/);
    expect(await page.getByText(/LUFS as it came, −16 LUFS now/).count()).toBe(1);
    expect(await page.getByText(/^\+1\d$/).count()).toBeGreaterThan(0);

    await page.getByText('The pictures as tables').click();
    expect(await page.getByRole('table').count()).toBe(2);
    await findings.getByRole('button', { name: /Muffled/ }).click();
    expect(await seconds()).toBeGreaterThan(4);
    await expectSettled();
  });

  it('plays before and after in step, equally loud, and switches on one key', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await until(async () => (await seconds()) > 1.5);
    expect(await side()).toBe('After');
    const loudness = await matchAt(0);
    expect(loudness.beforeDb === 0 || loudness.afterDb === 0).toBe(true);
    expect(Math.abs(loudness.before - loudness.after)).toBeLessThan(0.3);

    const before = await seconds();
    await page.keyboard.press('x');
    expect(await side()).toBe('Before');
    await until(async () => (await seconds()) > before + 1);
    expect(await apart()).toBeLessThan(0.06);
    await page.keyboard.press('x');
    await page.keyboard.press('Space');
    expect(await page.getByRole('button', { name: 'Play', exact: true }).count()).toBe(1);
  });

  it('compares blind and says afterwards what was chosen', async () => {
    await page.keyboard.press('b');
    await page.getByText('Which is better?').waitFor();
    expect(await page.getByRole('radio', { name: 'Before' }).count()).toBe(0);
    await page.getByRole('button', { name: '1 is better' }).click();
    await page.getByText(/You chose 1: that is the (finished sound|recording as it came)\./).waitFor();
    await page.getByRole('button', { name: 'End the comparison' }).click();
  });

  it('moves by keys and comes nearer around the cursor', async () => {
    await page.keyboard.press('Home');
    for (let i = 0; i < 10; i += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await seconds()).toBeCloseTo(10.1, 1);
    const wide = await page.getByTestId('playhead').boundingBox();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await plot().getByText('0:08', { exact: true }).waitFor();
    await page.keyboard.press('-');
    await page.keyboard.press('-');
    expect((await page.getByTestId('playhead').boundingBox())!.x).toBeCloseTo(wide!.x, 0);
  });

  it('takes ranges from mouse, keys and typing, and every step can be taken back', async () => {
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('-');
    await dragOver(30, 34);
    expect(await page.getByTestId('chosen').innerText()).toMatch(/^0:(29\.[89]|30)\S* to 0:3(3\.9|4)/);
    await page.keyboard.press('c');
    await page.keyboard.press('Home');
    await page.keyboard.press('[');
    for (let i = 0; i < 2; i += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press(']');
    await page.keyboard.press('l');

    const rows = page.getByRole('list', { name: 'Ranges' }).getByRole('listitem');
    expect(await rows.count()).toBe(2);
    await page.keyboard.press('Control+z');
    expect(await rows.count()).toBe(1);
    await page.keyboard.press('Control+Shift+z');
    expect(await rows.count()).toBe(2);
    await page.getByLabel('End of range 2').fill('0:36');
    await page.keyboard.press('Enter');
    await expectSettled();
    await until(async () => (await getSound()).cuts[0]?.endMs === 36_000);
    expect(await getSound()).toMatchObject({ leave: [{ startMs: 0, endMs: 2_000 }], own: {} });

    await page.reload();
    await page.getByRole('button', { name: 'Undo' }).click();
    await until(async () => (await getSound()).cuts[0]!.endMs < 35_000);
  });

  it('keeps a setting for this episode only, and lets it go again', async () => {
    const strength = page.getByRole('slider', { name: 'Strength' });
    await strength.focus();
    await page.keyboard.press('ArrowLeft');
    await until(async () => (await getSound()).own.strength === 0.95);
    await page.getByRole('button', { name: /Use the show’s setting again: Strength/ }).click();
    await until(async () => (await getSound()).own.strength === undefined);
  });

  it('plays half a minute as it would sound, against the recording', async () => {
    await page.locator('h1').click();
    await page.keyboard.press('Home');
    for (let i = 0; i < 20; i += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('p');
    await page.getByText(/The preview plays from 0:0\d to 0:3\d/).waitFor();
    await until(async () => (await seconds()) > 20.5);
    expect(await side()).toBe('After');
    await page.keyboard.press('x');
    await until(async () => (await seconds()) > 21.5);
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Close the preview' }).click();
  });

  it('makes the whole, with its step and share, and takes the earlier version back', async () => {
    await page.getByRole('button', { name: 'Make it' }).click();
    await page.getByTestId('making').getByText('Version 2').waitFor();
    const versions = page.getByRole('list', { name: 'Versions' });
    await versions.getByRole('button', { name: 'Use version 1 again' }).waitFor({ timeout: 90_000 });
    const made = await waitForSound(client, episode as Episode);
    expect(made).toMatchObject({ number: 2, state: 'done' });
    const [cut] = (await getSound()).cuts;
    expect(made.durationMs! / 1000).toBeCloseTo(lengthS - (cut!.endMs - cut!.startMs) / 1000, 1);

    await versions.getByRole('button', { name: 'Use version 1 again' }).click();
    await versions.getByText('taken back from an earlier one').waitFor();
    const [newest] = (await getRecording(client, episode)).revisions;
    expect(newest).toMatchObject({ number: 3, origin: 'rollback', state: 'done' });
    expect(newest!.durationMs! / 1000).toBeCloseTo(lengthS, 1);
    await until(async () => (await getSound()).revisions.find((r) => r.isWorking)?.number === 3);
  });

  it('lists its keys, asks nobody else for anything, and nothing went wrong', async () => {
    await page.locator('h1').click();
    await page.keyboard.press('?');
    await page.getByText('Before or after, at the same place').waitFor();
    await page.keyboard.press('Escape');
    expect(elsewhere).toEqual([]);
    expect(studio.troubles).toEqual([]);
  });
});

const getSound = () => take(client.api.GET('/api/v1/shows/{showId}/episodes/{episodeId}/sound', at(episode)));

/** Where the cursor is, s. */
async function seconds(): Promise<number> {
  const [minutes, rest] = (await page.getByTestId('clock').innerText()).split(':');
  return Number(minutes) * 60 + Number(rest);
}

const side = (): Promise<string | null> =>
  page
    .getByRole('radiogroup', { name: 'Listen to' })
    .evaluate((group) => group.querySelector('input:checked')!.nextElementSibling!.textContent);

async function expectSettled(): Promise<void> {
  await page.locator('[role=status][data-state=saved]').waitFor();
}

const plot = () => page.getByRole('img', { name: /Waveforms and loudness/ });

async function dragOver(fromS: number, toS: number): Promise<void> {
  await plot().scrollIntoViewIfNeeded();
  const box = (await plot().boundingBox())!;
  const x = (second: number) => box.x + (box.width * second) / lengthS;
  await page.mouse.move(x(fromS), box.y + 40);
  await page.mouse.down();
  await page.mouse.move(x(toS), box.y + 40, { steps: 6 });
  await page.mouse.up();
}

/** Keeps every `Audio` that the page makes, so that their times can be compared. */
async function watchAudio(watched: Page): Promise<void> {
  await watched.addInitScript(() => {
    const made: HTMLAudioElement[] = [];
    const Real = Audio;
    Object.assign(window, {
      made,
      Audio: function () {
        const element = new Real();
        made.push(element);
        return element;
      },
    });
  });
}

/** How far the two sounds that play are from each other, s. */
const apart = (): Promise<number> =>
  page.evaluate(() => {
    const playing = (window as never as { made: HTMLAudioElement[] }).made.filter((element) => !element.paused);
    return playing.length === 2 ? Math.abs(playing[0]!.currentTime - playing[1]!.currentTime) : Infinity;
  });

/** Mean loudness of both sides around a place with the gains that they are played at. */
async function matchAt(second: number) {
  const gains = await page.getByTestId('match').evaluate((element) => ({ ...(element as HTMLElement).dataset }));
  const [revision] = (await getRecording(client, episode)).revisions;
  const report = revision!.report as Record<'before' | 'after', { shortTerm: number[] }>;
  const mean = (which: 'before' | 'after') => {
    const near = report[which].shortTerm.slice(Math.max(0, second - 8), second + 8);
    return 10 * Math.log10(near.reduce((sum, lufs) => sum + 10 ** (lufs / 10), 0) / near.length);
  };
  const [beforeDb, afterDb] = [Number(gains['beforeDb']), Number(gains['afterDb'])];
  return { beforeDb, afterDb, before: mean('before') + beforeDb, after: mean('after') + afterDb };
}
