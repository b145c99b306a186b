import { newId } from '#libs/kernel';
import type { Storage } from '#libs/storage';
import { imageWidths, planCover, planPhoto, refuseHuge, type SquarePlan } from './cover.plan.js';

/** A picture that was checked and stored: `key` is `image/<id>.jpg`, a square of `width` pixels. */
export interface StoredImage {
  readonly key: string;
  readonly width: number;
}

/**
 * Checks pictures from outside by their content, makes JPEGs of our own from them and stores those; the
 * bytes that came in are never served (`abuse:A10`). Smaller copies lie beside each, under `imageKey`.
 */
export class ImagesService {
  constructor(private readonly storage: Storage) {}

  /**
   * A show's or an episode's cover: 1400 to 3000 px square, sRGB JPEG, at most 512 KiB (`feed:A07`).
   * @throws CoverNotRaster, ImageTooLarge, CoverNotSquare, CoverTooSmall: all 422 and nothing stored.
   */
  async acceptCover(bytes: Uint8Array): Promise<StoredImage> {
    return this.accept(bytes, planCover, 1400);
  }

  /**
   * A photograph of a person, cut to a square.
   * @throws CoverNotRaster, ImageTooLarge, CoverTooSmall (under 200 px): all 422 and nothing stored.
   */
  async acceptPhoto(bytes: Uint8Array): Promise<StoredImage> {
    return this.accept(bytes, planPhoto, 200);
  }

  private async accept(
    bytes: Uint8Array,
    plan: (size: { width: number; height: number }) => SquarePlan,
    least: number,
  ): Promise<StoredImage> {
    // Loaded with the first picture: the decoders take 15 MB that most processes never need.
    const { readRaster, shrinkJpeg, toSquareJpeg } = await import('./raster.js');
    const raster = await readRaster(bytes);
    refuseHuge(raster);
    const made = await toSquareJpeg(raster, plan(raster), least);
    const key = `image/${newId()}.jpg`;
    for (const width of imageWidths) {
      await this.storage.put(imageKey(key, width), await shrinkJpeg(made.bytes, width));
    }
    // Last, so that whoever sees the picture finds its smaller copies too.
    await this.storage.put(key, made.bytes);
    return { key, width: made.side };
  }
}

/** Removes a picture and its smaller copies; asking twice is no error. */
export async function eraseImage(storage: Pick<Storage, 'delete'>, key: string): Promise<void> {
  for (const each of [...imageWidths.map((width) => imageKey(key, width)), key]) await storage.delete(each);
}

/** The storage key of a picture's copy in one of the offered widths: `image/<id>-<width>.jpg`. */
export function imageKey(key: string, width: (typeof imageWidths)[number]): string {
  return key.replace(/\.jpg$/, `-${width}.jpg`);
}
