/// <reference lib="dom" />
import { count } from './count.js';
import type { Deck } from './deck.js';
import { type Passage, passageLink } from './passage.js';
import { fill, timeCode } from './place.js';
import { keep, kept } from './store.js';
import type { Talk } from './talk.js';

/** What the page says about itself for sharing. */
interface About {
  url: string;
  title: string;
  version?: number;
  words: Record<'at' | 'heard' | 'passage' | 'nothing' | 'quote' | 'by' | 'of' | 'badHost', string>;
}

export type What = 'all' | 'at' | 'heard' | 'passage' | 'start';

/** The block that shares: all of it, from here, what was just heard, chosen words. It opens as a dialog where it is asked for. */
export class Share {
  private readonly about: About;
  private readonly body: HTMLElement;
  private readonly dialog = document.createElement('dialog');
  private passage: Passage | undefined;
  private heard: Passage | undefined;
  private at = 0;

  constructor(
    private readonly section: HTMLElement,
    private readonly deck: Deck | undefined,
    private readonly talk: Talk | undefined,
  ) {
    this.about = JSON.parse(this.one('[data-share-about]').textContent ?? '{}') as About;
    this.body = this.one('[data-share-body]');
    this.dialog.className = 'sheet share';
    this.dialog.setAttribute('aria-labelledby', 'share');
    this.dialog.addEventListener('close', () => this.section.prepend(this.body));
    this.dialog.addEventListener('click', ({ target }) => target === this.dialog && this.dialog.close());
    section.append(this.dialog);
    if (deck) this.one('[data-share-what]').hidden = false;
    this.body.addEventListener('change', () => this.draw());
    this.body.addEventListener('focusin', () => this.look());
    this.body.addEventListener('pointerenter', () => this.look());
    this.workNative();
    this.workMastodon();
    for (const link of this.body.querySelectorAll('.share-to a,[data-share-copy]'))
      link.addEventListener('click', () => count('share'));
    this.look();
  }

  /** Opens with this choice made; what has to be fetched for it follows. */
  async open(what: What, passage?: Passage): Promise<void> {
    this.passage = passage ?? this.passage;
    if (!this.dialog.open) {
      this.dialog.append(this.body);
      this.dialog.showModal();
    }
    const isAtBegin = what === 'at' && (this.deck?.now ?? 0) < 1;
    const chosen = this.radio(isAtBegin ? 'all' : what);
    chosen.checked = true;
    const looked = this.look();
    chosen.focus();
    await looked;
    // Its label is shown only now.
    if (what === 'heard') chosen.focus();
  }

  private one<T extends HTMLElement>(selector: string): T {
    return this.section.querySelector<T>(selector)!;
  }

  private radio(what: What): HTMLInputElement {
    return this.one<HTMLInputElement>(`[name=share-what][value=${what}]`);
  }

  /** Where the player is now, in the words of the choices. */
  private async look(): Promise<void> {
    const { deck, about } = this;
    if (!deck) return;
    this.at = deck.now;
    const label = (what: What, text: string): void => {
      const input = this.radio(what);
      input.nextElementSibling!.textContent = text;
      input.closest('label')!.hidden = text === '';
    };
    const span = ({ start, end }: Pick<Passage, 'start' | 'end'>) => ({
      position: timeCode(start),
      end: timeCode(end),
    });
    label('at', this.at < 1 ? '' : fill(about.words.at, { position: timeCode(this.at) }));
    label('passage', this.passage ? fill(about.words.passage, span(this.passage)) : '');
    this.draw();
    this.heard = deck.hasPlayed && this.at > 5 ? await this.justHeard() : undefined;
    label('heard', this.heard ? fill(about.words.heard, span(this.heard)) : '');
    this.draw();
  }

  /** Snapped to sentences where there is a transcript, else the last thirty seconds (`ux:L-10`). */
  private async justHeard(): Promise<Passage> {
    const bare = { quote: '', name: '', paragraph: 0, from: 0, to: 0 };
    const plain = { ...bare, start: Math.max(0, Math.floor(this.at - 30)), end: Math.floor(this.at) };
    return (await this.talk?.heard()) ?? plain;
  }

  private chosen(): What {
    return (this.one<HTMLInputElement>('[name=share-what]:checked')?.value ?? 'all') as What;
  }

  private passageOf(what: What): Passage | undefined {
    return what === 'passage' ? this.passage : what === 'heard' ? this.heard : undefined;
  }

  private link(what: What): string {
    const { url, version } = this.about;
    const passage = this.passageOf(what);
    const release = version ? `&r=${version}` : '';
    if (passage?.paragraph) return passageLink(url, passage, version);
    if (passage) return `${url}?t=${passage.start}&end=${passage.end}${release}`;
    if (what === 'at') return `${url}?t=${Math.floor(this.at)}${release}`;
    return what === 'start' ? url + (this.radio('start').dataset['url'] ?? '') : url;
  }

  /** The sentence with who said it, in the reader's language; its words stay as they were said. */
  private text(what: What): string {
    const { words, title } = this.about;
    const passage = this.passageOf(what);
    if (!passage?.quote) return title;
    const by = fill(passage.name ? words.by : words.of, {
      name: passage.name,
      title,
      position: timeCode(passage.start),
    });
    return `${fill(words.quote, { quote: passage.quote })}\n${by}`;
  }

  private draw(): void {
    const what = this.chosen();
    const url = this.link(what);
    const text = this.text(what);
    const isQuote = this.passageOf(what)?.quote;
    this.one<HTMLInputElement>('[data-share-url]').value = url;
    this.one('[data-share-copy]').dataset['copy'] = isQuote ? `${text}\n${url}` : url;
    const quote = this.one('[data-share-quote]');
    quote.hidden = !isQuote;
    quote.textContent = isQuote ? text : '';
    const encode = encodeURIComponent;
    this.one<HTMLAnchorElement>('[data-share-linkedin]').href =
      `https://www.linkedin.com/sharing/share-offsite/?url=${encode(url)}`;
    this.one<HTMLAnchorElement>('[data-share-mail]').href =
      `mailto:?subject=${encode(this.about.title)}&body=${encode(`${text}\n${url}`)}`;
  }

  /** The device's own sheet, where it has one; on phones it stands first. */
  private workNative(): void {
    const button = this.one('[data-share-native]');
    if (!navigator.share) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      const what = this.chosen();
      count('share');
      navigator.share({ title: this.about.title, text: this.text(what), url: this.link(what) }).catch(() => {});
    });
  }

  /** The reader's own server, typed once and kept in this browser. */
  private workMastodon(): void {
    const box = this.one('[data-mastodon]');
    const form = box.querySelector('form')!;
    const field = form.querySelector('input')!;
    const hint = form.querySelector('[role=status]')!;
    box.hidden = false;
    field.value = kept('mastodon') ?? '';
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const host = field.value
        .trim()
        .replace(/^https?:\/\//i, '')
        .replace(/^@?[^@\s]*@/, '')
        .replace(/\/.*$/, '');
      if (!/^[\p{L}\d-]+(\.[\p{L}\d-]+)+(:\d{1,5})?$/u.test(host)) {
        hint.textContent = this.about.words.badHost;
        return;
      }
      keep('mastodon', host);
      count('share');
      const what = this.chosen();
      const text = encodeURIComponent(`${this.text(what)}\n${this.link(what)}`);
      window.open(`https://${host}/share?text=${text}`, '_blank', 'noopener');
    });
  }
}
