/// <reference lib="dom" />
import { keep, kept } from './store.js';

/** What a page that was reached from the end of the part before it is asked for. */
const mark = '#play';

/** At the end of a part the next one, for who ticked the box; remembered on this device (`ux:L-14`). */
export function goOn(media: HTMLMediaElement, play: () => void): void {
  if (location.hash === mark) {
    history.replaceState(history.state, '', location.pathname + location.search);
    play();
  }
  const link = document.querySelector<HTMLAnchorElement>('[data-next-part]');
  const label = document.querySelector<HTMLElement>('[data-go-on]');
  const box = label?.querySelector('input');
  if (!link || !label || !box) return;
  label.hidden = false;
  box.checked = kept('go-on') === 'yes';
  box.addEventListener('change', () => keep('go-on', box.checked ? 'yes' : null));
  media.addEventListener('ended', () => {
    if (box.checked) location.assign(link.href.split('#')[0] + mark);
  });
}
