import { rm, writeFile } from 'node:fs/promises';
import type { Ffmpeg } from '../find/ffmpeg.js';
import type { JobControl } from '../job.js';
import { runCommand } from '../run/run.js';
import { toFfmetadata } from './ffmetadata.preset.js';
import type { Mp3Chapter, Mp3Tags } from './mp3-tags.js';
import { toMuxCommand } from './mux.preset.js';

export interface MuxJob {
  /** An MP3, absolute: the rendered one, or a finished one that gets new tags. */
  readonly file: string;
  readonly durationMs: number;
  readonly tags: Mp3Tags;
  readonly chapters?: readonly Mp3Chapter[];
  /** A JPEG or PNG, absolute. */
  readonly coverFile?: string | undefined;
  /** The MP3 to write, absolute, another than `file`. */
  readonly output: string;
}

/**
 * Copies an MP3 and gives it tags, chapters and cover (ID3v2.3). The sound's frames stay as they are, so
 * a change of title never costs quality.
 * @throws MediaCommandFailed, MediaCommandTimedOut, or the signal's reason; nothing is left behind.
 */
export async function mux(tools: Ffmpeg, job: MuxJob, control: JobControl = {}): Promise<void> {
  const metadata = `${job.output}.ffmetadata`;
  try {
    await writeFile(metadata, toFfmetadata(job.tags, job.chapters ?? [], job.durationMs));
    const files = { audio: job.file, metadata, cover: job.coverFile ?? null };
    await runCommand(tools, toMuxCommand(files, job.durationMs), job.output, control);
  } finally {
    await rm(metadata, { force: true });
  }
}
