import { heading, note, plain } from './card-blocks.plan.js';
import { type Hand, masthead, onPlank, plankHeight, soundBars } from './card-parts.plan.js';
import { type CardShape, cardShapes } from './card.content.js';
import { type FittedStack, fitStack } from './fit-text.plan.js';
import { type Item, type Scene, toItems } from './scene.js';

const margin = 60;
const gap = 28;

/** Several people, in the order of the programme: every face and every name whole (`ux` 2.13). */
export function panelCard(hand: Hand, shape: CardShape): Scene {
  const { width, height } = cardShapes[shape];
  const isWide = shape === 'wide';
  const top = shape === 'story' ? 264 : isWide ? 52 : margin;
  const soundHeight = isWide ? 78 : 140;
  const soundTop = height - (shape === 'story' ? 264 : 40) - soundHeight;
  const mastheadHeight = isWide ? 48 : 72;
  const titleHeight = isWide ? 132 : 250;
  const title = fitStack(
    hand.ruler,
    [
      heading(hand, hand.content.title, isWide ? 50 : 64, { lines: isWide ? 2 : 4, least: 34, mayBeCut: true }),
      note(hand, 52),
    ],
    width - margin * 2,
    titleHeight,
  );
  const titleTop = top + mastheadHeight + 24;
  const rowTop = titleTop + title.height + (isWide ? 30 : 56);
  const room = { width: width - margin * 2, height: soundTop - 24 - rowTop };
  return {
    ...{ width, height, ground: hand.colours.paper },
    items: [
      ...soundBars(hand, { x: 0, y: soundTop, width, height: soundHeight }),
      ...masthead(hand, { x: margin, y: top, width: room.width, height: mastheadHeight }, isWide ? 28 : 34, 1),
      ...toItems(title, margin, titleTop),
      ...faces(hand, rowTop, room, isWide ? 4 : 3),
    ],
  };
}

interface Room {
  width: number;
  height: number;
}

/** Side by side with their names below; of many the faces come first, and the names follow as one text. */
function faces(hand: Hand, top: number, room: Room, most: number): Item[] {
  const { people } = hand.content;
  if (people.length > most) return crowd(hand, top, room);
  const column = (room.width - (people.length - 1) * gap) / people.length;
  const set = (size: number) => people.map(({ name, role }) => nameStack(hand, name, role, size, column, room.height));
  // All names in the size that the longest one needs.
  const size = Math.min(...set(36).map(({ lines }) => lines[0]?.size ?? 36));
  const names = set(size);
  const tallest = Math.max(...names.map(({ height }) => height));
  const side = Math.round(Math.min(column, 320, Math.max(96, room.height - tallest - 40)));
  return people.flatMap(({ name, photoKey }, i) => {
    const x = margin + Math.round(i * (column + gap));
    const below = top + side + plankHeight(side) + 14;
    return [...onPlank(hand, photoKey, name, x, top, side), ...toItems(names[i]!, x, below)];
  });
}

function nameStack(hand: Hand, name: string, role: string, size: number, width: number, height: number): FittedStack {
  const blocks = [heading(hand, name, size, { least: 28, lines: 4 }), plain(hand, role, 28, { above: 4, lines: 2 })];
  return fitStack(hand.ruler, blocks, width, height - 140);
}

/** More than fit side by side: all faces in as few rows as possible on their planks, and all names as one text. */
function crowd(hand: Hand, top: number, room: Room): Item[] {
  const { people } = hand.content;
  const joined = people.map(({ name }) => name.replaceAll(' ', '\u00a0')).join('\u00a0· ');
  const names = { ...plain(hand, joined, 36, { lines: 40, mayBeCut: false }), colour: hand.colours.ink };
  for (let side = 200; side >= 44; side -= 4) {
    const columns = Math.min(people.length, Math.floor((room.width + 20) / (side + 20)));
    const row = side + plankHeight(side) + 18;
    const facesHeight = Math.ceil(people.length / columns) * row + 10;
    const stack = fitStack(hand.ruler, [names], room.width, room.height - facesHeight);
    if (stack.height > room.height - facesHeight) continue;
    return [
      ...people.flatMap(({ name, photoKey }, i) => {
        const [x, y] = [margin + (i % columns) * (side + 20), top + Math.floor(i / columns) * row];
        return onPlank(hand, photoKey, name, x, y, side);
      }),
      ...toItems(stack, margin, top + facesHeight),
    ];
  }
  // Nobody is left out: then rather small.
  return toItems(fitStack(hand.ruler, [{ ...names, least: 16 }], room.width, room.height), margin, top);
}
