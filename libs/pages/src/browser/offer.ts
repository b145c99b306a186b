/// <reference lib="dom" />

/** The other language for readers whose browser prefers it, and a page for when there is no connection. */
offerOtherLanguage();
keepOfflinePage();

/** Shown until somebody says no or chooses a language by hand; remembered in this browser only. */
function offerOtherLanguage(): void {
  const offer = document.querySelector<HTMLElement>('[data-offer]');
  document.querySelector('.switch')?.addEventListener('click', sayNo);
  if (!offer || isRefused()) return;
  const other = offer.dataset['offer'] ?? '';
  const here = document.documentElement.lang.slice(0, 2);
  const preferred = navigator.languages.map((each) => each.slice(0, 2)).find((each) => each === other || each === here);
  if (preferred !== other) return;
  offer.hidden = false;
  for (const each of offer.querySelectorAll('a,button')) each.addEventListener('click', sayNo);
  offer.querySelector('[data-offer-no]')?.addEventListener('click', () => (offer.hidden = true));
}

function isRefused(): boolean {
  try {
    return localStorage.getItem('offer') === 'no';
  } catch {
    return true;
  }
}

function sayNo(): void {
  try {
    localStorage.setItem('offer', 'no');
  } catch {
    // A browser that stores nothing is asked again on the next page.
  }
}

/** A worker that keeps one small page and nothing else: what is read is always fresh. Long after all that is seen. */
function keepOfflinePage(): void {
  if (!document.documentElement.dataset['offline'] || !('serviceWorker' in navigator)) return;
  addEventListener('load', () =>
    setTimeout(() => {
      if (!navigator.serviceWorker.controller) navigator.serviceWorker.register('/sw.js').catch(() => {});
    }, 5_000),
  );
}

export {};
