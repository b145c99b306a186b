import { cardColours } from '../card/card-colours.js';
import type { Hand } from '../card/card-parts.plan.js';
import type { CardContent } from '../card/card.content.js';
import { pictureKeys, type PictureSource } from '../card/draw-card.js';
import { readPictures } from '../card/render-scene.js';
import type { PictureItem } from '../card/scene.js';
import { loadRuler } from '../card/type-ruler.js';

export interface SlideGiven {
  hand: Hand;
  pictures: ReadonlyMap<string, Uint8Array>;
}

export async function slideHand(content: CardContent, storage: PictureSource): Promise<SlideGiven> {
  const pictures = await readPictures(storage, pictureKeys(content));
  const hand = { ruler: await loadRuler(), content, colours: cardColours(content.accent) };
  return { hand: { ...hand, pictures: new Set(pictures.keys()) }, pictures };
}

/** A picture cut to its frame, of twice the pixels: small enough for a file that is sent by mail. */
export async function jpegOf(
  { key, width, height }: PictureItem,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(pictures.get(key), { failOn: 'none' })
    .resize(width * 2, height * 2, { fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 86 })
    .toBuffer();
}
