import sharp, { type Metadata, type Sharp } from 'sharp';
import { mostPixels, type SquarePlan } from './cover.plan.js';
import { CoverNotRaster, ImageTooLarge } from './image.error.js';

/** A picture whose header was read and believed; nothing is decoded yet. */
export interface Raster {
  /** As seen, after the camera's rotation. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** `feed:A07`: apps load covers in lists; half a megabyte is enough for 3000 px. */
const mostCoverBytes = 512 * 1024;

/**
 * Reads the header of a JPEG, PNG or WebP, told apart by content alone (`abuse:A10`).
 * @throws CoverNotRaster, ImageTooLarge
 */
export async function readRaster(bytes: Uint8Array): Promise<Raster> {
  if (!isRaster(bytes)) throw new CoverNotRaster();
  let header: Metadata;
  try {
    // The header alone; `decodeSquare` has the limit that counts.
    header = await sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata();
  } catch (cause) {
    throw new CoverNotRaster({ cause });
  }
  const { width = 0, height = 0, pages = 1, orientation = 1 } = header;
  if (pages > 1 || width < 1 || height < 1) throw new CoverNotRaster();
  return orientation >= 5 ? { width: height, height: width, bytes } : { width, height, bytes };
}

/**
 * Cuts and resizes to an sRGB JPEG without alpha of at most 512 KiB: first with less quality, then with fewer pixels.
 * @throws CoverNotRaster when the picture breaks off or is damaged.
 */
export async function toSquareJpeg(
  raster: Raster,
  plan: SquarePlan,
  least: number,
): Promise<{ bytes: Buffer; side: number }> {
  const whole = await decodeSquare(raster, plan);
  for (const side of sides(plan.side, least)) {
    for (const quality of [88, 80, 72, 62]) {
      const bytes = await encode(whole, plan.side, side, quality);
      if (bytes.length <= mostCoverBytes) return { bytes, side };
    }
  }
  return { bytes: await encode(whole, plan.side, Math.min(plan.side, least), 45), side: Math.min(plan.side, least) };
}

/** A smaller copy of a JPEG of ours; never larger than it was. */
export function shrinkJpeg(bytes: Uint8Array, width: number): Promise<Buffer> {
  return sharp(bytes)
    .resize({ width, height: width, withoutEnlargement: true })
    .jpeg({ quality: 82, progressive: true })
    .toBuffer();
}

/** Decodes once to raw pixels, so that several tries at encoding cost no further decoding. */
async function decodeSquare({ bytes, width, height }: Raster, plan: SquarePlan): Promise<Buffer> {
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .extract({ left: plan.left, top: plan.top, width: plan.cut, height: plan.cut })
      .resize(plan.side, plan.side)
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer();
  } catch (cause) {
    if (String(cause).includes('pixel limit')) throw new ImageTooLarge(width, height, 6000);
    throw new CoverNotRaster({ cause });
  }
}

function encode(pixels: Buffer, from: number, side: number, quality: number): Promise<Buffer> {
  const source: Sharp = sharp(pixels, {
    raw: { width: from, height: from, channels: channelsOf(pixels, from) },
    limitInputPixels: mostPixels,
  });
  return (side === from ? source : source.resize(side, side))
    .toColourspace('srgb')
    .jpeg({ quality, progressive: true })
    .toBuffer();
}

function channelsOf(pixels: Buffer, side: number): 1 | 3 {
  return pixels.length === side * side ? 1 : 3;
}

function sides(most: number, least: number): number[] {
  return [most, 2400, 2000, 1600, least].filter((side, i) => i === 0 || (side < most && side >= least));
}

function isRaster(bytes: Uint8Array): boolean {
  const at = (offset: number, ...values: number[]) => values.every((value, i) => bytes[offset + i] === value);
  const isJpeg = at(0, 0xff, 0xd8, 0xff);
  const isPng = at(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const isWebp = at(0, 0x52, 0x49, 0x46, 0x46) && at(8, 0x57, 0x45, 0x42, 0x50);
  return isJpeg || isPng || isWebp;
}
