import { UnsupportedMediaTypeException } from '@nestjs/common';
import { z } from 'zod';
import type { Addresses } from '#libs/catalog';

/** A stored picture as the API answers it: where it is, and its pixels. */
export const pictureAnswer = z.object({ url: z.string(), width: z.int().nullable() });
export type Picture = z.infer<typeof pictureAnswer>;

/** A picture of our own, or none. */
export function toPicture(addresses: Addresses, key: string | null, width: number | null): Picture | null {
  return key ? { url: addresses.image(key, 'full'), width } : null;
}

/** The bytes of an `image/*` body. @throws 415 for anything else. */
export function readPicture(body: unknown): Uint8Array {
  if (!(body instanceof Uint8Array)) throw new UnsupportedMediaTypeException();
  return body;
}
