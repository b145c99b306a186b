import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { MediaCommandStalled, MediaCommandTimedOut } from '../error.js';
import { launcherFor } from './launcher.js';
import type { Limits } from './limits.js';

/** A foreign program to run. It never gets a shell. */
export interface Program {
  /** For messages and logs, such as `render`. */
  readonly what: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly limits: Limits;
  readonly signal?: AbortSignal | undefined;
  /** What throws in here ends the program with that error. */
  readonly onStdout?: (chunk: Buffer) => void;
  readonly onLine?: (stderrLine: string) => void;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last 8 KB, without the lines of `-progress`. */
  readonly stderr: string;
}

const mostSaid = 8192;
/** One line of `-progress`: `out_time_ms=5120000`. */
const progressLine = /^[a-z_0-9]+=\s*\S*$/;
/** The lines that change only when something comes out; `speed` and `bitrate` change by waiting. */
const vitalLine = /^(out_time_ms|total_size)=/;

/**
 * The one way in which Estrade starts a foreign program: in a process group of its own that is killed as a whole, bound
 * to the life of the thread that started it, under limits of wall, processor, memory and output, watched for signs of
 * life (standard output, or `-progress pipe:2` on standard error). Resolves whatever the exit code is.
 * @throws MediaCommandTimedOut, MediaCommandStalled, the signal's reason, or the spawn error (ENOENT); it is dead by then.
 */
export async function supervise(job: Program): Promise<Ended> {
  const { what, limits, signal } = job;
  const [first, ...rest] = [...(await launcherFor(limits)), job.program, ...job.args];
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(first!, rest, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, detached: true });
    let failure: unknown;
    const stop = (reason: unknown) => {
      failure ??= reason ?? new Error('Stopped.');
      killGroup(child);
    };
    const watch = new Watch(limits, (stalled, seconds) =>
      stop(stalled ? new MediaCommandStalled(what, seconds) : new MediaCommandTimedOut(what, seconds)),
    );
    const onAbort = () => stop(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    const onEnd = killOnExit(child);
    child.stdout!.on('data', (chunk: Buffer) => {
      watch.seeLife();
      if (failure === undefined) attempt(() => job.onStdout?.(chunk), stop);
    });
    let stderr = '';
    createInterface({ input: child.stderr! }).on('line', (line) => {
      watch.read(line);
      if (!progressLine.test(line)) stderr = `${stderr}${line}\n`.slice(-mostSaid);
      if (failure === undefined) attempt(() => job.onLine?.(line), stop);
    });
    child.on('error', (error) => (failure ??= error));
    child.on('close', (code, killedBy) => {
      watch.end();
      onEnd();
      signal?.removeEventListener('abort', onAbort);
      failure ??= failureOf(job, code, killedBy, stderr);
      if (failure !== undefined) reject(failure);
      else resolve({ code, signal: killedBy, stderr });
    });
  });
}

/** What the end itself says went wrong: the processor limit, or a program that is not there (which a launcher finds out). */
function failureOf({ what, program, limits }: Program, code: number | null, signal: string | null, stderr: string) {
  if (signal === 'SIGXCPU') return new MediaCommandTimedOut(what, limits.cpuSeconds, 'processor');
  return code === 126 || code === 127 ? new Error(`${program} cannot be started: ${stderr.trim()}`) : undefined;
}

/** Two clocks: one that runs, one that starts anew with each sign of life. */
class Watch {
  private readonly wall: NodeJS.Timeout;
  private readonly stall: NodeJS.Timeout | undefined;
  private readonly seen = new Map<string, string>();

  constructor({ wallSeconds, stallSeconds }: Limits, onOver: (isStalled: boolean, seconds: number) => void) {
    this.wall = setTimeout(() => onOver(false, wallSeconds), wallSeconds * 1000);
    if (stallSeconds !== undefined) this.stall = setTimeout(() => onOver(true, stallSeconds), stallSeconds * 1000);
  }

  seeLife(): void {
    this.stall?.refresh();
  }

  read(line: string): void {
    const [, name] = vitalLine.exec(line) ?? [];
    if (name === undefined || this.seen.get(name) === line) return;
    this.seen.set(name, line);
    this.seeLife();
  }

  end(): void {
    clearTimeout(this.wall);
    clearTimeout(this.stall);
  }
}

/** For systems that do not bind a child's life to its parent's: at least an orderly end takes the children along. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach(killGroup));

function killOnExit(child: ChildProcess): () => void {
  running.add(child);
  return () => running.delete(child);
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // No group on this system, or it has gone already.
    child.kill('SIGKILL');
  }
}

function attempt(work: () => void, onError: (error: unknown) => void): void {
  try {
    work();
  } catch (error) {
    onError(error);
  }
}
