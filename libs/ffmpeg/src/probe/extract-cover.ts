import { open, rm } from 'node:fs/promises';
import { CoverTooLarge } from '../error.js';
import type { Ffmpeg } from '../find/ffmpeg.js';
import type { JobControl } from '../job.js';
import type { MediaCommand } from '../run/command.js';
import { runCommand } from '../run/run.js';
import type { ExtractedCover, Probe } from './probe-result.js';

const mostPixels = 40_000_000;

/**
 * Copies the cover out of a file in its original bytes; nothing is decoded. Null when there is none or it
 * is neither JPEG nor PNG. `output` is absolute.
 * @throws CoverTooLarge, MediaCommandFailed, MediaCommandTimedOut, or the signal's reason.
 */
export async function extractCover(
  tools: Ffmpeg,
  file: string,
  found: Probe,
  output: string,
  control: JobControl = {},
): Promise<ExtractedCover | null> {
  const { cover } = found;
  if (!cover) return null;
  // The probe could not open what is too large, and then knows no size.
  if (cover.width === 0 || cover.width * cover.height > mostPixels) throw new CoverTooLarge();
  await runCommand(tools, toCoverCommand(file, cover.streamIndex), output, control);
  const mime = await mimeOf(output);
  if (mime) return { path: output, mime, width: cover.width, height: cover.height };
  await rm(output, { force: true });
  return null;
}

function toCoverCommand(file: string, streamIndex: number): MediaCommand {
  return {
    what: 'cover',
    inputs: [{ path: file, options: ['-max_pixels', String(mostPixels)] }],
    outputOptions: ['-map', `0:${streamIndex}`, '-c', 'copy', '-frames:v', '1', '-update', '1'],
    format: 'image2',
    durationMs: 0,
  };
}

async function mimeOf(file: string): Promise<ExtractedCover['mime'] | null> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    if (buffer[0] === 0xff && buffer[1] === 0xd8) return 'image/jpeg';
    return buffer.toString('latin1', 1, 4) === 'PNG' ? 'image/png' : null;
  } finally {
    await handle.close();
  }
}
