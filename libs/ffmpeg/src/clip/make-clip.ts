import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '#libs/kernel';
import type { Ffmpeg } from '../find/ffmpeg.js';
import type { JobControl } from '../job.js';
import { runCommand } from '../run/run.js';
import type { AudioClipJob, VideoClipJob } from './clip-job.js';
import { toAudioClipCommand, toCaptionList, toVideoClipCommand } from './clip.preset.js';

/**
 * Cuts a stretch out of a finished sound as an MP3 with edges that do not click; `output` is absolute and appears only
 * when it is whole. @throws MediaCommandFailed, MediaCommandTimedOut, MediaCommandStalled, or the signal's reason.
 */
export async function makeAudioClip(
  tools: Ffmpeg,
  job: AudioClipJob,
  output: string,
  control: JobControl = {},
): Promise<void> {
  await runCommand(tools, toAudioClipCommand(job), output, control);
}

/** Draws a stretch of a finished sound, or of its film, as an MP4 (H.264, AAC) for networks. As `makeAudioClip`. */
export async function makeVideoClip(
  tools: Ffmpeg,
  job: VideoClipJob,
  output: string,
  control: JobControl = {},
): Promise<void> {
  const list = job.captions && job.captions.stills.length > 0 ? join(job.folder, `${newId()}.ffconcat`) : undefined;
  if (list) await writeFile(list, toCaptionList(job.captions!.stills));
  await runCommand(tools, toVideoClipCommand(job, list), output, control);
}
