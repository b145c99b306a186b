import { open, stat } from 'node:fs/promises';
import { DamagedAudio, EmptyFile, MediaCommandTimedOut, NotAudio } from '../error.js';
import type { Ffmpeg } from '../find/ffmpeg.js';
import { guardOptions, toFileAddress } from '../run/guard.js';
import { runProcess } from '../run/process.js';
import { type ProbeLimits, readFfprobe } from './ffprobe-output.js';
import type { Probe } from './probe-result.js';
import { fits } from './sniff.js';
import { declaredWavMs } from './wav-header.js';

export interface ProbeOptions extends Partial<ProbeLimits> {
  readonly signal?: AbortSignal;
}

const hour = 3_600_000;
const defaults: ProbeLimits = { mostChannels: 8, mostDurationMs: 12 * hour };

/**
 * Looks at a file without trusting it: only listed formats and protocols, the name never becomes an
 * option, the found container must fit the first bytes. `file` is absolute.
 * @throws EmptyFile, NotAudio, NoAudioTrack, TooManyChannels, TooLong, DamagedAudio
 */
export async function probe(tools: Ffmpeg, file: string, options: ProbeOptions = {}): Promise<Probe> {
  const { size } = await stat(file);
  if (size === 0) throw new EmptyFile();
  const ran = await runProcess(tools.ffprobe, probeArguments(file), {
    what: 'probe',
    timeoutSeconds: 120,
    // Fifty times what a look at a long file takes: a head without end.
    cpuSeconds: 8,
    signal: options.signal,
  }).catch((error: unknown) => {
    throw error instanceof MediaCommandTimedOut && error.limit === 'processor' ? new DamagedAudio() : error;
  });
  if (ran.code !== 0) throw new NotAudio({ cause: ran.stderr });
  const found = readFfprobe(parse(ran.stdout), size, { ...defaults, ...options });
  if (!fits(await head(file), found.container))
    throw new NotAudio({ cause: `The first bytes do not fit ${found.container}.` });
  const declaredMs = found.container === 'wav' ? await declaredWavMs(file) : null;
  return { ...found, durationMs: declaredMs ?? found.durationMs };
}

function probeArguments(file: string): string[] {
  return [
    ...['-v', 'error', '-of', 'json', '-show_format', '-show_streams', '-show_chapters', '-max_pixels', '40000000'],
    ...guardOptions(),
    toFileAddress(file),
  ];
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

async function head(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
