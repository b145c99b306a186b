import { z } from 'zod';
import { MediaCommandFailed } from '../error.js';
import type { Ffmpeg } from '../find/ffmpeg.js';
import { guardOptions, toFileAddress } from '../run/guard.js';
import { runProcess } from '../run/process.js';

const answer = z.object({
  format: z.object({ duration: z.string().optional() }),
  streams: z.array(z.object({ codec_type: z.string().optional(), start_time: z.string().optional() })),
});

/** How sound and pictures of a file lie to each other. */
export interface Streams {
  /** How much earlier the pictures begin than the sound; negative: later. */
  readonly soundLeadMs: number;
  /** Of whichever lasts longer; 0: unknown. */
  readonly durationMs: number;
}

/** Asks how long a file lasts and when its first sound and its first pictures begin. @throws MediaCommandFailed when one of them is not there */
export async function readStreams(tools: Ffmpeg, file: string, signal?: AbortSignal): Promise<Streams> {
  const ran = await runProcess(
    tools.ffprobe,
    [
      ...['-v', 'error', '-of', 'json', '-show_entries', 'format=duration:stream=codec_type,start_time'],
      ...guardOptions(),
      toFileAddress(file),
    ],
    { what: 'video', timeoutSeconds: 60, signal },
  );
  const { streams, format } = ran.code === 0 ? answer.parse(JSON.parse(ran.stdout)) : { streams: [], format: {} };
  const startOf = (type: string) => {
    const found = streams.find((each) => each.codec_type === type);
    if (!found) throw new MediaCommandFailed('video', `There is no ${type} in the file. ${ran.stderr}`);
    return Number(found.start_time) || 0;
  };
  return {
    soundLeadMs: Math.round((startOf('audio') - startOf('video')) * 1000),
    durationMs: Math.round((Number(format.duration) || 0) * 1000),
  };
}
