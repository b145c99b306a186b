/// <reference lib="dom" />
import { postLength } from './post-length.js';

/** What the page brings along: every text by network and by `tone-length`, limits, words with `%n` and `%l`. */
interface KitData {
  posts: Record<string, Record<string, string>>;
  limits: Record<string, number>;
  link: string;
  words: { count: string; countFree: string; tooLong: string; networks: Record<string, string> };
  region: string;
}

/** Swaps texts without another request, counts while somebody writes, copies; all of it can be done without. */
const share = document.querySelector<HTMLElement>('[data-kit]');
if (share) {
  workCopies(share);
  workChoices(share);
}
workSound();

function workChoices(root: HTMLElement): void {
  const form = root.querySelector<HTMLFormElement>('[data-kit-choices]');
  const area = root.querySelector<HTMLTextAreaElement>('[data-kit-text]');
  const source = root.querySelector('[data-kit-texts]');
  if (!form) return;
  const submit = form.querySelector<HTMLElement>('[data-kit-submit]');
  if (submit) submit.hidden = true;
  const data = source ? (JSON.parse(source.textContent ?? '') as KitData) : undefined;
  const chosen = (name: string) => String(new FormData(form).get(name) ?? '');
  const texts = new Map<string, string>();
  const keyNow = () => `${chosen('for')} ${chosen('tone')}-${chosen('length')}`;
  let key = keyNow();
  let byKeys = false;
  form.addEventListener('keydown', () => (byKeys = true));
  form.addEventListener('pointerdown', () => (byKeys = false));
  const refresh = () => {
    if (area && data) show(root, data, chosen('for'), area.value);
  };
  area?.addEventListener('input', () => {
    // What somebody wrote comes back when they come back to it.
    texts.set(key, area.value);
    refresh();
  });
  form.addEventListener('change', (event) => {
    const { name } = event.target as HTMLInputElement;
    const next = data?.posts[chosen('for')]?.[`${chosen('tone')}-${chosen('length')}`];
    const isMail = root.querySelector('[data-kit-subject]') !== null;
    // A blog and a mail have other fields, and another date other texts: those are pages of their own.
    if (!area || next === undefined || name === 'date' || (chosen('for') === 'mail') !== isMail) {
      // Arrow keys go over choices: whoever uses them goes on by Enter or by the button, not by passing over it.
      if (!byKeys) form.requestSubmit();
      else if (submit) submit.hidden = false;
      return;
    }
    if (submit) submit.hidden = true;
    key = keyNow();
    area.value = texts.get(key) ?? next;
    refresh();
  });
  root.querySelector('[data-kit-subject]')?.addEventListener('input', refresh);
  refresh();
}

/** The count, in the network's own way, and the address that opens the network. */
function show(root: HTMLElement, data: KitData, network: string, text: string): void {
  const limit = data.limits[network] ?? 0;
  const length = postLength(network as never, text);
  const number = (n: number) => new Intl.NumberFormat(data.region).format(n);
  const count = root.querySelector<HTMLElement>('[data-kit-count]');
  if (count) {
    const { words } = data;
    const said = (limit ? words.count : words.countFree).replace('%n', number(length)).replace('%l', number(limit));
    const isLong = limit > 0 && length > limit;
    count.textContent = isLong ? `${said} · ${words.tooLong.replace('%n', number(length - limit))}` : said;
    count.classList.toggle('over', isLong);
  }
  const open = root.querySelector<HTMLAnchorElement>('[data-kit-open]');
  const address = addressOf(network, text, data.link);
  if (open) {
    open.hidden = address === undefined;
    open.href = address ?? '#';
    open.textContent = (open.dataset['label'] ?? '').replace('%', data.words.networks[network] ?? '');
  }
  const mail = root.querySelector<HTMLAnchorElement>('[data-kit-mailto]');
  const subject = root.querySelector<HTMLInputElement>('[data-kit-subject]')?.value ?? '';
  if (mail) {
    mail.href = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\n/g, '\r\n'))}`;
  }
}

function addressOf(network: string, text: string, link: string): string | undefined {
  const q = encodeURIComponent;
  if (network === 'linkedin') return `https://www.linkedin.com/sharing/share-offsite/?url=${q(link)}`;
  if (network === 'x') return `https://x.com/intent/post?text=${q(text)}`;
  if (network === 'bluesky') return `https://bsky.app/intent/compose?text=${q(text)}`;
  return undefined;
}

/** Buttons that copy what stands in a field, as it was changed. */
function workCopies(root: HTMLElement): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-kit-copy]')) {
    const label = button.textContent ?? '';
    button.hidden = false;
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
      const field = document.querySelector<HTMLTextAreaElement>(button.dataset['kitCopy'] ?? '');
      if (!field) return;
      field.select();
      // Where the clipboard is closed to a page, the text is selected at least.
      const isCopied = await navigator.clipboard?.writeText(field.value).then(
        () => true,
        () => false,
      );
      if (!isCopied && !document.execCommand('copy')) return;
      button.textContent = button.dataset['copied'] ?? label;
      setTimeout(() => (button.textContent = label), 2_000);
    });
  }
}

/** Before and after at the same moment: one of the two plays, the other waits where it is. */
function workSound(): void {
  const box = document.querySelector<HTMLElement>('[data-kit-sound]');
  const [after, before] = [...(box?.querySelectorAll<HTMLAudioElement>('audio') ?? [])];
  if (!box || !after || !before) return;
  for (const [one, other] of [
    [after, before],
    [before, after],
  ] as const) {
    one.addEventListener('play', () => {
      if (other.paused) return;
      other.pause();
      one.currentTime = Math.min(other.currentTime, one.duration || other.currentTime);
    });
  }
}
