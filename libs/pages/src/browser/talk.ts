/// <reference lib="dom" />
import type { Deck } from './deck.js';
import {
  chosenWords,
  lastSentences,
  type Passage,
  type Said,
  type Segment,
  timesOf,
  type Word,
  wordsOf,
} from './passage.js';

/** The transcript on the page: it shows what is being said, and finds when words are said. */
export class Talk {
  readonly paragraphs: HTMLElement[];
  /** Where each begins; NaN without times. */
  private readonly starts: number[];
  private readonly button: HTMLElement | null;
  private current = -1;
  /** The page goes along; over as soon as the reader scrolls. */
  private isFollowing = false;
  private said: Promise<Said[]> | undefined;

  constructor(
    readonly section: HTMLElement,
    private readonly deck: Deck,
  ) {
    this.paragraphs = [...section.querySelectorAll<HTMLElement>('p[id^="p-"]')];
    this.starts = this.paragraphs.map((p) => Number(p.querySelector<HTMLElement>('[data-go]')?.dataset['go'] ?? NaN));
    this.button = section.querySelector('[data-follow]');
    this.button?.addEventListener('click', () => this.goAlong());
    section.addEventListener('click', (event) => {
      if ((event.target as HTMLElement).closest('[data-go]')) this.isFollowing = true;
    });
    for (const kind of ['wheel', 'touchmove', 'keydown'] as const)
      document.addEventListener(kind, (event) => this.onReader(event), { passive: true });
    document.addEventListener('scroll', () => this.showButton(), { passive: true });
  }

  /** The paragraph of this moment is marked; the page moves only while it is followed. */
  move(): void {
    if (!this.deck.hasStarted) return;
    const now = this.deck.now + 0.25;
    const index = this.starts.findLastIndex((start) => start <= now);
    if (index === this.current) return;
    this.paragraphs[this.current]?.removeAttribute('aria-current');
    this.current = index;
    this.paragraphs[index]?.setAttribute('aria-current', 'true');
    if (this.isFollowing) this.bringIntoView();
    this.showButton();
  }

  /** When each word is said; fetched once it is wanted, empty without times. */
  times(): Promise<Said[]> {
    const path = this.section.dataset['talk'];
    this.said ??= path
      ? fetch(path)
          .then((answer) => (answer.ok ? (answer.json() as Promise<{ segments: Segment[] }>) : { segments: [] }))
          .then(({ segments }) => timesOf(segments))
          .catch(() => [])
      : Promise.resolve([]);
    return this.said;
  }

  words(): Word[] {
    return this.paragraphs.flatMap(wordsOf);
  }

  /** The words that are selected, with their times; undefined where nothing of the transcript is, or without times. */
  async chosen(): Promise<Passage | undefined> {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return undefined;
    const range = chosenWords(this.words(), selection.getRangeAt(0));
    return range && this.passage(...range);
  }

  /** The last half minute, from a sentence's begin to a sentence's end. */
  async heard(seconds = 30): Promise<Passage | undefined> {
    const range = lastSentences(await this.times(), this.deck.now, seconds);
    return range && this.passage(...range);
  }

  private async passage(first: number, last: number): Promise<Passage | undefined> {
    const said = await this.times();
    const words = this.words();
    const [begin, end] = [words[first], words[last]];
    if (!said[first] || !said[last] || !begin || !end) return undefined;
    const paragraph = begin.node.parentElement!.closest<HTMLElement>('p')!;
    const index = this.paragraphs.indexOf(paragraph);
    const before = this.paragraphs.slice(0, index).reduce((sum, p) => sum + wordsOf(p).length, 0);
    return {
      start: Math.floor(said[first].start * 10 + 1e-6) / 10,
      end: Math.ceil(said[last].end * 10 - 1e-6) / 10,
      quote: words
        .slice(first, last + 1)
        .map(({ node, from, to }) => node.data.slice(from, to))
        .join(' '),
      name: paragraph.dataset['name'] ?? '',
      paragraph: index + 1,
      from: first - before,
      to: last - before,
    };
  }

  /** Marks the words that a link names: `&w=3-11#p-12`, counted from the begin of that paragraph. */
  markLinked(): void {
    const [, number] = /^#p-(\d{1,6})/.exec(location.hash) ?? [];
    const [, from, to] = /^(\d{1,6})-(\d{1,6})$/.exec(new URLSearchParams(location.search).get('w') ?? '') ?? [];
    const first = this.paragraphs[Number(number) - 1];
    if (!number || !first) return;
    open(first);
    if (from === undefined) return;
    const words = this.paragraphs.slice(Number(number) - 1, Number(number) + 40).flatMap(wordsOf);
    const marked = words.slice(Number(from), Number(to) + 1);
    for (const run of byText(marked).reverse()) mark(run);
    first.querySelector('mark')?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }

  private goAlong(): void {
    this.isFollowing = true;
    open(this.paragraphs[this.current]);
    this.bringIntoView();
    this.showButton();
  }

  private onReader(event: Event): void {
    if (event instanceof KeyboardEvent && !/^(Arrow(Up|Down)|Page|Home|End| $)/.test(event.key)) return;
    if ((event.target as HTMLElement).closest?.('[data-player]')) return;
    this.isFollowing = false;
    this.showButton();
  }

  private bringIntoView(): void {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.paragraphs[this.current]?.scrollIntoView({ block: 'center', behavior: isCalm ? 'instant' : 'smooth' });
  }

  /** While the transcript is read elsewhere than where the voice is. */
  private showButton(): void {
    if (!this.button) return;
    const { top, bottom } = this.section.getBoundingClientRect();
    const isRead = top < innerHeight * 0.7 && bottom > innerHeight * 0.3;
    this.button.hidden = this.isFollowing || !isRead || this.current < 0 || !this.deck.hasPlayed;
  }
}

/** Unfolds what a paragraph stands in. */
export function open(paragraph: HTMLElement | undefined): void {
  const folded = paragraph?.closest('details');
  if (folded) folded.open = true;
}

/** Words that stand in one text, joined. */
function byText(words: readonly Word[]): Word[] {
  const runs: Word[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last?.node === word.node) last.to = word.to;
    else runs.push({ ...word });
  }
  return runs;
}

function mark({ node, from, to }: Word): void {
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  range.surroundContents(document.createElement('mark'));
}
