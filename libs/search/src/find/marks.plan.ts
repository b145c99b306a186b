/** A text in pieces, some of them found: structure, never markup (`abuse:A09`). */
export interface Piece {
  text: string;
  isHit: boolean;
}

const wordPattern = /[\p{L}\p{N}]+/gu;

/** The different words of texts, as they stand there. */
export function wordsIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.match(wordPattern) ?? []))];
}

/** Where the first of the words begins in a text; undefined: none of them does. */
export function firstHit(text: string, hits: ReadonlySet<string>): number | undefined {
  for (const match of text.matchAll(wordPattern)) if (hits.has(match[0])) return match.index;
  return undefined;
}

/** The text in pieces, neighbours joined. */
export function toPieces(text: string, hits: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  const add = (part: string, isHit: boolean) => {
    const last = pieces.at(-1);
    if (part === '') return;
    if (last?.isHit === isHit) last.text += part;
    else pieces.push({ text: part, isHit });
  };
  let at = 0;
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    add(text.slice(at, index), false);
    add(word, hits.has(word));
    at = index + word.length;
  }
  add(text.slice(at), false);
  return pieces;
}

/**
 * About so many characters around a place: from the beginning of its sentence where that is near, never through a word.
 * An ellipsis stands for what is left out.
 */
export function cutAround(text: string, at: number, length = 220): string {
  if (text.length <= length) return text;
  const sentence = Math.max(...['. ', '! ', '? ', '… '].map((end) => text.lastIndexOf(end, at - 1) + 2), 0);
  const from = at - sentence <= length / 2 && sentence > 1 ? sentence : wordAt(text, Math.max(0, at - length / 3));
  const end = from + length >= text.length ? text.length : text.lastIndexOf(' ', from + length);
  const to = end <= from ? from + length : end;
  return `${from > 1 ? '… ' : ''}${text.slice(from > 1 ? from : 0, to).trim()}${to < text.length ? ' …' : ''}`;
}

/** The beginning of the word at or after a place. */
function wordAt(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space < 0 ? at : space + 1;
}
