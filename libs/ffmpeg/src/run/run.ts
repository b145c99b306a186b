import { rename, rm } from 'node:fs/promises';
import { newId } from '#libs/kernel';
import { MediaCommandFailed } from '../error.js';
import type { Ffmpeg } from '../find/ffmpeg.js';
import type { JobControl } from '../job.js';
import { toArguments } from './build.js';
import type { MediaCommand } from './command.js';
import { cpuLimitSeconds, type Limits, stallLimitSeconds, usualStallSeconds, wallLimitSeconds } from './limits.js';
import { progressOf } from './progress.js';
import { supervise } from './supervise.js';

/**
 * Runs a described command under limits. The output appears under its name only when it is whole; before that it is
 * `<output>.<id>.part`, a name of its own: a render whose worker was killed may still have left one.
 * @throws MediaCommandFailed, MediaCommandTimedOut, MediaCommandStalled, or the signal's reason; nothing is left behind.
 */
export async function runCommand(
  tools: Ffmpeg,
  command: MediaCommand,
  output: string,
  control: JobControl = {},
): Promise<void> {
  const partial = `${output}.${newId()}.part`;
  try {
    await writeTo(tools, command, partial, control);
    await rename(partial, output);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** The same, but straight into a place that the caller moves or clears away. */
export async function writeTo(
  tools: Ffmpeg,
  command: MediaCommand,
  output: string,
  { signal, onProgress }: JobControl = {},
): Promise<void> {
  let done = 0;
  const ended = await supervise({
    ...{ what: command.what, program: tools.ffmpeg, args: toArguments(command, output), signal },
    limits: limitsOf(command, tools),
    onLine: (line) => {
      const next = progressOf(line, command.durationMs);
      if (next === null || next <= done) return;
      done = next;
      onProgress?.(done);
    },
  });
  if (ended.code === 0) return;
  throw new MediaCommandFailed(command.what, `code ${ended.code ?? ended.signal}: ${ended.stderr}`);
}

function limitsOf({ durationMs, skippedMs = 0, movedBytes, mostFileBytes }: MediaCommand, tools: Ffmpeg): Limits {
  const readMs = durationMs + skippedMs;
  return {
    wallSeconds: wallLimitSeconds(readMs),
    cpuSeconds: cpuLimitSeconds(readMs),
    stallSeconds: stallLimitSeconds(tools.stallSeconds ?? usualStallSeconds, skippedMs, movedBytes),
    // 512 kbit/s, and room for pictures.
    mostFileBytes: mostFileBytes ?? 64 * 1024 ** 2 + durationMs * 64,
  };
}
