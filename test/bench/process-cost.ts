import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command and everything it started cost: seconds of user CPU and wall, peak resident bytes of the tree. */
export interface Cost {
  userSeconds: number;
  wallSeconds: number;
  peakBytes: number;
}

const wrapper = `
const { spawn } = require('node:child_process');
const [program, ...args] = process.argv.slice(1);
spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] }).on('exit', (code) => {
  const fields = require('node:fs').readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
  process.stdout.write(fields[13]);
  process.exitCode = code ?? 1;
});`;

/** Clock ticks a second of /proc (USER_HZ), which Linux fixes at 100. */
const ticks = 100;

/**
 * Runs a command and waits. The CPU time is the kernel's account of finished children, so nothing is
 * missed; memory is the largest sum seen over the tree, looked at 20 times a second. Linux only.
 */
export async function costOf(program: string, args: readonly string[]): Promise<Cost> {
  const start = process.hrtime.bigint();
  const child = spawn(process.execPath, ['-e', wrapper, program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let userTicks = '';
  child.stdout.on('data', (chunk: Buffer) => (userTicks += chunk.toString()));
  let peakBytes = 0;
  const timer = setInterval(() => (peakBytes = Math.max(peakBytes, residentBytes(childrenOf(child.pid!)))), 50);
  const code = await exitOf(child);
  clearInterval(timer);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}`);
  return {
    userSeconds: Number(userTicks) / ticks,
    wallSeconds: Number(process.hrtime.bigint() - start) / 1e9,
    peakBytes,
  };
}

/** Resident bytes of some processes and all that they started, but for those called `except` and what these started. */
export function residentBytes(pids: readonly number[], except?: string): number {
  const counted = pids.filter((pid) => nameOf(pid) !== except);
  return counted.reduce((sum, pid) => sum + ownBytes(pid) + residentBytes(childrenOf(pid), except), 0);
}

/** User CPU of a living process, of its living descendants, and of all of theirs that have ended. */
export function userSecondsOf(pid: number): number {
  const own = statOf(pid);
  const below = childrenOf(pid).reduce((sum, child) => sum + userSecondsOf(child), 0);
  return (Number(own[11] ?? 0) + Number(own[13] ?? 0)) / ticks + below;
}

/** The command line of a process, its words apart by blanks. */
export function commandOf(pid: number): string {
  return readProc(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The fields of /proc/PID/stat from `state` on: 11 is utime, 13 is cutime. */
function statOf(pid: number): string[] {
  return readProc(`/proc/${pid}/stat`).split(') ').pop()!.split(' ');
}

function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function ownBytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readProc(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;
}

function nameOf(pid: number): string {
  return readProc(`/proc/${pid}/comm`).trim();
}

/** The direct children of a process. */
export function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
}
