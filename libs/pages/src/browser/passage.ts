/// <reference lib="dom" />

/** A stretch of the transcript's file, in seconds. */
export interface Segment {
  startTime: number;
  endTime: number;
  body: string;
}

/** Chosen words: where they are said, and where they stand on the page. */
export interface Passage {
  start: number;
  end: number;
  quote: string;
  name: string;
  /** The paragraph in which it begins, from 1, and its first and last word counted from there, from 0. */
  paragraph: number;
  from: number;
  to: number;
}

/** A word of the page: its paragraph, the text that holds it and where in it. */
export interface Word {
  node: Text;
  from: number;
  to: number;
}

/** The words of a paragraph, without its time and name. */
export function wordsOf(paragraph: Element): Word[] {
  const words: Word[] = [];
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.parentElement!.closest('a,b')) continue;
    for (const found of node.data.matchAll(/\S+/g))
      words.push({ node, from: found.index, to: found.index + found[0].length });
  }
  return words;
}

/** The first and last word that a selection touches, counted over all paragraphs; undefined outside of them. */
export function chosenWords(words: readonly Word[], range: Range): [first: number, last: number] | undefined {
  const touched = ({ node, from, to }: Word): boolean => {
    const isBefore = range.comparePoint(node, to) < 0 || isAt(range.startContainer, range.startOffset, node, to);
    const isAfter = range.comparePoint(node, from) > 0 || isAt(range.endContainer, range.endOffset, node, from);
    return !isBefore && !isAfter;
  };
  const first = words.findIndex(touched);
  return first < 0 ? undefined : [first, words.findLastIndex(touched)];
}

function isAt(node: Node, offset: number, other: Node, at: number): boolean {
  return node === other && offset === at;
}

/** A word and when it is said, in seconds. */
export interface Said {
  word: string;
  start: number;
  end: number;
}

/** When each word is said: by the share of its segment's characters before it. */
export function timesOf(segments: readonly Segment[]): Said[] {
  return segments.flatMap(({ startTime, endTime, body }) => {
    const words = body.split(/\s+/).filter((word) => word !== '');
    const all = words.reduce((sum, word) => sum + word.length + 1, 0);
    let before = 0;
    const at = (characters: number): number => startTime + ((endTime - startTime) * characters) / all;
    return words.map((word) => ({ word, start: at(before), end: at((before += word.length + 1)) }));
  });
}

/** What was just heard: from the begin of a sentence to the end of one, about `seconds` long. */
export function lastSentences(
  said: readonly Said[],
  now: number,
  seconds: number,
): [first: number, last: number] | undefined {
  const ends = said.flatMap(({ word }, index) => (/[.!?…]["»”’)]*$/.test(word) ? [index] : []));
  const begins = [0, ...ends.map((index) => index + 1)].filter((index) => said[index] && said[index].start < now);
  const first = nearest(begins, (index) => said[index]!.start - (now - seconds));
  if (first === undefined) return undefined;
  const last = nearest(
    ends.filter((index) => index >= first),
    (index) => said[index]!.end - now,
  );
  return [first, last ?? said.length - 1];
}

function nearest(indexes: readonly number[], off: (index: number) => number): number | undefined {
  let best: number | undefined;
  for (const index of indexes) if (best === undefined || Math.abs(off(index)) < Math.abs(off(best))) best = index;
  return best;
}

/** `?t=604.2&end=612.8&w=3-11#p-12:~:text=…`: reopened, it marks these words and prepares the sound (`ux` 6, 11). */
export function passageLink(url: string, passage: Passage, version?: number): string {
  const { start, end, paragraph, from, to, quote } = passage;
  const query = new URLSearchParams({ t: String(start), end: String(end) });
  if (version) query.set('r', String(version));
  query.set('w', `${from}-${to}`);
  return `${url}?${query}#p-${paragraph}:~:text=${textDirective(quote)}`;
}

/** What browsers mark by themselves: all of a few words, else the first and the last ones. */
function textDirective(quote: string): string {
  const words = quote.split(/\s+/);
  const encode = (part: string[]): string => encodeURIComponent(part.join(' ')).replace(/-/g, '%2D');
  return words.length <= 8 ? encode(words) : `${encode(words.slice(0, 4))},${encode(words.slice(-4))}`;
}
