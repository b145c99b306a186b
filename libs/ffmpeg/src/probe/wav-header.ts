import { open } from 'node:fs/promises';

/**
 * How long a RIFF WAV says it is, in ms; null for other files and for headers that leave the length open.
 * ffmpeg itself believes the size of the file, so a cut upload would look whole.
 */
export async function declaredWavMs(file: string): Promise<number | null> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return readWavHeader(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** Broadcast WAVs put long chunks before the sound, so more than the usual 44 bytes are read. */
const headBytes = 65_536;
/** Recorders that stream write one of these and never come back. */
const openEnds = [0, 0x7fffffff, 0x80000000, 0xffffffff];

/** The same from the first bytes of a file. */
export function readWavHeader(head: Buffer): number | null {
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8, 12) !== 'WAVE') return null;
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= head.length;) {
    const name = head.toString('latin1', at, at + 4);
    const size = head.readUInt32LE(at + 4);
    if (name === 'fmt ' && at + 20 <= head.length) bytesPerSecond = head.readUInt32LE(at + 16);
    if (name === 'data')
      return bytesPerSecond === 0 || openEnds.includes(size) || size > 0xffffff00
        ? null
        : Math.round((size / bytesPerSecond) * 1000);
    at += 8 + size + (size % 2);
  }
  return null;
}
