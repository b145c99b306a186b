import { NotFound } from '#libs/kernel';
import type { Storage } from '#libs/storage';
import { z } from 'zod';
import { toXmp } from '../card/xmp.js';
import type { MadeBytes } from './make-bytes.js';

export const photoInput = z.object({ key: z.string(), credit: z.string(), licence: z.string() });

const longest = 2000;
const most = 800 * 1024;

/** The portrait, at most 2000 px and 800 KB, with who may be named for it and under which terms inside (`ux` 2.5). */
export async function makePhoto(
  storage: Pick<Storage, 'readBytes' | 'exists'>,
  { key, credit, licence }: z.output<typeof photoInput>,
  alt: string,
): Promise<MadeBytes> {
  if (!(await storage.exists(key))) throw new NotFound('This photograph');
  const { default: sharp } = await import('sharp');
  const rights = [credit, licence].filter((part) => part !== '').join(' — ');
  const whole = sharp(await storage.readBytes(key)).resize(longest, longest, {
    fit: 'inside',
    withoutEnlargement: true,
  });
  let made = await whole
    .clone()
    .withXmp(toXmp(alt, rights))
    .jpeg({ quality: 90 })
    .toBuffer({ resolveWithObject: true });
  for (const quality of [82, 74, 64]) {
    if (made.data.length <= most) break;
    made = await whole.clone().withXmp(toXmp(alt, rights)).jpeg({ quality }).toBuffer({ resolveWithObject: true });
  }
  const { width, height } = made.info;
  return { bytes: made.data, mime: 'image/jpeg', extension: 'jpg', width, height };
}
