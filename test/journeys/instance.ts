import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = process.cwd();
const main = join(root, 'dist', 'apps', 'solo', 'src', 'main.js');

/** A whole Estrade in processes of its own, started as a newcomer starts it. */
export interface Instance {
  origin: string;
  dataDir: string;
  /** All that it has printed since its last start. */
  output(): string;
  pid(): number;
  /** Ctrl-C, waited for; returns the exit code. */
  stop(): Promise<number | null>;
  /** kill -9 of the main process alone; the worker notices by itself. */
  kill(): Promise<void>;
  /** Starts again on the same data folder and port. */
  restart(env?: Record<string, string>): Promise<void>;
  /** Ends whatever runs and removes the data folder. */
  remove(): Promise<void>;
}

export interface StartOptions {
  env?: Record<string, string>;
  args?: string[];
  dataDir?: string;
}

/** Starts an instance and waits until it says that it is ready. @throws with its output when it does not start. */
export async function startInstance({ env = {}, args = [], dataDir }: StartOptions = {}): Promise<Instance> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'estrade-journey-')));
  let run = await launch({ PORT: '0', DATA_DIR: folder, ...env }, args);
  const port = new URL(run.origin).port;
  return {
    origin: run.origin,
    dataDir: folder,
    output: () => run.output(),
    pid: () => run.child.pid!,
    stop: () => end(run.child, 'SIGINT'),
    kill: async () => void (await end(run.child, 'SIGKILL')),
    async restart(more = {}) {
      run = await launch({ PORT: port, DATA_DIR: folder, ...env, ...more }, args);
    },
    async remove() {
      await end(run.child, 'SIGTERM');
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Runs the start command until it ends: for starts that must fail, for console commands, and for what is done `meanwhile`. */
export async function runToEnd(
  env: Record<string, string>,
  args: string[] = [],
  meanwhile: (child: ChildProcess) => Promise<unknown> = async () => {},
): Promise<{ code: number | null; text: string }> {
  const { child, output } = spawnMain(env, args);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await meanwhile(child);
  return { code: await ended, text: output() };
}

async function launch(env: Record<string, string>, args: string[]) {
  const { child, output } = spawnMain(env, args);
  const origin = await new Promise<string>((resolve, reject) => {
    const look = (): void => {
      const found = /^\s*Site\s+(http\S+?)\/?$/m.exec(output());
      if (found) resolve(found[1]!);
    };
    child.stdout!.on('data', look);
    child.once('exit', (code) => reject(new Error(`The start ended with ${code}:\n${output()}`)));
  });
  return { child, output, origin };
}

function spawnMain(env: Record<string, string>, args: string[]) {
  if (!existsSync(main)) throw new Error('Nothing is built: run `npm run build` first (npm test does).');
  let text = '';
  const child = spawn(process.execPath, [main, ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development', NODE_OPTIONS: '', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return ended;
}
