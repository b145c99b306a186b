import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { frameSamples } from './chunk.plan.js';
import { rangeOfFrames } from './mp3-frames.js';
import { changeMp3Header, readMp3Header } from './mp3-header.js';

/** A piece of a render: an MP3 without tags, of which some frames are kept. */
export interface Mp3Part {
  readonly file: string;
  readonly drop: number;
  readonly keep: number | null;
}

/**
 * Joins the kept frames of the parts into one MP3 by copying bytes. The first part begins with a header frame, which is
 * told of the whole; the last one's own end says how much of the end is padding. `samples` is the length of the sound.
 */
export async function joinMp3(parts: readonly Mp3Part[], samples: number, output: string): Promise<void> {
  const [first, ...others] = parts;
  const whole = await open(first!.file, 'r+');
  try {
    const head = Buffer.alloc(4096);
    await whole.read(head, 0, head.length, 0);
    const header = readMp3Header(head);
    if (!header) throw new Error('The first part of a render has no header frame.');
    const range = await rangeOfFrames(whole, header.bytes, first!.drop, first!.keep);
    let { end, frames } = range;
    await whole.truncate(end);
    for (const part of others) {
      const added = await append(part, whole, end);
      end += added.bytes;
      frames += added.frames;
    }
    const padding = Math.max(0, Math.min(0xfff, frames * frameSamples - header.delay - samples));
    changeMp3Header(head, header, { frames, bytes: end, delay: header.delay, padding });
    await whole.write(head, 0, header.bytes, 0);
    await whole.sync();
  } finally {
    await whole.close();
  }
  await rename(first!.file, output);
}

async function append(part: Mp3Part, whole: FileHandle, at: number): Promise<{ bytes: number; frames: number }> {
  const source = await open(part.file);
  try {
    const { start, end, frames } = await rangeOfFrames(source, 0, part.drop, part.keep);
    let to = at;
    for await (const piece of createReadStream(part.file, { start, end: end - 1, highWaterMark: 256 * 1024 })) {
      await whole.write(piece as Buffer, 0, (piece as Buffer).length, to);
      to += (piece as Buffer).length;
    }
    return { bytes: to - at, frames };
  } finally {
    await source.close();
  }
}
