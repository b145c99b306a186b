import type { Painted } from './render-scene.js';
import { toXmp } from './xmp.js';

export interface EncodedImage {
  bytes: Buffer;
  mime: 'image/png' | 'image/jpeg';
  extension: 'png' | 'jpg';
  width: number;
  height: number;
}

/**
 * A PNG without loss where that fits, else a JPEG of the best quality that does. The picture's description is in it as
 * XMP (`ux` 2.5), so that it goes along wherever the file goes.
 */
export async function encodeWithin(painted: Painted, most: number, alt: string, rights = ''): Promise<EncodedImage> {
  const { default: sharp } = await import('sharp');
  const { pixels, width, height } = painted;
  const xmp = toXmp(alt, rights);
  const source = () =>
    sharp(pixels, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .withXmp(xmp);
  const png = await source().png({ compressionLevel: 9 }).toBuffer();
  if (png.length <= most) return { bytes: png, mime: 'image/png', extension: 'png', width, height };
  for (const quality of [92, 88, 84, 78, 70, 60]) {
    const bytes = await source()
      .jpeg({ quality, chromaSubsampling: quality > 80 ? '4:4:4' : '4:2:0' })
      .toBuffer();
    if (bytes.length <= most || quality === 60) return { bytes, mime: 'image/jpeg', extension: 'jpg', width, height };
  }
  throw new Error('unreachable');
}
