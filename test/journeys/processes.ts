import { readdirSync, readFileSync } from 'node:fs';

/** The direct children of a process. Linux only, like the journeys that end processes. */
export function childrenOf(pid: number): number[] {
  return allPids().filter((child) => parentOf(child) === pid);
}

/** Processes whose command line names a text, such as a data folder. */
export function processesNaming(text: string): number[] {
  return allPids().filter((pid) => pid !== process.pid && read(`/proc/${pid}/cmdline`).includes(text));
}

/** kill -9; one that has ended already is fine. */
export function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Looks ten times a second until it is true. @throws after `seconds`. */
export async function until(isTrue: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  const giveUpAt = Date.now() + seconds * 1000;
  while (!(await isTrue())) {
    if (Date.now() > giveUpAt) throw new Error(`It did not become true within ${seconds} s: ${isTrue}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function allPids(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function parentOf(pid: number): number {
  return Number(read(`/proc/${pid}/stat`).split(') ').pop()!.split(' ')[1] ?? 0);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
