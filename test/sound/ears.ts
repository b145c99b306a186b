import { spawn } from 'node:child_process';
import { Ear } from './ear.js';
import type { Label } from './scene.js';
import { rate } from './signal.js';

const { log10, max, min, round } = Math;
const Samples = Float32Array;
/** Below this, what an encoder leaves of digital silence is not heard, however much louder than nothing it is. */
const inaudible = -70;
/** Labels of what is heard beside voices. */
export const soundsOfOthers: readonly string[] = ['music', 'applause', 'laughter'];

/** A decoded file and what ffmpeg's own meter says of it: a second opinion, none of our code. */
export interface Heard {
  readonly durationMs: number;
  /** As heard: mono counts twice. */
  readonly lufs: number;
  readonly truePeakDbtp: number;
  /** Summed K-weighted power over all channels as heard, one value per 10 ms. */
  readonly bins: Float32Array;
  /** Mean absolute value, one per millisecond. */
  readonly envelope: Float32Array;
}

/** Decodes a file with the bare decoder and listens to it as it comes: hours need no more room than minutes. */
export async function listen(ffmpeg: string, file: string): Promise<Heard> {
  const args = ['-nostdin', '-hide_banner', '-nostats', '-i', file, '-map', '0:a:0'];
  const meter = ['-af', `aresample=${rate},ebur128=peak=true:framelog=verbose`, '-f', 'f32le', 'pipe:1'];
  const child = spawn(ffmpeg, [...args, ...meter], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  let ear: Ear | undefined;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    ear ??= new Ear(channelsIn(said));
    const all = rest.length ? Buffer.concat([rest, chunk]) : chunk;
    const whole = all.length - (all.length % (4 * ear.channels));
    ear.hear(new Samples(all.buffer.slice(all.byteOffset, all.byteOffset + whole)));
    rest = all.subarray(whole);
  }
  if ((await ended) !== 0 || !ear) throw new Error(said);
  const summary = said.slice(said.lastIndexOf('Summary:'));
  const read = (pattern: RegExp): number => Number(pattern.exec(summary)?.[1] ?? Number.NaN);
  return {
    durationMs: (ear.frames / rate) * 1000,
    lufs: read(/I:\s+(-?[\d.]+) LUFS/) + (ear.channels === 1 ? 3.01 : 0),
    truePeakDbtp: /Peak:\s+-inf/.test(summary) ? -120 : read(/Peak:\s+(-?[\d.]+) dBFS/),
    bins: ear.bins(),
    envelope: ear.envelope(),
  };
}

function channelsIn(said: string): number {
  const found = / (\d+) channels|, (mono|stereo|5\.1)/.exec(said.slice(said.indexOf('Output #0')));
  const named: Record<string, number> = { mono: 1, stereo: 2, '5.1': 6 };
  return named[found?.[2] ?? ''] ?? Number(found?.[1]);
}

/** Mean loudness of a stretch, gated 10 dB below its own mean, LUFS. */
export function loudness({ bins }: Heard, { startMs, endMs }: Pick<Label, 'startMs' | 'endMs'>): number {
  const blocks = blocksOf(bins, startMs, endMs);
  const gate = mean(blocks) / 10;
  return toLufs(mean(blocks.filter((block) => block >= gate)));
}

/** Loudest less quietest name, LU; each name's stretches are heard together. */
export function spread(heard: Heard, labels: readonly Label[], names: readonly string[]): number {
  const levels = names.map((name) => {
    const own = labels.filter((label) => label.name === name).map((label) => loudness(heard, label));
    return toLufs(mean(own.map((lufs) => 10 ** ((lufs + 0.691) / 10))));
  });
  return max(...levels) - min(...levels);
}

/** 95th centile, over the 100 ms blocks of all pauses, of the gain above that of the speech which is nearer, dB. */
export function pumping(before: Heard, after: Heard, labels: readonly Label[]): number {
  const speech = labels.filter(({ name }) => name !== 'pause' && !soundsOfOthers.includes(name));
  const gains = new Map(speech.map((label) => [label, loudness(after, label) - loudness(before, label)]));
  const raised = labels.flatMap(({ name, startMs, endMs }) => {
    const last = speech.findLast((label) => label.endMs <= startMs);
    const next = speech.find((label) => label.startMs >= endMs);
    if (name !== 'pause' || !last || !next) return [];
    const own = blocksOf(before.bins, startMs, endMs);
    return blocksOf(after.bins, startMs, endMs).flatMap((block, n) => {
      const at = startMs + n * 100;
      const nearer = gains.get(at - last.endMs < next.startMs - at ? last : next)!;
      return toLufs(block) < inaudible ? [] : [10 * log10(block / own[n]!) - nearer];
    });
  });
  return raised.sort((a, b) => a - b)[Math.floor(raised.length * 0.95)] ?? 0;
}

/** The most by which the first or the last second of somebody's turn got less gain than the turn as a whole, dB. */
export function lateness(before: Heard, after: Heard, labels: readonly Label[]): number {
  const gain = (range: Pick<Label, 'startMs' | 'endMs'>): number => loudness(after, range) - loudness(before, range);
  const missing = labels.flatMap(({ name, startMs, endMs }) => {
    if (name === 'pause') return [];
    const whole = gain({ startMs, endMs });
    return [
      { startMs, endMs: startMs + 1000 },
      { startMs: endMs - 1000, endMs },
    ].map((edge) => whole - gain(edge));
  });
  return max(0, ...missing);
}

/** How far the middle half of all spoken 100 ms blocks lie apart in their gain, dB: about 0 when one gain did it all. */
export function evenness(before: Heard, after: Heard, labels: readonly Label[]): number {
  const gains = labels.flatMap(({ name, startMs, endMs }) => {
    if (name === 'pause') return [];
    const was = blocksOf(before.bins, startMs, endMs);
    const least = mean(was) / 10;
    const is = blocksOf(after.bins, startMs, endMs);
    return is.flatMap((block, n) => (was[n]! < least ? [] : [10 * log10(block / was[n]!)]));
  });
  gains.sort((a, b) => a - b);
  return gains[Math.floor(gains.length * 0.75)]! - gains[Math.floor(gains.length * 0.25)]!;
}

/** By how many milliseconds the finished sound comes late (or early: below 0), from the best fit of the envelopes. */
export function shift(before: Heard, after: Heard): number {
  const reach = 150;
  const [a, b] = [before.envelope, after.envelope];
  const end = min(a.length, b.length) - reach;
  let best = { lag: 0, fit: -1 };
  for (let lag = -reach; lag <= reach; lag += 1) {
    let fit = 0;
    for (let i = reach; i < end; i += 1) fit += a[i]! * b[i + lag]!;
    if (fit > best.fit) best = { lag, fit };
  }
  return best.lag;
}

function blocksOf(bins: Float32Array, startMs: number, endMs: number): number[] {
  const blocks: number[] = [];
  for (let at = round(startMs / 10); at + 10 <= min(bins.length, round(endMs / 10)); at += 10) {
    blocks.push(mean(bins.subarray(at, at + 10)) + 1e-12);
  }
  return blocks;
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i]!;
  return sum / max(1, values.length);
}

function toLufs(power: number): number {
  return -0.691 + 10 * log10(power + 1e-12);
}
