import { t } from '#libs/messages';
import { heading, plain } from '../card/card-blocks.plan.js';
import { type Hand, masthead, onPlank, plankHeight } from '../card/card-parts.plan.js';
import { type Block, fitStack } from '../card/fit-text.plan.js';
import { type Frame, type Item, type TextItem, toItems } from '../card/scene.js';

/** `near`: who, what and a code; `far`: as large a code as fits, for deep rooms. */
export type SlideReach = 'near' | 'far';

/** Pixels; 16:9. */
export const slideSize = { width: 1920, height: 1080 } as const;

/** Side of the code, its margin included, as a share of the slide's height. */
const codeShare: Record<SlideReach, number> = { near: 0.6, far: 0.86 };
/** Of a code's side, what is modules: an address of 25 to 40 characters at level M has 29, and a margin of four on each side. */
const modulesShare = 29 / 37;

export interface SlideChoice {
  reach: SlideReach;
  /** From how far the code can be read; metres. */
  farthestM: number;
  isEnough: boolean;
}

/** From how far a code is read on a picture of this height: ten times its real size (`ux` 2.5). Metres. */
export function slideReachM(reach: SlideReach, pictureHeightM: number): number {
  return Math.round(pictureHeightM * codeShare[reach] * modulesShare * 100) / 10;
}

/** The slide for a room: the usual one where it reaches the last row, else the one with the larger code. */
export function chooseSlide(roomDepthM: number, pictureHeightM: number): SlideChoice {
  const near = slideReachM('near', pictureHeightM);
  if (near >= roomDepthM) return { reach: 'near', farthestM: near, isEnough: true };
  const far = slideReachM('far', pictureHeightM);
  return { reach: 'far', farthestM: far, isEnough: far >= roomDepthM };
}

export interface SlidePlan {
  items: Item[];
  code: Frame;
}

/** Where everything on a slide stands; the code is drawn by whoever writes the file. The short address can be said aloud. */
export function planSlide(hand: Hand, reach: SlideReach, address: string): SlidePlan {
  const side = Math.round(slideSize.height * codeShare[reach]);
  const spoken = address.replace(/^https?:\/\//, '');
  return reach === 'near' ? nearSlide(hand, side, spoken) : farSlide(hand, side, spoken);
}

function nearSlide(hand: Hand, side: number, spoken: string): SlidePlan {
  const { content, colours, ruler } = hand;
  const code = { x: slideSize.width - 96 - side, y: 112, width: side, height: side };
  const [person] = content.people;
  const face = 300;
  const blocks: Block[] = [
    heading(hand, person?.name ?? '', 72, { least: 44, lines: 3 }),
    plain(hand, person?.role ?? '', 36, { above: 8, lines: 2 }),
    heading(hand, content.title, 56, { above: 32, lines: 4, least: 36, mayBeCut: true }),
  ];
  const room = { x: 96, y: 112 + face + plankHeight(face) + 40, width: code.x - 96 - 96 };
  const stack = fitStack(ruler, blocks, room.width, slideSize.height - room.y - 72);
  const below = addressLine(hand, spoken, 52, { x: code.x, y: code.y + side + 44, width: side, height: 120 });
  return {
    code,
    items: [
      ...onPlank(hand, person ? person.photoKey : content.coverKey, person?.name ?? content.above, 96, 112, face),
      ...masthead(hand, { x: 96 + face + 48, y: 112, width: room.width - face - 48, height: 96 }, 36, 3),
      ...toItems(stack, room.x, room.y),
      { is: 'box', x: code.x, y: code.y + side + 10, width: side, height: 18, fill: colours.accent, radius: 0 },
      ...below,
    ],
  };
}

function farSlide(hand: Hand, side: number, spoken: string): SlidePlan {
  const { content, colours, ruler } = hand;
  const code = { x: 64, y: 56, width: side, height: side };
  const x = 64 + side + 72;
  const width = slideSize.width - x - 72;
  const blocks: Block[] = [
    plain(hand, t(content.region, 'card.slideLine'), 44, { lines: 2, weight: 700 }),
    heading(hand, content.title, 72, { above: 24, lines: 5, least: 40, mayBeCut: true }),
    plain(hand, content.people[0]?.name ?? '', 44, { above: 24, lines: 2 }),
  ];
  const stack = fitStack(ruler, blocks, width, 640);
  return {
    code,
    items: [
      { is: 'box', x: code.x, y: code.y + side + 12, width: side, height: 24, fill: colours.accent, radius: 0 },
      ...toItems(stack, x, 72),
      ...addressLine(hand, spoken, 64, { x, y: 800, width, height: 200 }),
    ],
  };
}

function addressLine(hand: Hand, spoken: string, size: number, { x, y, width, height }: Frame): TextItem[] {
  const block = plain(hand, spoken, size, {
    lines: spoken.length > 36 ? 3 : 1,
    weight: 700,
    colour: hand.colours.ink,
    mayBeCut: false,
    least: 24,
  });
  return toItems(fitStack(hand.ruler, [block], width, height), x, y);
}
