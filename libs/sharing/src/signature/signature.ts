import type { Addresses } from '#libs/catalog';
import { t } from '#libs/messages';
import { cardColours } from '../card/card-colours.js';
import { heading, plain } from '../card/card-blocks.plan.js';
import { type Hand, onPlank, pictureOrLetter } from '../card/card-parts.plan.js';
import type { CardContent } from '../card/card.content.js';
import { pictureKeys, type PictureSource } from '../card/draw-card.js';
import type { EncodedImage } from '../card/encode-image.js';
import { fitStack } from '../card/fit-text.plan.js';
import { paint } from '../card/paint.js';
import { readPictures } from '../card/render-scene.js';
import { type Scene, toItems } from '../card/scene.js';
import { loadRuler } from '../card/type-ruler.js';

const size = { width: 600, height: 120 };
const most = 40 * 1024;

/** The banner for the foot of a mail, 600 × 120 (`ux` 2.5). */
export async function drawSignature(content: CardContent, storage: PictureSource, alt: string): Promise<EncodedImage> {
  const pictures = await readPictures(storage, pictureKeys(content));
  const ruler = await loadRuler();
  const hand: Hand = { ruler, content, colours: cardColours(content.accent), pictures: new Set(pictures.keys()) };
  return paint(signatureScene(hand), pictures, { most, alt });
}

export function signatureScene(hand: Hand): Scene {
  const { content, colours, ruler } = hand;
  const [person] = content.people;
  const hasCover = content.coverKey !== null && hand.pictures.has(content.coverKey);
  const blocks = [
    {
      ...plain(hand, t(content.region, 'card.signature'), 17, { least: 14, lines: 1, weight: 700 }),
      colour: colours.accent,
    },
    heading(hand, content.title, 23, { least: 15, lines: 2, above: 3, mayBeCut: true }),
    plain(hand, content.above, 15, { least: 13, lines: 1, above: 4 }),
  ];
  const room = { x: 124, width: hasCover ? 356 : 460 };
  const stack = fitStack(ruler, blocks, room.width, 104);
  return {
    ...size,
    ground: colours.paper,
    items: [
      ...onPlank(hand, person?.photoKey ?? null, person?.name ?? content.above, 12, 8, 92),
      ...toItems(stack, room.x, Math.round((size.height - stack.height) / 2)),
      ...(hasCover ? pictureOrLetter(hand, content.coverKey, '', 496, 14, 92) : []),
    ],
  };
}

/** The same as a table of words, which every mail program shows: no script, no style sheet, one link. */
export function signatureHtml(content: CardContent, address: string, addresses: Pick<Addresses, 'image'>): string {
  const { ink, soft, accent, paper } = cardColours(content.accent);
  const [person] = content.people;
  const style = (text: string) => `style="${text};text-decoration:none;font-family:Arial,Helvetica,sans-serif"`;
  const face = person?.photoKey
    ? `<td style="padding:8px 12px 8px 8px"><img src="${escape(addresses.image(person.photoKey, 96))}" width="72" height="72" alt="" style="display:block;border-bottom:4px solid ${accent}"></td>`
    : '';
  const line = (text: string, css: string) =>
    `<a href="${escape(address)}" ${style(`display:block;${css}`)}>${escape(text)}</a>`;
  const words = [
    line(`▶ ${t(content.region, 'card.signature')}`, `color:${accent};font-size:14px;font-weight:bold`),
    line(content.title, `color:${ink};font-size:17px;font-weight:bold;line-height:1.25`),
    line(content.above, `color:${soft};font-size:13px`),
  ];
  return `<table role="presentation" cellpadding="0" cellspacing="0" lang="${content.region}" style="background:${paper};border-collapse:collapse"><tr>${face}<td style="padding:8px 16px 8px 4px">${words.join('')}</td></tr></table>\n`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
