/// <reference lib="dom" />
import { keep, kept } from './store.js';

/** The other language for readers whose browser prefers it: shown until somebody says no or chooses a language by hand; remembered in this browser only. */
export function offerOtherLanguage(): void {
  const offer = document.querySelector<HTMLElement>('[data-offer]');
  document.querySelector('.switch')?.addEventListener('click', sayNo);
  // Where nothing may be stored it would be asked on every page.
  if (!offer || kept('offer') !== null) return;
  const other = offer.dataset['offer'] ?? '';
  const here = document.documentElement.lang.slice(0, 2);
  const preferred = navigator.languages.map((each) => each.slice(0, 2)).find((each) => each === other || each === here);
  if (preferred !== other) return;
  offer.hidden = false;
  for (const each of offer.querySelectorAll('a,button')) each.addEventListener('click', sayNo);
  offer.querySelector('[data-offer-no]')?.addEventListener('click', () => (offer.hidden = true));
}

function sayNo(): void {
  keep('offer', 'no');
}

/** A worker that keeps one small page and nothing else: what is read is always fresh. Long after all that is seen. */
export function keepOfflinePage(): void {
  if (!document.documentElement.dataset['offline'] || !('serviceWorker' in navigator)) return;
  addEventListener('load', () =>
    setTimeout(() => {
      if (!navigator.serviceWorker.controller) navigator.serviceWorker.register('/sw.js').catch(() => {});
    }, 5_000),
  );
}
