/// <reference lib="dom" />
import { type About, Player } from './player.js';

/**
 * The player on other sites. Its frame may have no origin of its own (`sandbox="allow-scripts"`): nothing is stored
 * and nothing is asked of a server (`ux:K-31`).
 */
const root = document.querySelector<HTMLElement>('[data-player]');
if (root)
  new Player(root, JSON.parse(root.querySelector('[data-about]')?.textContent ?? '{}') as About, { mayAsk: false });
speakToHost();
becomePlayer();

/** WordPress keeps the secret behind the hash and listens to two messages: a link to our host, and a height (`ux:K-31`). */
function speakToHost(): void {
  const secret = /[#&?]secret=([a-zA-Z0-9]{1,40})/.exec(location.hash)?.[1];
  if (!secret || window.parent === window) return;
  const tell = (message: 'link' | 'height', value: string | number): void =>
    window.parent.postMessage({ message, value, secret }, '*');
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[target]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      // A host follows links to the frame's own host only; from there it is led on to a show's own.
      tell('link', new URL(link.pathname + link.search, location.href).href);
    });
  }
  // The small one keeps its 152 px: a host would make it 200 (`ux:K-31`).
  const sayHeight = (): void => {
    if (innerHeight < 200) return;
    tell('height', Math.min(1000, Math.max(200, Math.ceil(document.body.scrollHeight))));
  };
  sayHeight();
  window.addEventListener('message', ({ data, source }) => {
    if (source === window.parent && (data as { message?: unknown; secret?: unknown } | null)?.message === 'ready')
      sayHeight();
  });
  window.addEventListener('resize', sayHeight);
}

/** Before the release: asked again at its second, until the player is there (`ux:K-35`). */
function becomePlayer(): void {
  const at = Number(document.querySelector<HTMLElement>('[data-out-at]')?.dataset['outAt']);
  if (!at) return;
  const wait = Math.max(0, at - Date.now());
  // A timer of more than 24 days would be over at once.
  if (wait > 2_000_000_000) return;
  setTimeout(() => location.reload(), wait + 1_000 + (wait === 0 ? 14_000 : 0));
}
