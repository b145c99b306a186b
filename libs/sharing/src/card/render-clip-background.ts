import type { CardContent } from './card.content.js';
import { type CardColours, cardColours } from './card-colours.js';
import { type Hand, soundBars } from './card-parts.plan.js';
import { clipBackground, clipPlaces, clipShapes, type ClipShape } from './clip-background.plan.js';
import { type PictureSource, pictureKeys } from './draw-card.js';
import { paint } from './paint.js';
import { readPictures } from './render-scene.js';
import type { Frame, Scene } from './scene.js';
import { loadRuler } from './type-ruler.js';

export interface ClipBackground {
  width: number;
  height: number;
  /** Opaque PNG of the whole frame. */
  background: Buffer;
  /** Where the bars go; `idle` and `played` are transparent PNGs of exactly that size, for what was and what is to be heard. */
  wave: Frame & { idle: Buffer; played: Buffer };
  /** Free for captions; pixels of a good type size in it. */
  caption: Frame & { size: number };
  colours: CardColours;
}

/**
 * What stands still in a clip: who speaks, the show, and room for captions and the moving sound, with the bars of the
 * clip's own peaks (0 to 100). `words: 'title'` writes the content's title where captions would be.
 */
export async function renderClipBackground(
  content: CardContent,
  shape: ClipShape,
  storage: PictureSource,
  words: 'captions' | 'title' = 'captions',
): Promise<ClipBackground> {
  const pictures = await readPictures(storage, pictureKeys(content));
  const colours = cardColours(content.accent);
  const ruler = await loadRuler();
  const hand: Hand = { ruler, colours, content: { ...content, at: null }, pictures: new Set(pictures.keys()) };
  const { wave, caption, captionSize } = clipPlaces[shape];
  const bars = (wave_: string) => {
    const items = soundBars({ ...hand, colours: { ...colours, wave: wave_ } }, { ...wave, x: 0, y: 0 }, 14);
    return toPng({ width: wave.width, height: wave.height, ground: 'transparent', items }, pictures);
  };
  return {
    ...clipShapes[shape],
    background: await toPng(clipBackground(hand, shape, words), pictures),
    wave: { ...wave, idle: await bars(colours.wave), played: await bars(colours.accent) },
    caption: { ...caption, size: captionSize },
    colours,
  };
}

async function toPng(scene: Scene, pictures: ReadonlyMap<string, Uint8Array>): Promise<Buffer> {
  return (await paint(scene, pictures, { most: Infinity, alt: '', isPng: true })).bytes;
}
