import { EstradeError } from '#libs/kernel';
import type { Storage } from '#libs/storage';
import { cardColours } from './card-colours.js';
import type { Hand } from './card-parts.plan.js';
import { type CardContent, type CardShape, cardShapes } from './card.content.js';
import { homeCard } from './home-card.plan.js';
import { leadCard } from './lead-card.plan.js';
import { panelCard } from './panel-card.plan.js';
import { quoteCard } from './quote-card.plan.js';
import { readPictures } from './render-scene.js';
import type { Scene } from './scene.js';
import type { EncodedImage } from './encode-image.js';
import { paint } from './paint.js';
import { loadRuler } from './type-ruler.js';

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
  return paint(scene, pictures, { most: cardShapes[shape].most, alt });
}

/** Where everything on a card stands. @throws CardNotDrawable when the packaged fonts lack the letters of its main words. */
export async function planCard(content: CardContent, shape: CardShape, pictures: ReadonlySet<string>): Promise<Scene> {
  const ruler = await loadRuler();
  const says = content.kind === 'person' ? content.people[0]?.name : content.title;
  if (!ruler.drawable(says ?? '')) throw new CardNotDrawable();
  const hand: Hand = {
    ruler,
    ...{ colours: cardColours(content.accent), content, pictures },
  };
  if (content.kind === 'quote') return quoteCard(hand, shape);
  if (content.kind === 'home' || content.kind === 'tag') return homeCard(hand);
  return content.people.length > 1 && content.kind === 'episode' ? panelCard(hand, shape) : leadCard(hand, shape);
}

/** Of all that a card may show. */
export function pictureKeys({ coverKey, coverKeys, people }: CardContent): string[] {
  return [coverKey, ...coverKeys, ...people.map(({ photoKey }) => photoKey)].filter((key) => key !== null);
}

/** A card without its title is none: the cover stands for the page then. */
export class CardNotDrawable extends EstradeError {
  constructor() {
    super('CARD_NOT_DRAWABLE', 422, 'The card cannot be drawn: its title is in letters that the packaged fonts lack.');
  }
}
