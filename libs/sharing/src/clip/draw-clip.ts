import type { ClipStill, VideoClipJob } from '#libs/ffmpeg';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CardContent } from '../card/card.content.js';
import { cardColours } from '../card/card-colours.js';
import type { Hand } from '../card/card-parts.plan.js';
import { clipShapes, type ClipShape } from '../card/clip-background.plan.js';
import { type PictureSource, pictureKeys } from '../card/draw-card.js';
import { paint } from '../card/paint.js';
import { type ClipBackground, renderClipBackground } from '../card/render-clip-background.js';
import { readPictures } from '../card/render-scene.js';
import type { Frame, Scene } from '../card/scene.js';
import { loadRuler } from '../card/type-ruler.js';
import { toShownWords } from './caption-times.plan.js';
import { captionScene, endScene, filmPlaces } from './clip-frame.plan.js';
import type { ClipInput } from './clip-input.js';

type Drawn = Pick<VideoClipJob, 'width' | 'height' | 'background' | 'wave' | 'film' | 'captions' | 'end'>;

/** The disclaimers stand for two seconds (`ux` 2.10). */
const endMs = 2000;

/** Paints all stills of a clip into a folder: the ground, the bars before and after, each caption, the end. */
export async function drawClip(
  { content, cues, endNotes, source, startMs, endMs: until }: ClipInput & { content: CardContent },
  shape: ClipShape,
  { folder, storage }: { folder: string; storage: PictureSource },
): Promise<Drawn> {
  const words = cues.length > 0 || source.isFilm ? 'captions' : 'title';
  const ground = await renderClipBackground(content, shape, storage, words);
  const pictures = await readPictures(storage, pictureKeys(content));
  const hand: Hand = {
    ...{ ruler: await loadRuler(), colours: cardColours(content.accent), content },
    pictures: new Set(pictures.keys()),
  };
  const save = async (name: string, scene: Scene) => {
    const { bytes } = await paint(scene, pictures, { most: Infinity, alt: '', isPng: true });
    return put(folder, name, bytes);
  };
  const place = source.isFilm ? filmPlaces[shape] : undefined;
  const caption = place?.caption ?? ground.caption;
  const size = place?.size ?? ground.caption.size;
  const scene = (text: string) => captionScene(hand, caption, size, text, place?.isOver ?? false);
  return {
    ...clipShapes[shape],
    background: await put(folder, 'ground.png', ground.background),
    ...(place ? { film: place.film } : { wave: await drawWave(ground, folder) }),
    ...(cues.length > 0 && {
      captions: {
        ...boxOf(caption),
        stills: await drawWords(cues, until - startMs, (name, text) => save(name, scene(text))),
      },
    }),
    ...(endNotes.length > 0 && {
      end: { file: await save('end.png', endScene(hand, shape, endNotes)), durationMs: endMs },
    }),
  };
}

async function drawWords(
  cues: ClipInput['cues'],
  lengthMs: number,
  draw: (name: string, text: string) => Promise<string>,
): Promise<ClipStill[]> {
  const drawn = new Map<string, string>();
  const stills: ClipStill[] = [];
  for (const { text, durationMs } of toShownWords(cues, lengthMs)) {
    if (!drawn.has(text)) drawn.set(text, await draw(`words-${drawn.size}.png`, text));
    stills.push({ file: drawn.get(text)!, durationMs });
  }
  return stills;
}

/** Strips that nothing can be seen through, as one is uncovered over the other. */
async function drawWave({ background, wave }: ClipBackground, folder: string): Promise<VideoClipJob['wave']> {
  const { default: sharp } = await import('sharp');
  const { x: left, y: top, width, height } = wave;
  const strip = async (bars: Buffer) =>
    sharp(await sharp(background).extract({ left, top, width, height }).toBuffer())
      .composite([{ input: bars }])
      .removeAlpha()
      .png()
      .toBuffer();
  const [idle, played] = [await strip(wave.idle), await strip(wave.played)];
  return {
    ...boxOf(wave),
    idle: await put(folder, 'idle.png', idle),
    played: await put(folder, 'played.png', played),
  };
}

function boxOf({ x, y, width, height }: Frame): Frame {
  return { x, y, width, height };
}

async function put(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}
