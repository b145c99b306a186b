import { spawnSync } from 'node:child_process';
import type { Label } from './scene.js';
import { biquad, rate, type Signal } from './signal.js';

const { abs, log10, max, min, round } = Math;
const Samples = Float32Array;

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

const bin = rate / 100;

/** Decodes a file with the bare decoder and listens to it. */
export function listen(ffmpeg: string, file: string): Heard {
  const { channels, stderr } = decode(ffmpeg, file);
  const isMono = channels.length === 1;
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'));
  const read = (pattern: RegExp): number => Number(pattern.exec(summary)?.[1] ?? Number.NaN);
  const powers = channels.map((channel) => kPower(channel));
  const bins = powers[0]!.map((_, i) => powers.reduce((sum, power) => sum + power[i]!, 0) * (isMono ? 2 : 1));
  return {
    durationMs: (channels[0]!.length / rate) * 1000,
    lufs: read(/I:\s+(-?[\d.]+) LUFS/) + (isMono ? 3.01 : 0),
    truePeakDbtp: /Peak:\s+-inf/.test(summary) ? -120 : read(/Peak:\s+(-?[\d.]+) dBFS/),
    bins,
    envelope: toEnvelope(channels),
  };
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

/** 95th centile, over the 100 ms blocks of all pauses, of the gain above the lower one of the speech on either side, dB. */
export function pumping(before: Heard, after: Heard, labels: readonly Label[]): number {
  const gains = labels.map((label) => loudness(after, label) - loudness(before, label));
  const raised = labels.flatMap((label, i) => {
    if (label.name !== 'pause' || i === 0 || i + 1 >= labels.length) return [];
    const own = blocksOf(before.bins, label.startMs, label.endMs);
    const neighbours = min(gains[i - 1]!, gains[i + 1]!);
    return blocksOf(after.bins, label.startMs, label.endMs).map((block, n) => 10 * log10(block / own[n]!) - neighbours);
  });
  return raised.sort((a, b) => a - b)[Math.floor(raised.length * 0.95)] ?? 0;
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

function decode(ffmpeg: string, file: string): { channels: Signal[]; stderr: string } {
  const args = ['-nostdin', '-hide_banner', '-nostats', '-i', file, '-map', '0:a:0'];
  const meter = ['-af', `aresample=${rate},ebur128=peak=true:framelog=verbose`, '-f', 'f32le', 'pipe:1'];
  const { status, stdout, stderr } = spawnSync(ffmpeg, [...args, ...meter], { maxBuffer: 2 ** 30 });
  const said = stderr.toString();
  if (status !== 0) throw new Error(said);
  const count = / (\d+) channels|, (mono|stereo|5\.1)/.exec(said.slice(said.indexOf('Output #0')));
  const width = { mono: 1, stereo: 2, '5.1': 6 }[count?.[2] ?? ''] ?? Number(count?.[1]);
  const all = new Samples(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length));
  const channels = Array.from({ length: width }, (_, channel) => {
    const own = new Samples(all.length / width);
    for (let i = 0; i < own.length; i += 1) own[i] = all[i * width + channel]!;
    return own;
  });
  return { channels, stderr: said };
}

/** ITU-R BS.1770-4, annex 1: the two filters for 48 kHz, then the mean square. */
function kPower(channel: Signal): Float32Array {
  const shelf = biquad(
    channel,
    [1.53512485958697, -2.69169618940638, 1.19839281085285],
    [1, -1.69065929318241, 0.73248077421585],
  );
  const weighted = biquad(shelf, [1, -2, 1], [1, -1.99004745483398, 0.99007225036621]);
  const power = new Samples(Math.floor(weighted.length / bin));
  for (let n = 0; n < power.length; n += 1) {
    let sum = 0;
    for (let i = n * bin; i < (n + 1) * bin; i += 1) sum += weighted[i]! * weighted[i]!;
    power[n] = sum / bin;
  }
  return power;
}

function toEnvelope(channels: readonly Signal[]): Float32Array {
  const step = rate / 1000;
  const envelope = new Samples(Math.floor(channels[0]!.length / step));
  for (const channel of channels) {
    for (let n = 0; n < envelope.length; n += 1) {
      let sum = 0;
      for (let i = n * step; i < (n + 1) * step; i += 1) sum += abs(channel[i]!);
      envelope[n]! += sum;
    }
  }
  return envelope;
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
