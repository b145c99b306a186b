import { execFile } from 'node:child_process';
import type { Limits } from './limits.js';

/** What stands before a program's own arguments. Each of these replaces itself, so one process remains. */
type Launcher = (limits: Limits) => readonly string[];

/** Far above what sound needs (55 to 160 MB), and a bound for a file that makes a reader ask for everything. */
const mostMemoryBytes = 3 * 1024 ** 3;

const helpers: readonly Launcher[] = [
  // The program dies with the thread that started it, also when that was killed with SIGKILL.
  () => ['setpriv', '--no-new-privs', '--pdeathsig', 'KILL', '--'],
  ({ cpuSeconds, mostFileBytes }) => [
    // First a signal that tells why, then the end.
    ...['prlimit', '--core=0', `--as=${mostMemoryBytes}`, `--cpu=${cpuSeconds}:${cpuSeconds + 5}`],
    ...(mostFileBytes === undefined ? [] : [`--fsize=${mostFileBytes}`]),
    '--',
  ],
  () => ['nice', '-n', '10'],
];

let known: Promise<Launcher> | undefined;

/**
 * The words to put before a program so that it is bound to its parent's life, to its limits and to a low priority: as
 * many of these as the system has (Linux with util-linux: all). Asked once per thread.
 */
export async function launcherFor(limits: Limits): Promise<readonly string[]> {
  known ??= findLauncher();
  return (await known)(limits);
}

async function findLauncher(): Promise<Launcher> {
  const works = await Promise.all(helpers.map((helper) => canRun(helper({ wallSeconds: 1, cpuSeconds: 60 }))));
  const found = helpers.filter((_, index) => works[index]);
  return (limits) => found.flatMap((helper) => helper(limits));
}

/** Does this program start and end well, as helpers do that run `true`? */
export function canRun([program, ...args]: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => execFile(program!, [...args, 'true'], { timeout: 5000 }, (error) => resolve(!error)));
}
