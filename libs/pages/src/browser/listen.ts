/// <reference lib="dom" />
import { fill, timeCode } from './place.js';
import { keep, kept } from './store.js';

/** The listening menu (`ux:L-11`): what runs on this device, the last choice first, a way out where nothing opens. */
export function workListenMenus(): void {
  for (const menu of document.querySelectorAll<HTMLElement>('[data-listen]')) work(menu);
}

function work(menu: HTMLElement): void {
  const list = menu.querySelector('.listen-apps')!;
  const device = deviceOf(navigator.userAgent);
  const rows = [...list.querySelectorAll<HTMLElement>('[data-app]')];
  for (const row of rows) row.hidden = device !== undefined && (row.dataset['on'] ?? device) !== device;
  const last = rows.find((row) => row.dataset['app'] === kept('listen'));
  if (last) {
    last.hidden = false;
    last.querySelector<HTMLElement>('[data-last]')!.hidden = false;
    list.prepend(last);
  }
  for (const row of rows) row.querySelector('a')!.addEventListener('click', () => choose(menu, row));
  workPhone(menu);
}

/** Undefined on a desk: there everything may be wanted. */
function deviceOf(agent: string): 'ios' | 'android' | undefined {
  if (/iphone|ipad|ipod/i.test(agent)) return 'ios';
  return /android/i.test(agent) ? 'android' : undefined;
}

/** A scheme that no app answers opens nothing and says nothing: after 1.5 s the page does (`ux` 5.3). */
function choose(menu: HTMLElement, row: HTMLElement): void {
  keep('listen', row.dataset['app'] ?? '');
  const fallback = menu.querySelector<HTMLElement>('[data-listen-fallback]')!;
  if (row.querySelector('[data-scheme]') === null) return;
  setTimeout(() => {
    if (!document.hidden && document.hasFocus()) fallback.textContent = fallback.dataset['words'] ?? '';
  }, 1_500);
}

/** The code leads to the moment at which it is unfolded. */
function workPhone(menu: HTMLElement): void {
  const box = menu.querySelector<HTMLDetailsElement>('[data-phone]');
  box?.addEventListener('toggle', () => {
    if (!box.open) return;
    const now = Number(document.querySelector<HTMLElement>('[data-player]')?.dataset['position'] ?? 0);
    box.querySelector('img')!.src = `${box.dataset['phone']}${now > 0 ? `&t=${now}` : ''}`;
    const words = box.querySelector<HTMLElement>('[data-phone-words]')!;
    words.textContent = fill(words.dataset['phoneWords'] ?? '', { position: timeCode(now) });
  });
}
