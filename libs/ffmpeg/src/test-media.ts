import { jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { carriedFfmpeg } from './find/carried.js';
import type { Ffmpeg } from './find/ffmpeg.js';
import { findFfmpeg } from './find/find-ffmpeg.js';

// Globals are slow to reach in jest's sandbox, and a sound has many samples.
const { round } = Math;

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

/** A folder that goes after the tests of the file, and patience for real media work on a busy machine. */
export async function workFolder(): Promise<string> {
  jest.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'estrade-ffmpeg-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface WavShape {
  readonly rate?: number;
  readonly channels?: number;
  readonly seconds: number;
  /** The same sound so many times. */
  readonly repeats?: number;
  /** -1..1 at a frame and channel. */
  readonly sample: (frame: number, channel: number) => number;
}

/** A 16-bit WAV. */
export function toWav({ rate = 48000, channels = 1, seconds, repeats = 1, sample }: WavShape): Buffer {
  const pcm = new Int16Array(round(rate * seconds) * channels);
  for (let i = 0; i < pcm.length; i += 1) {
    const value = round(sample((i / channels) | 0, i % channels) * 32767);
    pcm[i] = value > 32767 ? 32767 : value < -32768 ? -32768 : value;
  }
  const sound = Array.from({ length: repeats }, () => Buffer.from(pcm.buffer));
  const head = Buffer.alloc(44);
  const size = pcm.byteLength * repeats;
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + size, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * channels * 2, 28);
  head.writeUInt16LE(channels * 2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(size, 40);
  return Buffer.concat([head, ...sound]);
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

/** The samples of a file's first sound, 16 bits. */
export function decoded(tools: Ffmpeg, file: string): Buffer {
  const args = ['-nostdin', '-v', 'error', '-i', file, '-map', '0:a:0', '-f', 's16le', 'pipe:1'];
  const ran = spawnSync(tools.ffmpeg, args, { maxBuffer: 512 * 1024 * 1024 });
  if (ran.status !== 0) throw new Error(ran.stderr.toString());
  return ran.stdout;
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
