import type { Storage } from '#libs/storage';
import { cardColours } from './card-colours.js';
import type { Hand } from './card-parts.plan.js';
import { type CardContent, type CardShape, cardShapes } from './card.content.js';
import { loadFonts } from './font-files.js';
import { leadCard } from './lead-card.plan.js';
import { readPictures, renderScene } from './render-scene.js';
import type { Scene } from './scene.js';
import { type EncodedImage, encodeWithin } from './encode-image.js';
import { TypeRuler } from './type-ruler.js';

export type PictureSource = Pick<Storage, 'readBytes' | 'exists'>;

/** Draws a card: the same content and pictures are the same bytes (`ux:K-11`); within its shape's limit (`ux` 2.5). */
export async function drawCard(
  content: CardContent,
  shape: CardShape,
  storage: PictureSource,
  alt: string,
): Promise<EncodedImage> {
  const pictures = await readPictures(storage, pictureKeys(content));
  const scene = await planCard(content, shape, new Set(pictures.keys()));
  return encodeWithin(await renderScene(scene, pictures), cardShapes[shape].most, alt);
}

/** Where everything on a card stands. */
export async function planCard(content: CardContent, shape: CardShape, pictures: ReadonlySet<string>): Promise<Scene> {
  const hand: Hand = {
    ruler: new TypeRuler(await loadFonts()),
    ...{ colours: cardColours(content.accent), content, pictures },
  };
  return leadCard(hand, shape);
}

/** Of all that a card may show. */
export function pictureKeys({ coverKey, coverKeys, people }: CardContent): string[] {
  return [coverKey, ...coverKeys, ...people.map(({ photoKey }) => photoKey)].filter((key) => key !== null);
}
