import type { CardColours } from '../card/card-colours.js';
import { heading, plain } from '../card/card-blocks.plan.js';
import { type Hand, masthead } from '../card/card-parts.plan.js';
import { clipPlaces, clipShapes, type ClipShape } from '../card/clip-background.plan.js';
import { fitStack } from '../card/fit-text.plan.js';
import { box, type Frame, type Item, type Scene, toItems } from '../card/scene.js';

/** Where a film and its words go: the whole picture is shown, the words below it, or over it where it fills the frame. */
export const filmPlaces: Record<ClipShape, { film: Frame; caption: Frame; size: number; isOver: boolean }> = {
  square: {
    film: { x: 0, y: 0, width: 1080, height: 608 },
    caption: { x: 60, y: 632, width: 960, height: 300 },
    ...{ size: 60, isOver: false },
  },
  story: {
    film: { x: 0, y: 600, width: 1080, height: 608 },
    caption: { x: 60, y: 1240, width: 960, height: 320 },
    ...{ size: 72, isOver: false },
  },
  wide: {
    film: { x: 0, y: 0, width: 1920, height: 1080 },
    caption: { x: 160, y: 776, width: 1600, height: 240 },
    ...{ size: 68, isOver: true },
  },
};

/** One caption, to be laid over a frame: in the middle of its room, on a plank of its own over a film. */
export function captionScene(hand: Hand, { width, height }: Frame, size: number, text: string, isOver: boolean): Scene {
  return {
    width,
    height,
    ground: 'transparent',
    items: text === '' ? [] : words(hand, width, height, size, text, isOver),
  };
}

/** The last picture: what those who are heard want said with it. */
export function endScene(hand: Hand, shape: ClipShape, notes: readonly string[]): Scene {
  const frame = clipShapes[shape];
  const x = clipPlaces[shape].masthead.x;
  const size = shape === 'story' ? 60 : 52;
  const blocks = notes.map((note, i) => ({
    ...plain(hand, note, size, { lines: 6, least: 30, above: i > 0 ? size : 0, mayBeCut: true }),
    colour: hand.colours.ink,
  }));
  const stack = fitStack(hand.ruler, blocks, frame.width - 2 * x, frame.height * 0.6);
  const top = Math.round((frame.height - stack.height) / 2);
  return {
    ...frame,
    ground: hand.colours.paper,
    items: [...toItems(stack, x, top), ...masthead(hand, clipPlaces[shape].masthead, 32, 1)],
  };
}

function words(hand: Hand, width: number, height: number, size: number, text: string, isOver: boolean): Item[] {
  const margin = isOver ? 32 : 0;
  const block = heading(hand, text.replaceAll('\n', ' '), size, { lines: 5, least: 34, mayBeCut: true });
  const stack = fitStack(
    hand.ruler,
    [{ ...block, ...(isOver && { colour: over.ink }) }],
    width - 2 * margin,
    height - margin,
  );
  const widest = Math.max(0, ...stack.lines.map((line) => line.width));
  const top = Math.round((height - stack.height) / (isOver ? 1 : 2)) - (isOver ? margin : 0);
  if (!isOver) return toItems(stack, 0, top);
  const left = Math.round((width - widest) / 2);
  const plank = box(left - margin, top - 12, Math.ceil(widest) + 2 * margin, stack.height + 32, over.ground, 12);
  return [plank, ...toItems(stack, left, top)];
}

/** Over a film nobody knows the colours below. */
const over: { ink: CardColours['ink']; ground: string } = { ink: '#FFFFFF', ground: 'rgba(21, 20, 26, 0.86)' };
