import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface WorkerProcess {
  /** From now on nobody starts it again: Ctrl-C in a terminal reaches it at the same moment as this process. */
  expectEnd(): void;
  /** Asks it to finish what it holds, waits, and ends it after `graceMs`. */
  stop(graceMs: number): Promise<void>;
  pid(): number | undefined;
}

const entry = fileURLToPath(new URL('../../worker/src/main.js', import.meta.url));

/**
 * The worker holds the measurements of hours of sound for seconds, before encoders that want the memory for minutes: a
 * small nursery for short-lived objects, a collection after each job, and large buffers that go back to the system when
 * they are freed (glibc).
 */
const thrift = {
  execArgv: ['--max-semi-space-size=2', '--expose-gc'],
  env: { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' },
};

/**
 * Runs the worker in a process of its own and starts it again when it dies, after 0.5 s, then twice as long
 * each time up to 30 s; a minute of work resets the wait. Its jobs lose nothing: the queue gives them out again.
 */
export function startWorkerProcess(env: NodeJS.ProcessEnv, log: (line: string) => void): WorkerProcess {
  let child: ChildProcess;
  let stopping = false;
  let wait = 500;
  let retry: NodeJS.Timeout | undefined;

  const start = (): void => {
    const calm = setTimeout(() => (wait = 500), 60_000).unref();
    child = fork(entry, [], {
      env: { ...env, ...thrift.env },
      execArgv: [...process.execArgv, ...thrift.execArgv],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    // `npm run dev` watches this process; the files that the worker loads are to be watched with it.
    child.on('message', (message) => {
      if (typeof message === 'object' && 'watch:import' in message) process.send?.(message);
    });
    child.once('exit', (code, signal) => {
      clearTimeout(calm);
      if (stopping) return;
      log(`The worker ended (${signal ?? `code ${code}`}); it is started again in ${wait / 1000} s. No job is lost.`);
      retry = setTimeout(start, wait);
      wait = Math.min(wait * 2, 30_000);
    });
  };
  start();

  return {
    pid: () => child.pid,
    expectEnd() {
      stopping = true;
      clearTimeout(retry);
    },
    async stop(graceMs) {
      this.expectEnd();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}
