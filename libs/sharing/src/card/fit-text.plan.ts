import type { TypeRuler, TypeStyle } from './type-ruler.js';

/** A text with its type, as large as wanted; it is made smaller together with its neighbours until all of them fit. */
export interface Block extends TypeStyle {
  text: string;
  colour: string;
  /** Pixels, the least size. */
  least: number;
  /** The most lines. */
  lines: number;
  /** Line height as a share of the size. */
  leading: number;
  /** Pixels above it, unless it is the first. */
  above?: number;
  /** May end in `…` when nothing else helps; names may not. */
  mayBeCut?: boolean;
  /** Breaks at spaces alone, however many lines that takes. */
  keepsWords?: boolean;
  /** Lines of about the same length: for headings. */
  isBalanced?: boolean;
}

export interface FittedLine extends TypeStyle {
  text: string;
  colour: string;
  /** From the top of the stack to the top of the line's box; pixels. */
  top: number;
  /** Height of the line's box. */
  height: number;
  width: number;
}

export interface FittedStack {
  lines: FittedLine[];
  height: number;
}

/**
 * Sets blocks below each other within a box: all shrink together, down to their least sizes; then those that may be
 * cut lose lines, the last one first. Empty blocks take no room. Nothing is ever wider than the box (`ux:K-10`).
 */
export function fitStack(ruler: TypeRuler, blocks: readonly Block[], width: number, height: number): FittedStack {
  const filled = blocks.filter((block) => block.text !== '');
  for (let share = 1; share > 0.3; share -= 0.04) {
    const sized = filled.map((block) => ({ ...block, size: Math.max(block.least, Math.round(block.size * share)) }));
    const stack = set(ruler, sized, width);
    if (stack && stack.height <= height) return stack;
    if (sized.every(({ size, least }) => size === least)) break;
  }
  return cutToFit(
    ruler,
    filled.map((block) => ({ ...block, size: block.least })),
    width,
    height,
  );
}

/** Undefined when a block needs more lines than it may have, or would break a word that fits in a smaller type. */
function set(ruler: TypeRuler, blocks: readonly Block[], width: number): FittedStack | undefined {
  if (blocks.some((block) => breaksWord(ruler, block, width))) return undefined;
  const broken = blocks.map((block) => wrap(ruler, block, width));
  if (broken.some((lines, i) => lines.length > blocks[i]!.lines)) return undefined;
  return place(ruler, blocks, broken, width);
}

function breaksWord(ruler: TypeRuler, block: Block, width: number): boolean {
  const widest = (size: number) =>
    Math.max(...toPieces(block.text).map((piece) => ruler.width(piece.trimEnd(), { ...block, size })));
  return widest(block.size) > width && widest(block.least) <= width;
}

/** Breaks at spaces alone where that takes no more lines: a double name stays together. */
function wrap(ruler: TypeRuler, block: Block, width: number): string[] {
  const lines = breakLines(ruler, block.text, block, width);
  const words = toWords(block.text);
  if (words.some((word) => ruler.width(word.trimEnd(), block) > width)) return lines;
  const whole = fill(ruler, words, block, width);
  return block.keepsWords || whole.length <= lines.length ? whole : lines;
}

function cutToFit(ruler: TypeRuler, blocks: Block[], width: number, height: number): FittedStack {
  const broken = blocks.map((block) => wrap(ruler, block, width));
  const allowed = blocks.map((block, i) =>
    block.mayBeCut ? Math.min(block.lines, broken[i]!.length) : broken[i]!.length,
  );
  const stack = () =>
    place(
      ruler,
      blocks,
      broken.map((lines, i) => cutLines(ruler, lines, allowed[i]!, blocks[i]!, width)),
      width,
    );
  let fitted = stack();
  for (let i = blocks.length - 1; i >= 0; i -= 1) {
    while (fitted.height > height && blocks[i]!.mayBeCut && allowed[i]! > 0) {
      allowed[i]! -= 1;
      fitted = stack();
    }
  }
  return fitted;
}

function place(
  ruler: TypeRuler,
  blocks: readonly Block[],
  broken: readonly (readonly string[])[],
  width: number,
): FittedStack {
  const lines: FittedLine[] = [];
  let top = 0;
  blocks.forEach((block, i) => {
    const { face, weight, size, colour } = block;
    const own = block.isBalanced ? balance(ruler, broken[i]!, block, width) : broken[i]!;
    if (own.length > 0 && lines.length > 0) top += block.above ?? 0;
    for (const text of own) {
      const height = Math.round(size * block.leading);
      lines.push({ text, face, weight, size, colour, top, height, width: ruler.width(text, block) });
      top += height;
    }
  });
  return { lines, height: top };
}

/** Breaks at spaces and after hyphens and slashes; a word that is wider than the box by itself, within. */
export function breakLines(ruler: TypeRuler, text: string, style: TypeStyle, width: number): string[] {
  return fill(
    ruler,
    toPieces(text).flatMap((each) => splitLong(ruler, each, style, width)),
    style,
    width,
  );
}

function fill(ruler: TypeRuler, pieces: readonly string[], style: TypeStyle, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const longer = line + piece;
    if (line !== '' && ruler.width(longer.trimEnd(), style) > width) {
      lines.push(line.trimEnd());
      line = piece;
    } else line = longer;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Words with the space, hyphen or slash after them. */
function toPieces(text: string): string[] {
  return text.match(/[^ \-‐–/]*[ \-‐–/]*/g)?.filter((piece) => piece !== '') ?? [];
}

/** Words with the space after them. */
function toWords(text: string): string[] {
  return text.match(/[^ ]+ *|^ +/g) ?? [];
}

function splitLong(ruler: TypeRuler, piece: string, style: TypeStyle, width: number): string[] {
  if (ruler.width(piece.trimEnd(), style) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const char of piece) {
    if (part !== '' && ruler.width(part + char, style) > width) {
      parts.push(part);
      part = '';
    }
    part += char;
  }
  return [...parts, part];
}

function cutLines(ruler: TypeRuler, lines: readonly string[], most: number, style: TypeStyle, width: number): string[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  const last = kept.at(-1);
  if (last === undefined) return [];
  let text = last;
  while (text !== '' && ruler.width(`${text}…`, style) > width) {
    const cut = text.replace(/\s*\S*$/, '');
    text = cut === '' ? text.slice(0, -1) : cut; // whole words, as long as there are some
  }
  return [...kept.slice(0, -1), `${text.replace(/[\s,;:.–-]+$/, '')}…`];
}

/** The same number of lines in the narrowest box that holds them, without breaking a word for it. */
function balance(ruler: TypeRuler, lines: readonly string[], block: Block, width: number): readonly string[] {
  if (lines.length < 2 || lines.at(-1)!.endsWith('…')) return lines;
  const widest = Math.max(...toPieces(block.text).map((piece) => ruler.width(piece.trimEnd(), block)));
  if (widest > width) return lines;
  let [low, high] = [Math.max(width / 2, widest), width];
  let best = lines;
  while (high - low > 8) {
    const middle = (low + high) / 2;
    const tried = wrap(ruler, block, middle);
    if (tried.length <= lines.length && hyphens(tried) <= hyphens(lines)) [best, high] = [tried, middle];
    else low = middle;
  }
  return best;
}

const hyphens = (lines: readonly string[]) => lines.filter((line) => /[-‐–/]$/.test(line)).length;
