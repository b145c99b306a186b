import { heading, note } from './card-blocks.plan.js';
import { type Hand, masthead, soundBars } from './card-parts.plan.js';
import { type CardShape, cardShapes } from './card.content.js';
import { fitStack } from './fit-text.plan.js';
import { facesAbove, facesBeside, facesInCrowd, namesAlone, type PanelRoom } from './panel-faces.plan.js';
import { type Item, type Scene, toItems } from './scene.js';

const margin = 60;

/** Several people, in the order of the programme: every face and every name whole (`ux` 2.13). */
export function panelCard(hand: Hand, shape: CardShape): Scene {
  const { width, height } = cardShapes[shape];
  const isWide = shape === 'wide';
  const top = shape === 'story' ? 264 : margin;
  const foot = shape === 'story' ? 264 : isWide ? 48 : margin;
  const soundHeight = isWide ? 78 : 140;
  const mastheadHeight = isWide ? 48 : 72;
  const title = titleOf(hand, isWide, width - margin * 2);
  const titleTop = top + mastheadHeight + (isWide ? 20 : 28);
  const y = titleTop + title.height + (isWide ? 28 : 52);
  const soundTop = height - foot - soundHeight;
  const room = { x: margin, y, width: width - margin * 2, height: soundTop - (isWide ? 20 : 40) - y };
  const seated = seat(hand, shape, room);
  // So many people that the sound has to make room for their names.
  const whole = { ...room, height: height - foot - y };
  const people = seated ?? facesInCrowd(hand, whole) ?? facesInCrowd(hand, whole, false) ?? namesAlone(hand, whole);
  return {
    ...{ width, height, ground: hand.colours.paper },
    items: [
      ...(seated ? soundBars(hand, { x: 0, y: soundTop, width, height: soundHeight }, isWide ? 12 : 14) : []),
      ...masthead(hand, { x: margin, y: top, width: room.width, height: mastheadHeight }, isWide ? 28 : 34, 1),
      ...toItems(title, margin, titleTop),
      ...people,
    ],
  };
}

function titleOf(hand: Hand, isWide: boolean, width: number) {
  const words = heading(hand, hand.content.title, isWide ? 50 : 68, {
    ...{ lines: isWide ? 2 : 4, least: 34, mayBeCut: true },
  });
  return fitStack(hand.ruler, [words, note(hand, 52)], width, isWide ? 128 : 270);
}

/** How people stand, by how many they are; the first way in which all names fit. */
function seat(hand: Hand, shape: CardShape, room: PanelRoom): Item[] | undefined {
  const count = hand.content.people.length;
  const isTall = shape === 'portrait' || shape === 'story';
  const columns = isTall ? (count <= 4 ? 1 : 2) : 2;
  const mostBeside = { wide: 2, square: 6, portrait: 10, story: 10 }[shape];
  const isAbove = shape === 'wide' ? count === 3 || count === 4 : shape === 'square' && count <= 3;
  return (
    (isAbove ? facesAbove(hand, room, shape === 'wide' ? 132 : 240) : undefined) ??
    (isAbove ? facesAbove(hand, room, 104) : undefined) ??
    (count <= mostBeside ? facesBeside(hand, room, columns) : undefined) ??
    facesInCrowd(hand, room)
  );
}
