import { isFrench, type Region } from '#libs/messages';
import { heading, plain } from './card-blocks.plan.js';
import { type Hand, masthead, onPlank, plankHeight, soundBars } from './card-parts.plan.js';
import { type CardShape, cardShapes } from './card.content.js';
import { fitStack } from './fit-text.plan.js';
import { type Frame, type Scene, toItems } from './scene.js';

interface Places {
  masthead: Frame;
  quote: Frame;
  size: number;
  face: { x: number; y: number; side: number };
  sound: Frame;
}

const wide: Places = {
  masthead: { x: 60, y: 52, width: 1080, height: 48 },
  quote: { x: 60, y: 128, width: 1080, height: 258 },
  size: 84,
  face: { x: 60, y: 416, side: 116 },
  sound: { x: 740, y: 436, width: 460, height: 110 },
};
const square: Places = {
  masthead: { x: 60, y: 60, width: 960, height: 64 },
  quote: { x: 60, y: 172, width: 960, height: 520 },
  size: 104,
  face: { x: 60, y: 738, side: 128 },
  sound: { x: 0, y: 926, width: 1080, height: 96 },
};

/** A sentence large, and below it who said it; a translation says that it is one (`ux` 2.5). */
export function quoteCard(hand: Hand, shape: CardShape): Scene {
  const { content, colours, ruler } = hand;
  const { face, quote, sound, size, ...places } = shape === 'wide' ? wide : square;
  const { width, height } = cardShapes[shape === 'wide' ? 'wide' : 'square'];
  const [person] = content.people;
  const words = heading(hand, inQuotes(content.region, content.title), size, { lines: 9, least: 30, mayBeCut: true });
  const x = face.x + face.side + 28;
  const room = (shape === 'wide' ? sound.x - 24 : width - 60) - x;
  const who = fitStack(
    ruler,
    [
      heading(hand, person?.name ?? '', 40, { least: 28, lines: 2 }),
      plain(hand, person?.role ?? '', 28, { above: 4, lines: 2 }),
      plain(hand, content.note, 28, { above: 6, lines: 1, weight: 700, colour: colours.accent }),
    ],
    room,
    face.side + plankHeight(face.side) + 24,
  );
  const sentence = fitStack(ruler, [words], quote.width, quote.height);
  const lower = shape === 'wide' ? 0.5 : 0.42;
  return {
    ...{ width, height, ground: colours.paper },
    items: [
      ...soundBars(hand, sound),
      ...masthead(hand, places.masthead, shape === 'wide' ? 28 : 32, 1),
      ...toItems(sentence, quote.x, quote.y + Math.max(0, Math.round((quote.height - sentence.height) * lower))),
      ...(person ? onPlank(hand, person.photoKey, person.name, face.x, face.y, face.side) : []),
      ...toItems(who, x, face.y + Math.max(0, Math.round((face.side - who.height) / 2))),
    ],
  };
}

/** In the marks of the language; marks that somebody typed around the whole are not doubled. */
function inQuotes(region: Region, text: string): string {
  const bare = text.trim().replace(/^[«"“]\s*([^«»"“”]*?)\s*[»"”]$/u, '$1');
  return isFrench(region) ? `«\u00a0${bare}\u00a0»` : `“${bare}”`;
}
