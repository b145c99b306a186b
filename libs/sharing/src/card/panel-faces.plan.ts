import type { CardPerson } from './card.content.js';
import { heading, plain } from './card-blocks.plan.js';
import { type Hand, onPlank, plankHeight } from './card-parts.plan.js';
import { type Block, type FittedStack, fitStack } from './fit-text.plan.js';
import { type Frame, type Item, toItems } from './scene.js';

export type PanelRoom = Frame;

const gap = 32;

/** Side by side, names below the faces, which are at least so large; undefined when a name would not fit. */
export function facesAbove(hand: Hand, room: PanelRoom, leastSide: number): Item[] | undefined {
  const { people } = hand.content;
  const column = (room.width - (people.length - 1) * gap) / people.length;
  const below = room.height - leastSide - plankHeight(leastSide) - 14;
  const names = setNames(hand, people, { size: 36, width: column, height: below });
  if (!names) return undefined;
  const tallest = Math.max(...names.map(({ height }) => height));
  const side = Math.round(Math.min(column, 320, room.height - tallest - plankHeight(320) - 14));
  return people.flatMap(({ name, photoKey }, i) => {
    const x = room.x + Math.round(i * (column + gap));
    const words = toItems(names[i]!, x, room.y + side + plankHeight(side) + 14);
    return [...onPlank(hand, photoKey, name, x, room.y, side), ...words];
  });
}

/** In columns, each name beside its face; undefined when a name would not fit. */
export function facesBeside(hand: Hand, room: PanelRoom, columns: number): Item[] | undefined {
  const { people } = hand.content;
  const rows = Math.ceil(people.length / columns);
  const column = (room.width - (columns - 1) * gap) / columns;
  const most = Math.min((room.height - (rows - 1) * gap) / rows, 290);
  const side = Math.floor(Math.min(most - plankHeight(most), column * 0.42));
  if (side < 72) return undefined;
  const height = side + plankHeight(side);
  const indent = side + Math.max(20, Math.round(side / 8));
  const size = columns === 1 ? 54 : 36;
  const names = setNames(hand, people, { size, width: column - indent, height });
  if (!names) return undefined;
  const spare = Math.max(0, (room.height - rows * height - (rows - 1) * gap) / (rows + 1));
  return people.flatMap(({ name, photoKey }, i) => {
    const x = room.x + Math.round((i % columns) * (column + gap));
    const y = room.y + Math.round(Math.floor(i / columns) * (height + gap + spare * 0.6) + spare * 0.5);
    const words = toItems(names[i]!, x + indent, y + Math.round((side - names[i]!.height) / 2));
    return [...onPlank(hand, photoKey, name, x, y, side), ...words];
  });
}

/** All faces in as few rows as possible, and all names as one text; undefined when there is no room for it. */
export function facesInCrowd(hand: Hand, room: PanelRoom, keepsWords = true): Item[] | undefined {
  const { people } = hand.content;
  const space = 20;
  const least = listNames(hand, room.width, { keepsWords, size: 28 }, 0).height;
  for (let side = 200; side >= 40; side -= 4) {
    const fitting = Math.min(people.length, Math.floor((room.width + space) / (side + space)));
    const rows = Math.ceil(people.length / fitting);
    // As many in each row.
    const columns = Math.ceil(people.length / rows);
    const row = side + plankHeight(side) + 18;
    const below = rows * row + 14;
    if (least > room.height - below) continue;
    const names = listNames(hand, room.width, { keepsWords }, room.height - below);
    if (names.height > room.height - below) continue;
    return [
      ...people.flatMap(({ name, photoKey }, i) => {
        const [x, y] = [room.x + (i % columns) * (side + space), room.y + Math.floor(i / columns) * row];
        return onPlank(hand, photoKey, name, x, y, side);
      }),
      ...toItems(names, room.x, room.y + below),
    ];
  }
  return undefined;
}

interface NamesGiven {
  size: number;
  width: number;
  height: number;
}

/** Names and what they do, all names in the size that the longest one needs. */
function setNames(
  hand: Hand,
  people: readonly CardPerson[],
  { size, width, height }: NamesGiven,
): FittedStack[] | undefined {
  const set = (most: number) =>
    people.map(({ name, role }) =>
      fitStack(
        hand.ruler,
        [heading(hand, name, most, { least: 28, lines: 4 }), plain(hand, role, 28, { above: 6, lines: 3 })],
        width,
        height,
      ),
    );
  const common = Math.min(...set(size).map(({ lines }) => lines[0]?.size ?? size));
  const stacks = set(common);
  return stacks.some((stack) => stack.height > height) ? undefined : stacks;
}

/** Nothing but names, rather small: of more people than faces have room for. */
export function namesAlone(hand: Hand, room: PanelRoom): Item[] {
  return toItems(listNames(hand, room.width, { least: 16, mayBeCut: true }, room.height), room.x, room.y);
}

/** `A · B · C`, no higher than that unless the least type is. */
function listNames(hand: Hand, width: number, extra: Partial<Block>, height: number): FittedStack {
  const joined = hand.content.people.map(({ name }) => name.replace(/ /g, '\u00a0')).join('\u00a0· ');
  const block = { ...plain(hand, joined, 36, { lines: 60, mayBeCut: false, ...extra }), colour: hand.colours.ink };
  const stack = fitStack(hand.ruler, [block], width, height);
  return { ...stack, lines: stack.lines.map((line) => ({ ...line, text: line.text.replace(/\u00a0·$/, '') })) };
}
