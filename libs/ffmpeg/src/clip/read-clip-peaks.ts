import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '#libs/kernel';
import type { Ffmpeg } from '../find/ffmpeg.js';
import type { JobControl } from '../job.js';
import { runCommand } from '../run/run.js';
import type { AudioClipJob } from './clip-job.js';
import { toPeaksCommand } from './clip.preset.js';

/** As many as the widest drawing has bars. */
const count = 160;

/** How loud a stretch is along its length: 0 to 100, the loudest moment is 100. As `makeAudioClip`. */
export async function readClipPeaks(
  tools: Ffmpeg,
  job: AudioClipJob,
  folder: string,
  control: JobControl = {},
): Promise<number[]> {
  const file = join(folder, `${newId()}.pcm`);
  await runCommand(tools, toPeaksCommand(job), file, control);
  const bytes = await readFile(file);
  await rm(file, { force: true });
  return toPeaks(new Int16Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 2)));
}

function toPeaks(samples: Int16Array): number[] {
  const size = samples.length / count;
  const loud = Array.from({ length: count }, (_, i) => {
    const slice = samples.subarray(Math.floor(i * size), Math.floor((i + 1) * size));
    let sum = 0;
    for (const sample of slice) sum += sample * sample;
    return Math.sqrt(sum / Math.max(1, slice.length));
  });
  const most = Math.max(1, ...loud);
  return loud.map((each) => Math.round((each / most) * 100));
}
