import { rm, writeFile } from 'node:fs/promises';
import type { Ffmpeg } from '../find/ffmpeg.js';
import type { JobControl } from '../job.js';
import { runCommand } from '../run/run.js';
import { toFfmetadata } from './ffmetadata.preset.js';
import type { OutputKind } from './encoder.preset.js';
import { pictureTag, toOggChapters, toPictureBlock } from './ogg-tags.js';
import type { Mp3Chapter, Mp3Tags } from './mp3-tags.js';
import { toMuxCommand } from './mux.preset.js';

export interface MuxJob {
  /** A sound file that we made, absolute: the rendered one, or a finished one that gets new tags. */
  readonly file: string;
  readonly durationMs: number;
  readonly tags: Mp3Tags;
  readonly chapters?: readonly Mp3Chapter[];
  /** A JPEG or PNG, absolute. */
  readonly coverFile?: string | undefined;
  /** The file to write, absolute, another than `file`. */
  readonly output: string;
  /** What both files are. Default `mp3`. */
  readonly kind?: OutputKind;
}

/**
 * Copies a sound file and gives it tags, chapters and cover: ID3v2.3, MP4's own, or Vorbis comments. The encoded sound
 * stays as it is, so a change of title never costs quality.
 * @throws MediaCommandFailed, MediaCommandTimedOut, or the signal's reason; nothing is left behind.
 */
export async function mux(tools: Ffmpeg, job: MuxJob, control: JobControl = {}): Promise<void> {
  const { kind = 'mp3', coverFile = null, chapters = [], durationMs } = job;
  const metadata = `${job.output}.ffmetadata`;
  const isOgg = kind === 'opus';
  try {
    const picture = isOgg && coverFile ? { [pictureTag]: await toPictureBlock(coverFile) } : {};
    const marks = isOgg ? toOggChapters(chapters, durationMs) : {};
    await writeFile(metadata, toFfmetadata({ ...job.tags, ...picture, ...marks }, isOgg ? [] : chapters, durationMs));
    const files = { audio: job.file, metadata, cover: isOgg ? null : coverFile, kind, language: job.tags.language };
    await runCommand(tools, toMuxCommand(files, durationMs), job.output, control);
  } finally {
    await rm(metadata, { force: true });
  }
}
