import { system } from '#libs/kernel';
import type { BrowserContext, Page } from 'playwright-core';
import { captionsOf, openPage, openStage, type Stage, until } from './stage.js';

describe('the player', () => {
  let stage: Stage;
  let page: Page;
  let context: BrowserContext;
  let problems: string[];
  let url: string;
  let talkUrl: string;

  beforeAll(async () => {
    stage = await openStage();
    url = `${stage.world.origin}/fr${stage.paths.episode}`;
    talkUrl = `${stage.world.origin}/fr${stage.paths.talk}`;
  }, 45_000);
  afterAll(() => stage?.close());
  beforeEach(async () => {
    ({ page, context, problems } = await openPage(stage, { viewport: { width: 1280, height: 800 } }));
  });
  afterEach(async () => {
    await context.close();
    expect(problems).toEqual([]);
  });

  const position = () => page.evaluate(`document.querySelector('[data-media]').currentTime`) as Promise<number>;
  const isPaused = () => page.evaluate(`document.querySelector('[data-media]').paused`) as Promise<boolean>;
  const shown = () => page.textContent('[data-now]');
  const open = async (suffix = '', of = url) => {
    await page.goto(of + suffix);
    await page.waitForSelector('.player.is-on');
  };
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  it.each([
    ['?t=600', '10:00'],
    ['?t=10m', '10:00'],
    ['?t=10:00', '10:00'],
    ['?t=0:10:00', '10:00'],
    ['?t=600&end=660&audio=fr&sub=en', '10:00'],
    ['?t=600,660', '10:00'],
    ['#t=600', '10:00'],
    ['#t=600,660', '10:00'],
    ['#chapter-3', '10:00'],
    ['#p-3', '1:04'],
    ['?t=-5', '0:00'],
    ['?t=99999999', '45:12'],
    ['?t=%3Cscript%3E', '0:00'],
  ])('stands where %s says, and does not play by itself (V-06)', async (suffix, time) => {
    await open(suffix);
    expect(await shown()).toBe(time);
    expect(await isPaused()).toBe(true);
  });

  it('shows the captions that the address asks for at once, and others only when they are switched on (V-06)', async () => {
    await giveCaptions(stage);
    const showing = () =>
      page.evaluate(`[...document.querySelector('[data-media]').textTracks]
        .filter((each) => each.mode === 'showing').map((each) => each.language).join()`);
    const isPressed = () => page.getAttribute('[data-captions]', 'aria-pressed');
    await open('?t=1&sub=en', talkUrl);
    expect([await showing(), await isPressed(), await isPaused()]).toEqual(['en', 'true', true]);
    await page.click('[data-captions]');
    expect([await showing(), await isPressed()]).toEqual(['', 'false']);
    await page.click('[data-captions]');
    expect(await showing()).toBe('en');
    await open('?sub=de', talkUrl);
    expect([await showing(), await isPressed()]).toEqual(['', 'false']);
    await page.click('[data-captions]');
    expect([await showing(), await page.textContent('[data-spoken]')]).toEqual(['fr', 'Sous-titres affichés']);
  });

  it('stops at the end of a passage, and names the moment in the address by `?t=`', async () => {
    await open('?t=600&end=601');
    await page.click('[data-play]');
    await until(
      page,
      `document.querySelector('[data-media]').currentTime >= 601 && document.querySelector('[data-media]').paused`,
    );
    await page.click('.chapters a[data-at="300"]');
    await until(page, `!document.querySelector('[data-media]').paused`);
    expect(page.url()).toBe(`${url}?t=300`);
  });

  it('obeys every key of the list inside of it, and none outside (V-01)', async () => {
    await open();
    await press('k', 'l', '5');
    expect([await shown(), await isPaused()]).toEqual(['0:00', true]);
    await page.focus('[data-play]');
    await press('l', 'ArrowRight', 'Shift+ArrowRight');
    expect(await shown()).toBe('1:20');
    await press('j', 'ArrowLeft', 'Shift+L', 'Shift+J');
    expect(await shown()).toBe('1:00');
    await press('5');
    expect(await shown()).toBe('22:36');
    await press('Shift+N');
    expect(await shown()).toBe('31:20');
    await press('Shift+P');
    expect(await shown()).toBe('10:00');
    await press('>', '>');
    await until(page, `document.querySelector('[data-speed]').value === '1.2'`);
    expect(await page.textContent('[data-spoken]')).toBe('Vitesse 1,2');
    await press('<', 'ArrowDown', 'ArrowDown');
    expect(await page.evaluate(`document.querySelector('[data-media]').volume`)).toBeCloseTo(0.8);
    await press('m');
    expect(await page.evaluate(`document.querySelector('[data-media]').muted`)).toBe(true);
    await press('k');
    await until(page, `!document.querySelector('[data-media]').paused`);
    await press('k');
    await until(page, `document.querySelector('[data-media]').paused`);
    await press('s');
    await page.waitForSelector('dialog.share[open]');
  });

  it('lists its keys for `?`, and keeps single letters off on this device once they are switched off', async () => {
    await open();
    await page.focus('[data-play]');
    await press('?');
    expect(await page.locator('.key-list div').count()).toBeGreaterThanOrEqual(9);
    await page.uncheck('[data-keys]');
    await press('Escape');
    await page.focus('[data-play]');
    await press('l', '5', '?');
    expect(await shown()).toBe('0:00');
    await page.reload();
    await page.waitForSelector('.player.is-on');
    await page.focus('[data-play]');
    await press('l');
    expect(await shown()).toBe('0:00');
    await page.focus('[data-seek]');
    await press('ArrowRight');
    expect(await shown()).toBe('0:05');
  });

  it('has a slider that speaks in words, and moves by arrows, Page keys, Home and End (V-02)', async () => {
    await open('?t=724');
    const seek = page.locator('[data-seek]');
    const spoken = async () => (await seek.getAttribute('aria-valuetext'))!.replaceAll(/\s/gu, ' ');
    expect(await spoken()).toBe('12 minutes 4 secondes sur 45 minutes 12 secondes, chapitre 3 : Ce qui change');
    expect(await seek.getAttribute('aria-label')).toBe('Position');
    await seek.focus();
    await press('PageUp', 'ArrowRight');
    expect(await shown()).toBe('13:09');
    await press('Home');
    expect(await spoken()).toBe('0 seconde sur 45 minutes 12 secondes, chapitre 1 : Bonjour');
    await press('End');
    expect(await shown()).toBe('45:12');
  });

  it('has targets of 44 px, and every drag has a click beside it (V-03)', async () => {
    await open();
    const small = await page.evaluate(`[...document.querySelectorAll('.player button,.player select,.player a.button')]
      .filter((each) => each.offsetParent && !each.closest('dialog'))
      .map((each) => [each.ariaLabel ?? each.textContent, each.offsetWidth, each.offsetHeight])
      .filter(([, width, height]) => width < 44 || height < 44)`);
    expect(small).toEqual([]);
    const box = (await page.locator('[data-seek]').boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    expect(await page.inputValue('[data-seek]')).toMatch(/^13\d\d$/);
    await page.click('[data-skip="-60"]');
    await page.click('[data-skip="10"]');
  });

  it('shows a small player while the large one is away, never over the focus (V-04)', async () => {
    await open();
    expect(await page.locator('[data-mini]').isVisible()).toBe(false);
    await page.click('[data-play]');
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight / 2)');
    await page.waitForSelector('[data-mini]:not([hidden])');
    const under = (await page.evaluate(`(async () => {
      const under = [];
      for (const each of document.querySelectorAll('main a[href], main button, main summary, main input')) {
        if (!each.offsetParent || each.closest('[data-mini]')) continue;
        each.focus({ preventScroll: false });
        const mini = document.querySelector('[data-mini]');
        if (document.activeElement !== each || mini.hidden) continue;
        if (each.getBoundingClientRect().bottom > mini.getBoundingClientRect().top + 1) under.push(each.outerHTML.slice(0, 80));
      }
      return under;
    })()`)) as string[];
    expect(under).toEqual([]);
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight / 2)');
    const there = await page.evaluate('scrollY');
    await page.click('[data-mini-hide]');
    expect(await page.locator('[data-mini]').isVisible()).toBe(false);
    // Whoever reads on stays there; the focus has a place that is still shown.
    expect(await page.evaluate(`[scrollY, document.activeElement.matches('[data-play]')]`)).toEqual([there, true]);
  });

  it('says each change once, politely, and not each second (V-05)', async () => {
    await open();
    await page.evaluate(`window.said = []; for (const each of document.querySelectorAll('.player [role=status]'))
      new MutationObserver(() => said.push(each.textContent)).observe(each, { childList: true, characterData: true, subtree: true })`);
    await page.click('[data-play]');
    await until(page, `document.querySelector('[data-media]').currentTime > 2`);
    expect(((await page.evaluate('said')) as string[]).filter((text) => text !== '')).toEqual([]);
    await page.click('[data-chapter="1"]');
    expect(await page.evaluate('said')).toContain('Chapitre 2\u00a0: La mesure');
  });

  it('fetches no sound before Play, of a film only what it needs to be shown (V-07)', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open();
    expect(asked.filter((each) => /\.mp3/.test(each))).toEqual([]);
    expect(await page.getAttribute('[data-media]', 'preload')).toBe('none');
    await open('', talkUrl);
    expect(await page.getAttribute('[data-media]', 'preload')).toBe('metadata');
  });

  it('tells the system title, picture and the chapter in the artist’s line (V-08)', async () => {
    await open('?t=600');
    await page.click('[data-play]');
    await until(page, `navigator.mediaSession.metadata !== null`);
    const [title, artist, artwork] = (await page.evaluate(
      `(({ title, artist, artwork }) => [title, artist, artwork[0].src])(navigator.mediaSession.metadata)`,
    )) as [string, string, string];
    expect([title.slice(0, 9), artist]).toEqual(['Des dates', 'Ce qui change']);
    expect(artwork).toMatch(/\/m\/image\/640\//);
  });

  it('starts where it gets good by its second button, also without any script (L-04)', async () => {
    await open();
    expect(await page.textContent('.start-here')).toContain('Dès 10:00');
    await page.click('.start-here');
    await until(page, `document.querySelector('[data-media]').currentTime > 600`);
    expect(page.url()).toBe(`${url}?t=600`);
    const bare = await stage.browser.newContext({ javaScriptEnabled: false });
    const plain = await bare.newPage();
    await plain.goto(url);
    await plain.click('.start-here');
    expect(await plain.getAttribute('audio', 'src')).toMatch(/#t=600$/);
    await bare.close();
  });

  it('plays the highlights in a row and says which one it is (L-03)', async () => {
    await open();
    expect(await page.textContent('[data-highlights]')).toMatch(/l’essentiel \(2 extraits, 1\smin\)/u);
    await page.click('[data-highlights]');
    await until(page, `document.querySelector('[data-media]').currentTime > 250`);
    expect(await page.textContent('[data-said]')).toBe('Extrait 1 sur 2\u00a0: Ce que dit une date');
    await page.evaluate(`document.querySelector('[data-media]').currentTime = 279.7`);
    await until(page, `document.querySelector('[data-media]').currentTime >= 600`);
    expect(await page.textContent('[data-said]')).toBe('Extrait 2 sur 2\u00a0: Un logo ne prouve rien');
    await page.evaluate(`document.querySelector('[data-media]').currentTime = 639.7`);
    await until(page, `document.querySelector('[data-media]').paused`);
    expect(await page.textContent('[data-said]')).toBe('L’essentiel est terminé. Le reste commence à 10:40.');
  });

  it('ends one clip without a word of the others (L-03)', async () => {
    await open();
    await page.click('.moment[data-end="280"]');
    await until(page, `document.querySelector('[data-media]').currentTime > 250`);
    await page.evaluate(`document.querySelector('[data-media]').currentTime = 279.7`);
    await until(page, `document.querySelector('[data-media]').paused`);
    expect(await position()).toBeLessThan(282);
    expect(await page.textContent('[data-said]')).toBe('');
  });

  it('remembers the place on this device and forgets it with one button (L-08)', async () => {
    await open();
    await page.click('[data-play]');
    await until(page, `document.querySelector('[data-media]').readyState > 1`);
    await page.evaluate(`document.querySelector('[data-media]').currentTime = 754`);
    await until(page, `localStorage.getItem('place:${stage.episodeId}')`);
    await open();
    expect([await shown(), await isPaused()]).toEqual(['12:34', true]);
    await page.click('[data-forget]');
    await open();
    expect(await shown()).toBe('0:00');
  });

  it('goes on by itself, at its place, when a lost connection is back (V-11)', async () => {
    await page.route('**/*.mp3', (route) => route.abort('internetdisconnected'));
    await open('?t=600');
    await context.setOffline(true);
    await page.click('[data-play]');
    await page.waitForSelector('.said.is-error');
    expect(await page.textContent('[data-said]')).toMatch(/votre place est gardée/);
    await page.unroute('**/*.mp3');
    await context.setOffline(false);
    await until(page, `document.querySelector('[data-media]').currentTime > 600`);
    expect(await position()).toBeLessThan(610);
    expect(await page.locator('.said.is-error').count()).toBe(0);
    problems.length = 0;
  });

  it.each([
    [404, 'Recharger la page'],
    [200, 'Télécharger plutôt'],
  ])('says what to do when the file answers %i and cannot be played (V-11)', async (status, next) => {
    await page.route('**/*.mp3', (route) => route.fulfill({ status, contentType: 'audio/mpeg', body: 'no sound' }));
    await open();
    await page.click('[data-play]');
    await page.waitForSelector('.said.is-error');
    expect((await page.textContent('[data-next]'))!.trim()).toBe(next);
    problems.length = 0;
  });

  it('shows a film with its own keys, and works without script (3.2)', async () => {
    await open('', talkUrl);
    await page.focus('[data-play]');
    const before = await position();
    await press('.');
    expect((await position()) - before).toBeCloseTo(0.04, 2);
    expect(await page.locator('[data-full]').isVisible()).toBe(true);
    const bare = await stage.browser.newContext({ javaScriptEnabled: false });
    const plain = await bare.newPage();
    await plain.goto(`${talkUrl}?t=1`);
    expect(await plain.locator('video[controls]').isVisible()).toBe(true);
    expect(await plain.getAttribute('video', 'poster')).toBeNull();
    await bare.close();
  });

  it('fills the screen with a film also where only the film itself can, as on iPhones', async () => {
    await page.addInitScript(`
      delete Element.prototype.requestFullscreen;
      HTMLVideoElement.prototype.webkitEnterFullscreen = function () { window.filled = this.localName; };`);
    await open('', talkUrl);
    await page.click('[data-full]');
    expect(await page.evaluate('window.filled')).toBe('video');
  });

  it('is heard again when somebody moves the volume of what was muted', async () => {
    await open();
    await page.focus('[data-play]');
    await press('m');
    await page.focus('[data-volume]');
    await press('End', 'ArrowLeft');
    expect(
      await page.evaluate(`(({ muted, volume }) => [muted, volume])(document.querySelector('[data-media]'))`),
    ).toEqual([false, 0.95]);
  });

  it('has no motion where none is wanted, and hides its picture from assistive technology (V-10)', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open();
    const moving = await page.evaluate(
      `[...document.querySelectorAll('.player *')].filter((each) => parseFloat(getComputedStyle(each).transitionDuration) > 0).length`,
    );
    expect(moving).toBe(0);
    expect(
      await page
        .locator('.wave svg')
        .first()
        .evaluate((each) => each.closest('[aria-hidden=true]') !== null),
    ).toBe(true);
    const html = await (await page.request.get(url)).text();
    const paths = [...html.matchAll(/<path id="wave-[^>]+d="([^"]*)"/g)].map(([, d]) => d!.length);
    expect(paths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(8_192);
  });
});

/** The talk is written down in both languages. */
async function giveCaptions({ world: { catalog }, show, talkId }: Stage): Promise<void> {
  for (const lang of ['fr', 'en']) {
    const desk = await catalog.desk.get(system, show.id, talkId);
    const at = { showId: show.id, episodeId: talkId, lang, version: desk.working.versions.transcripts };
    await catalog.transcripts.replace(system, at, { text: captionsOf(['Une date.', 'Un logo.']) });
  }
  await catalog.publishing.update(system, show.id, talkId);
}
