import { readFile } from 'node:fs/promises';
import { inOrder } from './ffmetadata.preset.js';
import type { Mp3Chapter } from './mp3-tags.js';

/** The Vorbis comment that holds a picture (RFC 7845 takes it over from Vorbis). */
export const pictureTag = 'METADATA_BLOCK_PICTURE';

const frontCover = 3;

/** A JPEG or PNG as FLAC's picture block in base64. The size in pixels is left open, as the format allows. */
export async function toPictureBlock(file: string): Promise<string> {
  const picture = await readFile(file);
  const mime = Buffer.from(picture[0] === 0xff ? 'image/jpeg' : 'image/png', 'latin1');
  const number = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  const unknownSize = [0, 0, 0, 0].map(number);
  return Buffer.concat([
    ...[number(frontCover), number(mime.length), mime, number(0)],
    ...unknownSize,
    ...[number(picture.length), picture],
  ]).toString('base64');
}

/** Chapters as Vorbis comments: `CHAPTER001=00:00:02.500` and `CHAPTER001NAME=…`. */
export function toOggChapters(chapters: readonly Mp3Chapter[], durationMs: number): Record<string, string> {
  return Object.fromEntries(
    inOrder(chapters, durationMs).flatMap(({ startMs, title }, index) => {
      const name = `CHAPTER${String(index + 1).padStart(3, '0')}`;
      return [
        [name, toClock(startMs)],
        [`${name}NAME`, title],
      ];
    }),
  );
}

function toClock(ms: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const rest = String(ms % 1000).padStart(3, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${rest}`;
}
