import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { type Label, later, type Scene, secondsOf } from '../sound/scene.js';
import { interviewHalves } from '../sound/talk-scenes.js';
import { toWav } from '../sound/wav.js';

/** Writes the interview over and over, in stereo with another noise on each side; tells who is heard when. */
export async function writeLongInterview(file: string, seconds: number): Promise<readonly Label[]> {
  const out = createWriteStream(file);
  const { far, near } = interviewHalves();
  const parts = [...repeated(far, seconds / 2), ...repeated(near, seconds / 2)];
  const bytes = parts.reduce((sum, part) => sum + pcmOf(part).length, 0);
  out.write(header(far, bytes));
  const labels = await writeParts(out, parts);
  out.end();
  await once(out, 'finish');
  return labels;
}

/** The same as FLAC, encoded as it is made. */
export async function writeLongFlac(ffmpeg: string, file: string, seconds: number): Promise<void> {
  const input = ['-f', 's16le', '-ar', '48000', '-ac', '2', '-i', 'pipe:0'];
  const args = ['-v', 'error', '-y', ...input, '-c:a', 'flac', '-compression_level', '0', file];
  const child = spawn(ffmpeg, args, { stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = once(child, 'exit');
  const { far, near } = interviewHalves();
  await writeParts(child.stdin, [...repeated(far, seconds / 2), ...repeated(near, seconds / 2)]);
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
}

function repeated(scene: Scene, seconds: number): Scene[] {
  return Array.from({ length: Math.round(seconds / secondsOf(scene.channels[0]!)) }, () => scene);
}

async function writeParts(out: Writable, parts: readonly Scene[]): Promise<Label[]> {
  const labels: Label[] = [];
  let at = 0;
  for (const part of parts) {
    labels.push(...later(part.labels, at));
    at += secondsOf(part.channels[0]!);
    if (!out.write(pcmOf(part))) await once(out, 'drain');
  }
  return labels;
}

const made = new Map<Scene, Buffer>();

function pcmOf(scene: Scene): Buffer {
  if (!made.has(scene)) made.set(scene, toWav(scene.channels).subarray(44));
  return made.get(scene)!;
}

function header(scene: Scene, bytes: number): Buffer {
  const head = Buffer.from(toWav(scene.channels.map((channel) => channel.subarray(0, 1))).subarray(0, 44));
  head.writeUInt32LE(36 + bytes, 4);
  head.writeUInt32LE(bytes, 40);
  return head;
}
