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

/**
 * Where the best place of a text begins: the one near which most different words were found, the closest together; of
 * equal ones the first. Undefined: none was found.
 */
export function bestHit(text: string, hits: ReadonlySet<string>, near = 160): number | undefined {
  const found = [...text.matchAll(wordPattern)].filter(([word]) => hits.has(word)).slice(0, 400);
  let best: { at: number; words: number; width: number } | undefined;
  for (const [n, { index: at }] of found.entries()) {
    const words = new Set<string>();
    let width = 0;
    for (let next = n; next < found.length && found[next]!.index < at + near; next += 1) {
      const word = found[next]![0].toLowerCase().slice(0, 4);
      if (!words.has(word)) width = found[next]!.index - at;
      words.add(word);
    }
    if (!best || words.size > best.words || (words.size === best.words && width < best.width))
      best = { at, words: words.size, width };
  }
  return best?.at;
}

/** A word can be a form of a stem only if it begins alike: two letters, or one of a short stem (*dying* is *die*). */
export function mayMatch(folded: string, stems: readonly string[]): boolean {
  return stems.some((stem) => folded.startsWith(stem.slice(0, stem.length > 3 ? 2 : 1)));
}

/** The stems in the text of a tsquery. */
export function stemsIn(query: string): string[] {
  return [...query.matchAll(/'((?:[^']|'')+)'/g)].map(([, stem]) => stem!.replaceAll("''", "'"));
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
