import { nameBlocks, personBlocks } from './card-blocks.plan.js';
import { type Hand, masthead, onPlank, pictureOrLetter, soundBars } from './card-parts.plan.js';
import { type CardPerson, type CardShape, cardShapes } from './card.content.js';
import { fitStack } from './fit-text.plan.js';
import { type Frame, type Item, type Scene, toItems } from './scene.js';

/** Where things stand; pixels. The safe zone is 60 px, of a story 250 px above and below (`ux` 2.5). */
interface Places {
  side: number;
  top: number;
  masthead: Frame;
  mastheadSize: number;
  text: Frame;
  sound: Frame;
}

const places: Record<CardShape, Places> = {
  wide: {
    ...{ side: 336, top: 60 },
    ...{ masthead: { x: 444, y: 60, width: 696, height: 48 }, mastheadSize: 28 },
    text: { x: 444, y: 124, width: 696, height: 292 },
    sound: { x: 0, y: 452, width: 1200, height: 130 },
  },
  square: {
    ...{ side: 400, top: 60 },
    ...{ masthead: { x: 508, y: 60, width: 512, height: 168 }, mastheadSize: 36 },
    text: { x: 60, y: 528, width: 960, height: 290 },
    sound: { x: 0, y: 846, width: 1080, height: 168 },
  },
  portrait: {
    ...{ side: 560, top: 60 },
    ...{ masthead: { x: 668, y: 60, width: 352, height: 200 }, mastheadSize: 36 },
    text: { x: 60, y: 704, width: 960, height: 366 },
    sound: { x: 0, y: 1106, width: 1080, height: 176 },
  },
  story: {
    ...{ side: 600, top: 264 },
    ...{ masthead: { x: 704, y: 264, width: 316, height: 200 }, mastheadSize: 36 },
    text: { x: 60, y: 954, width: 960, height: 460 },
    sound: { x: 0, y: 1452, width: 1080, height: 200 },
  },
};

/** One face (or cover) on its plank, the words beside or below it, the sound as the lower third. */
export function leadCard(hand: Hand, shape: CardShape): Scene {
  const { content, colours } = hand;
  const { side, top, text, sound, ...place } = places[shape];
  const ownFace = faceOf(hand);
  const blocks = ownFace ? personBlocks(hand, shape, ownFace) : nameBlocks(hand, shape);
  const picture = ownFace ? ownFace.photoKey : content.coverKey;
  // A cover that leads is not shown a second time.
  const above = ownFace ? hand : { ...hand, content: { ...content, coverKey: null } };
  const items: Item[] = [
    ...soundBars(hand, sound, shape === 'wide' ? 12 : 14),
    ...onPlank(hand, picture, ownFace?.name ?? content.title, 60, top, side),
    ...(shape === 'wide'
      ? masthead(above, place.masthead, place.mastheadSize, 1)
      : tallMasthead(above, place.masthead, place.mastheadSize, top + side)),
    ...inFrame(
      hand,
      blocks,
      shape === 'wide' && !content.above ? { ...text, y: top, height: side } : text,
      shape === 'wide',
    ),
  ];
  return { ...size(shape), ground: colours.paper, items };
}

/** Whoever the card is about, if the name can be drawn. */
function faceOf({ content: { kind, people }, ruler }: Hand): CardPerson | undefined {
  const [person] = kind === 'episode' || kind === 'person' ? people : [];
  return person && ruler.drawable(person.name) ? person : undefined;
}

/** Beside a large face there is more height than width: the cover above, the name below it. */
function tallMasthead(hand: Hand, { x, y, width, height }: Frame, size: number, bottom: number): Item[] {
  const { content, colours, ruler } = hand;
  const text = ruler.drawable(content.above);
  if (!text) return [];
  const hasCover = content.coverKey !== null && hand.pictures.has(content.coverKey);
  const top = y + (hasCover ? height + 20 : 0);
  const style = { face: 'text' as const, weight: 700 as const, size, least: 28, colour: colours.soft };
  const block = { ...style, text, lines: 6, leading: 1.25, mayBeCut: true };
  return [
    ...(hasCover ? pictureOrLetter(hand, content.coverKey, '', x, y, height) : []),
    ...toItems(fitStack(ruler, [block], width, bottom - top), x, top),
  ];
}

/** Fitted into the frame, from its top; `isCentred` shares what is left above and below. */
function inFrame(
  { ruler }: Hand,
  blocks: Parameters<typeof fitStack>[1],
  { x, y, width, height }: Frame,
  isCentred: boolean,
): Item[] {
  const stack = fitStack(ruler, blocks, width, height);
  const spare = Math.max(0, height - stack.height);
  return toItems(stack, x, y + (isCentred ? Math.round(spare / 2) : 0));
}

export function size(shape: CardShape): { width: number; height: number } {
  const { width, height } = cardShapes[shape];
  return { width, height };
}
