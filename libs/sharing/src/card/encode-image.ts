import { type Painted, renderScene } from './render-scene.js';
import type { Scene } from './scene.js';
import { toXmp } from './xmp.js';

export interface EncodedImage {
  bytes: Buffer;
  mime: 'image/png' | 'image/jpeg';
  extension: 'png' | 'jpg';
  width: number;
  height: number;
}

export interface Encoding {
  /** Bytes, the most. */
  most: number;
  /** What the picture shows, in words; goes along inside of it (`ux` 2.5). Empty: nothing is written. */
  alt: string;
  /** Stays a PNG, also with what can be seen through. */
  isPng?: boolean;
}

/** Paints a scene and makes a file of it: the same scene is the same bytes (`ux:K-11`). */
export async function encodeScene(
  scene: Scene,
  pictures: ReadonlyMap<string, Uint8Array>,
  encoding: Encoding,
): Promise<EncodedImage> {
  return encode(await renderScene(scene, pictures), encoding);
}

/** A PNG without loss where that fits, else a JPEG of the best quality that does. */
async function encode({ pixels, width, height }: Painted, { most, alt, isPng }: Encoding): Promise<EncodedImage> {
  const { default: sharp } = await import('sharp');
  const raw = sharp(isPng ? toStraight(pixels) : pixels, { raw: { width, height, channels: 4 } });
  const source = () => (alt ? raw.clone().withXmp(toXmp(alt)) : raw.clone());
  const png = await (isPng ? source() : source().removeAlpha()).png({ compressionLevel: 9 }).toBuffer();
  if (isPng || png.length <= most) return { bytes: png, mime: 'image/png', extension: 'png', width, height };
  let bytes = png;
  for (const quality of [92, 88, 84, 78, 70, 60]) {
    const chromaSubsampling = quality > 80 ? '4:4:4' : '4:2:0';
    bytes = await source().removeAlpha().jpeg({ quality, chromaSubsampling }).toBuffer();
    if (bytes.length <= most) break;
  }
  return { bytes, mime: 'image/jpeg', extension: 'jpg', width, height };
}

/** Painters multiply colours by their alpha; files keep them apart. */
function toStraight(pixels: Buffer): Buffer {
  const straight = Buffer.from(pixels);
  for (let at = 0; at < straight.length; at += 4) {
    const alpha = straight[at + 3]!;
    if (alpha === 0 || alpha === 255) continue;
    for (const channel of [0, 1, 2]) {
      straight[at + channel] = Math.min(255, Math.round((straight[at + channel]! * 255) / alpha));
    }
  }
  return straight;
}
