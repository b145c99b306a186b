import { mkdir, readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { type CardSample, cardSamples, samplePictures } from '../../../../test/factories/card-samples.js';
import { pictureKeys, planCard } from './draw-card.js';
import { readPictures, renderScene } from './render-scene.js';

const folder = new URL('./golden/', import.meta.url);
/** `GOLDEN=write` draws them anew: then look at each before it is committed. */
const isWriting = process.env['GOLDEN'] === 'write';
const part = 4;

describe('cards', () => {
  if (isWriting) beforeAll(() => mkdir(folder, { recursive: true }));

  it.each(cardSamples().map((sample) => [sample.name, sample] as const))(
    'look as they were found good: %s',
    async (name, sample) => {
      const drawn = await reduced(sample);
      const file = new URL(`${name}.png`, folder);
      if (isWriting) await writeFile(file, await toPng(drawn));
      const golden = await sharp(await readFile(file))
        .raw()
        .toBuffer();
      expect(differing(golden, drawn.pixels)).toBe(0);
    },
  );
});

interface Reduced {
  pixels: Buffer;
  width: number;
  height: number;
}

/** A quarter of the size: the mean of each 4 × 4 pixels in grey steps of four, so that the files stay small. */
async function reduced({ content, shape }: CardSample): Promise<Reduced> {
  const pictures = await readPictures(samplePictures, pictureKeys(content));
  const whole = await renderScene(await planCard(content, shape, new Set(pictures.keys())), pictures);
  const [width, height] = [Math.floor(whole.width / part), Math.floor(whole.height / part)];
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) {
    const [x, y, channel] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width), at % 3];
    let sum = 0;
    for (let i = 0; i < part * part; i += 1) {
      sum += whole.pixels[((y * part + (i >> 2)) * whole.width + x * part + (i & 3)) * 4 + channel]!;
    }
    pixels[at] = Math.floor(sum / (part * part) / 4) * 4;
  }
  return { pixels, width, height };
}

function toPng({ pixels, width, height }: Reduced): Promise<Buffer> {
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** Pixels that are another colour. */
function differing(a: Buffer, b: Buffer): number {
  if (a.length !== b.length) return Infinity;
  let count = 0;
  for (let at = 0; at < a.length; at += 3) if (a.compare(b, at, at + 3, at, at + 3) !== 0) count += 1;
  return count;
}
