import type { CardColours } from './card-colours.js';
import type { CardContent } from './card.content.js';
import { fitStack } from './fit-text.plan.js';
import { type BarsItem, box, type Frame, type Item, toItems } from './scene.js';
import type { TypeRuler } from './type-ruler.js';

/** What every part of a card is drawn with. */
export interface Hand {
  ruler: TypeRuler;
  colours: CardColours;
  content: CardContent;
  /** Storage keys of the pictures that are there. */
  pictures: ReadonlySet<string>;
}

/** A square picture, or a first letter in its place, standing on the plank. */
export function onPlank(hand: Hand, key: string | null, name: string, x: number, y: number, side: number): Item[] {
  const plank = Math.max(6, Math.round(side / 30));
  return [
    ...pictureOrLetter(hand, key, name, x, y, side),
    box(x, y + side + Math.round(plank * 0.9), side, plank, hand.colours.accent),
  ];
}

export function plankHeight(side: number): number {
  const plank = Math.max(6, Math.round(side / 30));
  return plank + Math.round(plank * 0.9);
}

export function pictureOrLetter(
  { ruler, colours, pictures }: Hand,
  key: string | null,
  name: string,
  x: number,
  y: number,
  side: number,
): Item[] {
  const radius = side >= 120 ? 12 : 6;
  if (key && pictures.has(key)) return [{ is: 'picture', x, y, width: side, height: side, key, radius }];
  const size = Math.round(side * 0.56);
  const style = { face: 'heading' as const, weight: 700 as const, size };
  const letter = firstLetter(ruler.drawable(name));
  const width = ruler.width(letter, style);
  const height = Math.round(size * 1.2);
  return [
    box(x, y, side, side, colours.tint, radius),
    {
      ...{ is: 'text', ...style, text: letter, colour: colours.accent, width, height },
      ...{ x: Math.round(x + (side - width) / 2), y: Math.round(y + (side - height) / 2) },
    },
  ];
}

/** The sound as mirrored bars over a frame's whole width; those after the mark are in the accent. */
export function soundBars({ content, colours }: Hand, frame: Frame, step = 12): Item[] {
  const count = Math.floor(frame.width / step);
  const heights = resample(content.peaks.length > 1 ? content.peaks : ornament(content.title + content.above), count);
  const mark = content.at === null ? count : Math.round(content.at * count);
  const bars = (from: number, to: number, fill: string): BarsItem => ({
    ...{ is: 'bars', ...frame, fill },
    d: heights
      .slice(from, to)
      .map((height, i) => toBar((from + i) * step, frame.height, Math.round(step * 0.5), height))
      .join(''),
  });
  if (mark >= count) return [bars(0, count, colours.wave)];
  return [...(mark > 0 ? [bars(0, mark, colours.wave)] : []), bars(mark, count, colours.accent)];
}

/** One bar with round ends, around the middle of the frame. */
function toBar(x: number, height: number, width: number, share: number): string {
  const radius = width / 2;
  const half = Math.max(radius, Math.round((share * height) / 2));
  const middle = height / 2;
  return `M${x} ${middle - half + radius}a${radius} ${radius} 0 0 1 ${width} 0V${middle + half - radius}a${radius} ${radius} 0 0 1 -${width} 0Z`;
}

/** Shares of the height, stretched so that levelled speech still shows its shape. */
function resample(peaks: readonly number[], count: number): number[] {
  const loudest = Math.max(1, ...peaks);
  return Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * peaks.length) / count);
    const slice = peaks.slice(from, Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / count)));
    const power = slice.reduce((sum, peak) => sum + peak ** 2, 0) / slice.length;
    return (Math.sqrt(power) / loudest) ** 2;
  });
}

/** Bars for what has no sound of its own: always the same for the same words. */
function ornament(words: string): number[] {
  let state = 2166136261;
  for (const char of words) state = Math.imul(state ^ char.codePointAt(0)!, 16777619);
  return Array.from({ length: 120 }, (_, i) => {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9;
    const noise = ((state >>> 8) % 1000) / 1000;
    return 30 + 34 * (0.5 + 0.5 * Math.sin(i / 7 + (state % 3))) * noise + 36 * noise;
  });
}

/** The show's cover, small, with its name beside it; never wider than its frame. */
export function masthead(hand: Hand, { x, y, width, height: side }: Frame, size: number, lines = 2): Item[] {
  const { content, colours, ruler } = hand;
  const text = ruler.drawable(content.above);
  if (!text) return [];
  const hasCover = content.coverKey !== null && hand.pictures.has(content.coverKey);
  const indent = hasCover ? side + Math.round(side / 4) : 0;
  const style = { face: 'text' as const, weight: 700 as const, size, least: 28, colour: colours.soft };
  const block = { ...style, text, lines, leading: 1.2, mayBeCut: true };
  const stack = fitStack(ruler, [block], width - indent, side + 12);
  return [
    ...(hasCover ? pictureOrLetter(hand, content.coverKey, '', x, y, side) : []),
    ...toItems(stack, x + indent, y + Math.max(0, Math.round((side - stack.height) / 2))),
  ];
}

export function firstLetter(text: string): string {
  const [first] = new Intl.Segmenter().segment(text.replace(/^[^\p{L}\p{N}]+/u, ''));
  return (first?.segment ?? '·').toLocaleUpperCase();
}
