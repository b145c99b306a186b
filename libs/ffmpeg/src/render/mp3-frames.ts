import type { FileHandle } from 'node:fs/promises';

const kbpsOfLayer3 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const rates = [44100, 48000, 32000];
const blockBytes = 256 * 1024;

/** Bytes of the MPEG-1 layer III frame whose header begins there; null when none does. */
export function frameBytes(bytes: Buffer, at: number): number | null {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1]! & 0xfe) !== 0xfa) return null;
  const kbps = kbpsOfLayer3[bytes[at + 2]! >> 4];
  const rate = rates[(bytes[at + 2]! >> 2) & 3];
  if (!kbps || !rate) return null;
  return Math.floor((144_000 * kbps) / rate) + ((bytes[at + 2]! >> 1) & 1);
}

/** Where frames of an MP3 that we made lie. */
export interface FrameRange {
  /** Bytes from the beginning of the file. */
  readonly start: number;
  readonly end: number;
  readonly frames: number;
}

/**
 * Steps over `drop` frames from the byte `from` and then over `keep` (null: to the end of the file).
 * @throws Error when the file does not consist of whole frames, or has too few.
 */
export async function rangeOfFrames(
  file: FileHandle,
  from: number,
  drop: number,
  keep: number | null,
): Promise<FrameRange> {
  const { size } = await file.stat();
  const wanted = keep === null ? Infinity : drop + keep;
  const block = Buffer.alloc(blockBytes);
  let filled = block.subarray(0, 0);
  let blockStart = 0;
  let at = from;
  let start = drop === 0 ? from : -1;
  let frames = 0;
  while (frames < wanted && at < size) {
    if (at + 4 > blockStart + filled.length) {
      const { bytesRead } = await file.read(block, 0, blockBytes, at);
      filled = block.subarray(0, bytesRead);
      blockStart = at;
    }
    const length = frameBytes(filled, at - blockStart);
    if (length === null || at + length > size) throw new Error(`No whole MP3 frame at byte ${at}.`);
    at += length;
    frames += 1;
    if (frames === drop) start = at;
  }
  if (start < 0 || (keep !== null && frames < wanted)) throw new Error(`Only ${frames} MP3 frames of ${wanted}.`);
  return { start, end: at, frames: frames - drop };
}
