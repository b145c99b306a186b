import { type Region, typeset } from '#libs/messages';
import type { Block } from './fit-text.plan.js';
import type { Hand } from './card-parts.plan.js';
import type { CardPerson, CardShape } from './card.content.js';
import type { TypeRuler } from './type-ruler.js';

/** How large the lines of a card are, by its shape: a name's size; all others follow from it. */
const nameSize: Record<CardShape, number> = { wide: 60, square: 66, portrait: 76, story: 80 };

/** A person first, then who they were, then what it is about (`look`: people first). */
export function personBlocks(hand: Hand, shape: CardShape, person: CardPerson): Block[] {
  const size = nameSize[shape];
  return [
    heading(hand, person.name, size, { least: 34, lines: 3 }),
    plain(hand, person.role, Math.round(size * 0.5), { above: Math.round(size * 0.14), lines: 3 }),
    heading(hand, hand.content.title, Math.round(size * 0.66), {
      ...{ above: Math.round(size * 0.42), lines: 4, least: 30 },
      mayBeCut: true,
    }),
    note(hand, size),
  ];
}

/** What has no person: its name first, then a line about it. */
export function nameBlocks(hand: Hand, shape: CardShape): Block[] {
  const size = Math.round(nameSize[shape] * 1.1);
  return [
    heading(hand, hand.content.title, size, { least: 34, lines: 4, mayBeCut: true }),
    plain(hand, hand.content.line, Math.round(size * 0.48), { above: Math.round(size * 0.3), lines: 4 }),
    note(hand, size),
  ];
}

type Extra = Partial<Block>;

export function heading({ ruler, colours, content }: Hand, text: string, size: number, extra: Extra = {}): Block {
  return {
    ...{ text: words(ruler, content.region, text), face: 'heading', weight: 700, size, colour: colours.ink },
    ...{ least: 32, lines: 3, leading: 1.12, isBalanced: true },
    ...extra,
  };
}

export function plain({ ruler, colours, content }: Hand, text: string, size: number, extra: Extra = {}): Block {
  return {
    ...{ text: words(ruler, content.region, text), face: 'text', weight: 400, size, colour: colours.soft },
    ...{ least: 28, lines: 3, leading: 1.3, mayBeCut: true, isBalanced: true },
    ...extra,
  };
}

export function note(hand: Hand, size: number): Block {
  const { accent } = hand.colours;
  const extra = { above: Math.round(size * 0.34), lines: 1, weight: 700 as const, colour: accent };
  return plain(hand, hand.content.note, Math.max(28, Math.round(size * 0.48)), extra);
}

/** What can be drawn, with the spaces of the language; those that stood beside what cannot be drawn are set again. */
function words(ruler: TypeRuler, region: Region, text: string): string {
  return ruler.drawable(typeset(region, ruler.drawable(text)));
}
