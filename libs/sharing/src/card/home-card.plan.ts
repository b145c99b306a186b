import { heading, plain } from './card-blocks.plan.js';
import { type Hand, onPlank, soundBars } from './card-parts.plan.js';
import { cardShapes } from './card.content.js';
import { fitStack } from './fit-text.plan.js';
import { type Item, type Scene, toItems } from './scene.js';

/** A name by itself, with up to five covers on their planks: the first page, and a tag. */
export function homeCard(hand: Hand): Scene {
  const { width, height } = cardShapes.wide;
  const { content, colours, ruler } = hand;
  const covers = content.coverKeys.filter((key) => hand.pictures.has(key));
  const side = 176;
  const top = covers.length > 0 ? 60 + side + 44 : 60;
  const words = fitStack(
    ruler,
    [
      heading(hand, content.title, covers.length > 0 ? 84 : 120, { lines: 2, least: 40, mayBeCut: true }),
      plain(hand, content.line, 34, { above: 18, lines: 3 }),
    ],
    1080,
    440 - top,
  );
  const spare = covers.length > 0 ? 0 : Math.max(0, 440 - top - words.height);
  const items: Item[] = [
    ...soundBars(hand, { x: 0, y: 462, width, height: 124 }),
    ...covers.flatMap((key, i) => onPlank(hand, key, '', 60 + i * (side + 50), 60, side)),
    ...toItems(words, 60, top + Math.round(spare / 2)),
  ];
  return { width, height, ground: colours.paper, items };
}
