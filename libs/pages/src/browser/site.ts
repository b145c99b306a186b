/// <reference lib="dom" />
import { workSearchKeys } from './search-keys.js';
import { workListenMenus } from './listen.js';
import { keepOfflinePage, offerOtherLanguage } from './offer.js';
import { fill } from './place.js';
import { keep } from './store.js';

/** Small comforts of every page; without this script everything can still be read, followed and played. */
workThemes();
workCopying();
keepPlace();
workListenMenus();
workSearchKeys();
offerOtherLanguage();
keepOfflinePage();
prepareForPaper();
sayOwnTime();

/** What only paper shows is fetched when somebody is about to print: with the first key of the two, or from the menu. */
function prepareForPaper(): void {
  for (const kind of ['beforeprint', 'keydown'])
    addEventListener(kind, (event) => {
      if ((event as KeyboardEvent).ctrlKey !== false)
        document.querySelector('.on-paper img')?.setAttribute('loading', 'eager');
    });
}

/** Auto, light or dark, stored in this browser only. */
function workThemes(): void {
  const group = document.querySelector<HTMLElement>('[data-themes]');
  if (!group) return;
  const root = document.documentElement;
  const show = (): void => {
    for (const button of group.querySelectorAll<HTMLElement>('[data-theme-choice]')) {
      const isChosen = button.dataset['themeChoice'] === (root.dataset['theme'] ?? 'auto');
      button.setAttribute('aria-pressed', String(isChosen));
    }
  };
  group.hidden = false;
  group.addEventListener('click', (event) => {
    const choice = (event.target as HTMLElement).closest<HTMLElement>('[data-theme-choice]')?.dataset['themeChoice'];
    if (!choice) return;
    keep('theme', choice === 'auto' ? null : choice);
    if (choice === 'auto') delete root.dataset['theme'];
    else root.dataset['theme'] = choice;
    show();
  });
  show();
}

/** Copy buttons appear where the browser lets a page write to the clipboard. */
function workCopying(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const label = button.textContent;
    button.hidden = false;
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
      button.textContent = button.dataset['copied'] ?? label;
      setTimeout(() => (button.textContent = label), 2_000);
    });
  }
}

/** The language switch keeps the moment: `?t=`, whose time it is and the fragment go along. */
function keepPlace(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-keep-place]')) {
    link.addEventListener('click', () => {
      const url = new URL(link.href);
      const here = new URLSearchParams(location.search);
      for (const name of ['t', 'end', 'r', 'via']) {
        const value = here.get(name);
        if (value) url.searchParams.set(name, value);
      }
      url.hash = location.hash;
      link.href = url.href;
    });
  }
}

/** When something comes out, also on the reader's own clock where that is none of those that the page goes by (`ux:K-15`). */
function sayOwnTime(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>('[data-own-time]')) {
    const { ownTime = '', zones = '' } = time.dataset;
    const at = (timeZone?: string): string =>
      new Date(time.dateTime).toLocaleString(document.documentElement.lang, {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone,
      });
    const when = at();
    if (zones.split(' ').every((zone) => at(zone) !== when))
      time.lastElementChild!.textContent = fill(ownTime, { when });
  }
}
