/// <reference lib="dom" />
import type { Deck } from './deck.js';

/** The small player at the lower edge: while something was played, the large one is out of sight and it was not put away. */
export function workMini(root: HTMLElement, mini: HTMLElement, deck: Deck): void {
  const page = document.documentElement;
  let isAway = false;
  let isOut = false;
  const show = (): void => {
    mini.hidden = !(isOut && deck.hasPlayed && !isAway);
    page.classList.toggle('has-mini', !mini.hidden);
  };
  new IntersectionObserver(([entry]) => {
    isOut = !entry!.isIntersecting;
    show();
  }).observe(root.querySelector('.wave')!);
  deck.media.addEventListener('play', show);
  mini.querySelector('[data-mini-hide]')!.addEventListener('click', () => {
    isAway = true;
    show();
    root.querySelector<HTMLElement>('[data-play]')!.focus({ preventScroll: true });
  });
  // The focus is never under it (`ux:V-04`).
  document.addEventListener('focusin', ({ target }) => {
    if (mini.hidden || mini.contains(target as Node)) return;
    const under = (target as HTMLElement).getBoundingClientRect().bottom - mini.getBoundingClientRect().top + 12;
    if (under > 0) window.scrollBy({ top: under, behavior: 'instant' });
  });
}
