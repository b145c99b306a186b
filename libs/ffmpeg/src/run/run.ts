import fluent from 'fluent-ffmpeg';
import { rename, rm } from 'node:fs/promises';
import { newId } from '#libs/kernel';
import { MediaCommandFailed, MediaCommandTimedOut } from '../error.js';
import type { Ffmpeg } from '../find/ffmpeg.js';
import type { JobControl } from '../job.js';
import type { MediaCommand } from './command.js';
import { guardOptions, toFileAddress } from './guard.js';
import { cpuLimitSeconds, wallLimitSeconds } from './limits.js';
import { progressOf } from './progress.js';

/**
 * Builds the command with fluent-ffmpeg and runs it under limits (wall and processor time, `nice`, one
 * thread). The output appears under its name only when it is whole; before that it is `<output>.<id>.part`.
 * The one file that imports fluent-ffmpeg, which is archived upstream.
 * @throws MediaCommandFailed, MediaCommandTimedOut, or the signal's reason; nothing is left behind.
 */
export async function runCommand(
  tools: Ffmpeg,
  command: MediaCommand,
  output: string,
  control: JobControl = {},
): Promise<void> {
  // A name of its own: a render whose worker was killed may still be writing to the last one.
  const partial = `${output}.${newId()}.part`;
  try {
    await execute(build(tools, command, partial), command, control);
    await rename(partial, output);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

function build(tools: Ffmpeg, command: MediaCommand, partial: string): fluent.FfmpegCommand {
  const built = fluent({ niceness: 10, stdoutLines: 60 });
  // fluent-ffmpeg keeps this path for the whole process; Estrade uses one pair of programs per process.
  built.setFfmpegPath(tools.ffmpeg);
  command.inputs.forEach((input, index) => {
    const own = index === 0 ? globalOptions(command) : [];
    built
      .input(toFileAddress(input.path))
      .inputOptions(...own, ...guardOptions(input.formats), ...(input.options ?? []));
  });
  if (command.audioFilters?.length) built.audioFilters([...command.audioFilters]);
  return built.outputOptions(...command.outputOptions, '-f', command.format).output(toFileAddress(partial));
}

function globalOptions(command: MediaCommand): string[] {
  return [
    ...['-nostdin', '-hide_banner', '-y', '-v', 'error', '-nostats', '-progress', 'pipe:2'],
    ...['-timelimit', String(cpuLimitSeconds(command.durationMs)), '-threads', '1'],
  ];
}

/** Never listens to fluent's `progress`: that makes it run an unguarded ffprobe on the input. */
function execute(built: fluent.FfmpegCommand, command: MediaCommand, control: JobControl): Promise<void> {
  const { signal, onProgress } = control;
  const seconds = wallLimitSeconds(command.durationMs);
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    let stopped: unknown;
    let done = 0;
    const stop = (reason: unknown) => {
      stopped ??= reason;
      built.kill('SIGKILL');
    };
    const onAbort = () => stop(signal?.reason);
    const timer = setTimeout(() => stop(new MediaCommandTimedOut(command.what, seconds)), seconds * 1000);
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      finish();
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    built.on('start', () => stopped !== undefined && built.kill('SIGKILL'));
    built.on('stderr', (line: string) => {
      const next = progressOf(line, command.durationMs);
      if (next === null || next <= done) return;
      done = next;
      onProgress?.(done);
    });
    built.on('end', () => settle(resolve));
    built.on('error', (error: Error, _stdout: string | null, stderr: string | null) =>
      settle(() => reject(stopped ?? new MediaCommandFailed(command.what, `${error.message}\n${stderr ?? ''}`))),
    );
    built.run();
  });
}
