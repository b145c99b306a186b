/// <reference lib="dom" />
import { fill } from './place.js';
import { open, type Talk } from './talk.js';

/** Search within the transcript: counted, marked, gone through with Enter or the buttons; accents do not matter. */
export function workFind(talk: Talk, tools: HTMLElement): void {
  const one = <T extends HTMLElement>(selector: string): T => tools.querySelector<T>(selector)!;
  const words = JSON.parse(tools.dataset['words'] ?? '{}') as { found: string; none: string };
  const field = one<HTMLInputElement>('[data-find]');
  const steps = [...tools.querySelectorAll<HTMLElement>('[data-find-step]')];
  let ranges: Range[] = [];
  let at = -1;
  const show = (): void => {
    const count = ranges.length;
    const isAsked = plain(field.value).length > 1;
    one('[data-found]').textContent = !isAsked
      ? ''
      : count === 0
        ? words.none
        : fill(words.found, { number: at + 1, count });
    for (const step of steps) step.hidden = count === 0;
    highlight('found', ranges);
    highlight('found-now', ranges.slice(at, at + 1));
    const paragraph = ranges[at]?.startContainer.parentElement?.closest<HTMLElement>('p');
    if (!paragraph) return;
    open(paragraph);
    paragraph.scrollIntoView({ block: 'center', behavior: 'instant' });
  };
  const go = (step: number): void => {
    if (ranges.length === 0) return;
    at = (at + step + ranges.length) % ranges.length;
    show();
  };
  field.addEventListener('input', () => {
    ranges = find(talk, plain(field.value));
    at = -1;
    show();
    if (ranges.length > 0) one('[data-found]').textContent = fill(words.found, { number: 0, count: ranges.length });
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    go(event.shiftKey ? -1 : 1);
  });
  for (const step of steps) step.addEventListener('click', () => go(Number(step.dataset['findStep'])));
}

/** A letter each, without accents and small, so that places stay where they are. */
function plain(text: string): string {
  return [...text].map((letter) => fold(letter)).join('');
}

function fold(letter: string): string {
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.length === letter.length ? bare : letter;
}

const most = 500;

function find(talk: Talk, asked: string): Range[] {
  const ranges: Range[] = [];
  if (asked.trim().length < 2) return ranges;
  for (const paragraph of talk.paragraphs) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && ranges.length < most) {
      const node = walker.currentNode as Text;
      if (node.parentElement!.closest('a,b')) continue;
      const text = plain(node.data);
      for (let from = text.indexOf(asked); from >= 0 && ranges.length < most; from = text.indexOf(asked, from + 1)) {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, from + asked.length);
        ranges.push(range);
      }
    }
  }
  return ranges;
}

/** Where browsers cannot mark, they still count and go there. */
function highlight(name: string, ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.set(name, new Highlight(...ranges));
}
