import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { carriedFfmpeg } from './find/carried.js';
import type { Ffmpeg } from './find/ffmpeg.js';
import { findFfmpeg } from './find/find-ffmpeg.js';

/** For tests only: the absolute path of one of the carried recordings. */
export function recording(name: string): string {
  return resolve('test/recordings', name);
}

/** Every ffmpeg on this machine that the render must work on: the one in PATH, if any, and the carried one. */
export async function everyFfmpeg(): Promise<[string, Ffmpeg][]> {
  const carried = await carriedFfmpeg();
  const first = await findFfmpeg({ production: false, allowOldFfmpeg: false });
  const found: [string, Ffmpeg][] = [[`${first.version} from ${first.source}`, first]];
  if (first.source === 'npm' || !carried) return found;
  const second = await findFfmpeg({
    ffmpegPath: carried.ffmpeg,
    ffprobePath: carried.ffprobe,
    production: false,
    allowOldFfmpeg: false,
  });
  return [...found, [`${second.version} from npm`, second]];
}

/** A folder that goes after the tests of the file. */
export async function workFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'estrade-ffmpeg-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface WavShape {
  readonly rate?: number;
  readonly channels?: number;
  readonly seconds: number;
  /** -1..1 at a frame and channel. */
  readonly sample: (frame: number, channel: number) => number;
}

/** A 16-bit WAV. */
export function toWav({ rate = 48000, channels = 1, seconds, sample }: WavShape): Buffer {
  const frames = Math.round(rate * seconds);
  const bytes = Buffer.alloc(44 + frames * channels * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(channels, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * channels * 2, 28);
  bytes.writeUInt16LE(channels * 2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(frames * channels * 2, 40);
  for (let frame = 0, at = 44; frame < frames; frame += 1) {
    for (let channel = 0; channel < channels; channel += 1, at += 2) {
      bytes.writeInt16LE(Math.max(-32768, Math.min(32767, Math.round(sample(frame, channel) * 32767))), at);
    }
  }
  return bytes;
}

export async function writeWav(path: string, shape: WavShape): Promise<string> {
  await writeFile(path, toWav(shape));
  return path;
}

/** Runs the real program for a test's own preparation or second opinion; fails loudly. */
export function runTool(program: string, args: readonly string[]): { stdout: string; stderr: string } {
  const ran = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (ran.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${ran.stderr}`);
  return ran;
}

/** ffmpeg's own opinion of loudness and true peak. */
export function ebur128(tools: Ffmpeg, file: string): { lufs: number; truePeak: number; range: number } {
  const { stderr } = runTool(tools.ffmpeg, [
    '-nostdin',
    '-hide_banner',
    '-nostats',
    '-i',
    file,
    '-map',
    '0:a:0',
    '-filter_complex',
    'ebur128=peak=true:framelog=verbose',
    '-f',
    'null',
    '-',
  ]);
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'));
  const read = (pattern: RegExp) => Number(pattern.exec(summary)?.[1]);
  return {
    lufs: read(/I:\s+(-?[\d.]+) LUFS/),
    truePeak: read(/Peak:\s+(-?[\d.]+) dBFS/),
    range: read(/LRA:\s+(-?[\d.]+) LU/),
  };
}

/** A small whole-number noise that is the same in every run. */
export function noise(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}
