import { spawn } from 'node:child_process';
import { DamagedAudio, MediaCommandTimedOut } from '../error.js';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  /** The last 8 KB. */
  readonly stderr: string;
}

export interface ProcessLimits {
  readonly what: string;
  readonly timeoutSeconds: number;
  readonly mostOutputBytes?: number;
  readonly signal?: AbortSignal;
}

/**
 * Runs a short program to its end and gives back what it said, whatever the exit code.
 * @throws MediaCommandTimedOut, DamagedAudio (more output than allowed), the signal's reason, or the spawn error (ENOENT).
 */
export function runProcess(command: string, args: readonly string[], limits: ProcessLimits): Promise<Finished> {
  const { what, timeoutSeconds, mostOutputBytes = 8 * 1024 * 1024, signal } = limits;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const stdout: Buffer[] = [];
    let stderr = '';
    let size = 0;
    let failure: unknown;
    const stop = (reason: unknown) => {
      failure ??= reason;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop(new MediaCommandTimedOut(what, timeoutSeconds)), timeoutSeconds * 1000);
    const onAbort = () => stop(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostOutputBytes) stop(new DamagedAudio());
      else stdout.push(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-8192);
    });
    child.on('error', (error) => (failure ??= error));
    child.on('close', (code) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      if (failure) reject(failure);
      else resolve({ code, stdout: Buffer.concat(stdout).toString('utf8'), stderr });
    });
  });
}
