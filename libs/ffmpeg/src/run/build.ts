import fluent from 'fluent-ffmpeg';
import type { MediaCommand } from './command.js';
import { guardOptions, toFileAddress } from './guard.js';
import { cpuLimitSeconds } from './limits.js';

/** fluent-ffmpeg is archived upstream, so what it keeps private will not change any more. */
interface Built {
  _getArguments(): string[];
}

/**
 * Turns a described command into ffmpeg's arguments, with the guard before every input. The one file that imports
 * fluent-ffmpeg, which only builds: it would run an unguarded ffprobe on the input to tell of progress, and knows
 * no process groups. `output` is absolute.
 */
export function toArguments(command: MediaCommand, output: string): string[] {
  const built = fluent();
  command.inputs.forEach(({ path, formats, options = [] }) => {
    built.input(toFileAddress(path)).inputOptions(...guardOptions(formats), ...options);
  });
  if (command.graph) built.complexFilter(command.graph);
  built.outputOptions(...command.outputOptions, '-f', command.format).output(toFileAddress(output));
  return [...globalOptions(command), ...(built as unknown as Built)._getArguments()];
}

function globalOptions({ durationMs, skippedMs = 0 }: MediaCommand): string[] {
  return [
    ...['-nostdin', '-hide_banner', '-v', 'error', '-nostats', '-progress', 'pipe:2'],
    // Sound gains nothing from threads; the filters' own would only take memory.
    ...['-timelimit', String(cpuLimitSeconds(durationMs + skippedMs)), '-threads', '1', '-filter_complex_threads', '1'],
  ];
}
