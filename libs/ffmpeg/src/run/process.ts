import { DamagedAudio } from '../error.js';
import { supervise } from './supervise.js';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  /** The last 8 KB. */
  readonly stderr: string;
}

export interface ProcessLimits {
  readonly what: string;
  readonly timeoutSeconds: number;
  /** Default: as the wall. */
  readonly cpuSeconds?: number;
  readonly mostOutputBytes?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a short program to its end and gives back what it said, whatever the exit code.
 * @throws MediaCommandTimedOut, DamagedAudio (more output than allowed), the signal's reason, or the spawn error (ENOENT).
 */
export async function runProcess(program: string, args: readonly string[], limits: ProcessLimits): Promise<Finished> {
  const { what, timeoutSeconds, cpuSeconds = timeoutSeconds, mostOutputBytes = 8 * 1024 * 1024, signal } = limits;
  const stdout: Buffer[] = [];
  let size = 0;
  const { code, stderr } = await supervise({
    ...{ what, program, args, signal },
    limits: { wallSeconds: timeoutSeconds, cpuSeconds },
    onStdout: (chunk) => {
      size += chunk.length;
      if (size > mostOutputBytes) throw new DamagedAudio();
      stdout.push(chunk);
    },
  });
  return { code, stdout: Buffer.concat(stdout).toString('utf8'), stderr };
}
