/// <reference lib="dom" />

/** Which of a guest's links led here, if one did: nothing else is ever counted (`ux:K-13`). */
const via = /^[a-z0-9]{2,12}$/i.exec(new URLSearchParams(location.search).get('via') ?? '')?.[0];

/** One share, or one listener who heard half a minute; without cookies, and only for visits that a guest's link brought. */
export function count(kind: 'share' | 'play'): void {
  if (via) navigator.sendBeacon('/s/count', new URLSearchParams({ via, kind, path: location.pathname }));
}

/** Tells once that thirty seconds were heard. */
export function countHearing(media: HTMLMediaElement): void {
  let heard = 0;
  let last = 0;
  media.addEventListener('timeupdate', () => {
    const step = media.currentTime - last;
    last = media.currentTime;
    if (heard >= 30 || step <= 0 || step > 2) return;
    heard += step;
    if (heard >= 30) count('play');
  });
}
