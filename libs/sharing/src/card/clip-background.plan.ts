import { heading, plain } from './card-blocks.plan.js';
import { type Hand, masthead, onPlank } from './card-parts.plan.js';
import { fitStack } from './fit-text.plan.js';
import { type Frame, type Scene, toItems } from './scene.js';

/** The shapes of clips, in pixels. */
export const clipShapes = {
  square: { width: 1080, height: 1080 },
  story: { width: 1080, height: 1920 },
  wide: { width: 1920, height: 1080 },
} as const;
export type ClipShape = keyof typeof clipShapes;

interface Places {
  face: { x: number; y: number; side: number };
  name: Frame;
  nameSize: number;
  masthead: Frame;
  /** Left free for the words that are said. */
  caption: Frame;
  captionSize: number;
  /** Left free for the bars that move. */
  wave: Frame;
}

export const clipPlaces: Record<ClipShape, Places> = {
  square: {
    face: { x: 60, y: 60, side: 176 },
    name: { x: 268, y: 60, width: 752, height: 190 },
    nameSize: 48,
    caption: { x: 60, y: 300, width: 960, height: 440 },
    captionSize: 60,
    wave: { x: 0, y: 776, width: 1080, height: 160 },
    masthead: { x: 60, y: 964, width: 960, height: 60 },
  },
  story: {
    face: { x: 60, y: 264, side: 280 },
    name: { x: 376, y: 264, width: 644, height: 300 },
    nameSize: 60,
    caption: { x: 60, y: 640, width: 960, height: 660 },
    captionSize: 76,
    wave: { x: 0, y: 1340, width: 1080, height: 200 },
    masthead: { x: 60, y: 1588, width: 960, height: 72 },
  },
  wide: {
    face: { x: 96, y: 96, side: 400 },
    name: { x: 96, y: 552, width: 560, height: 220 },
    nameSize: 52,
    caption: { x: 736, y: 96, width: 1088, height: 660 },
    captionSize: 76,
    wave: { x: 0, y: 796, width: 1920, height: 150 },
    masthead: { x: 96, y: 964, width: 1728, height: 60 },
  },
};

/** Who speaks, on the plank, and in which show; room for the words and for the moving sound. */
export function clipBackground(hand: Hand, shape: ClipShape, words: 'captions' | 'title'): Scene {
  const { content, colours, ruler } = hand;
  const { face, name, nameSize, ...places } = clipPlaces[shape];
  const [person] = content.people;
  const who = [
    heading(hand, person?.name ?? content.above, nameSize, { least: 30 }),
    plain(hand, person?.role ?? '', Math.round(nameSize * 0.56), { above: 8 }),
  ];
  const title = [heading(hand, content.title, places.captionSize, { lines: 6, least: 36, mayBeCut: true })];
  const { caption } = places;
  return {
    ...clipShapes[shape],
    ground: colours.paper,
    items: [
      ...onPlank(
        hand,
        person ? person.photoKey : content.coverKey,
        person?.name ?? content.above,
        face.x,
        face.y,
        face.side,
      ),
      ...toItems(fitStack(ruler, who, name.width, name.height), name.x, name.y),
      ...(words === 'title'
        ? toItems(fitStack(ruler, title, caption.width, caption.height), caption.x, caption.y)
        : []),
      ...(person ? masthead(hand, places.masthead, 32, 1) : []),
    ],
  };
}
