import { spawnSync } from 'node:child_process';
import { type Cost, costOf } from './process-cost.js';

const target = 'loudnorm=I=-16:TP=-1.5:LRA=11';

/**
 * What most guides advise: two passes of ffmpeg's loudnorm, the second with the measurements of the first and
 * `linear=true`, into the same MP3. Its cost is that of both passes.
 */
export async function loudnorm(ffmpeg: string, input: string, output: string, kbps = 128): Promise<Cost> {
  const base = ['-nostdin', '-hide_banner', '-nostats', '-y', '-i', input];
  const first = [...base, '-af', `${target}:print_format=json`, '-f', 'null', '-'];
  const { measured, cost } = await measure(ffmpeg, first);
  const given = Object.entries(measured).map(([name, value]) => `${name}=${value}`);
  const filter = `${target}:${given.join(':')}:linear=true`;
  const encoder = ['-ar', '48000', '-c:a', 'libmp3lame', '-b:a', `${kbps}k`];
  const second = await costOf(ffmpeg, [...base, '-v', 'error', '-af', filter, ...encoder, output]);
  return {
    userSeconds: cost.userSeconds + second.userSeconds,
    wallSeconds: cost.wallSeconds + second.wallSeconds,
    peakBytes: Math.max(cost.peakBytes, second.peakBytes),
  };
}

/** The first pass: once for its numbers and its cost. */
async function measure(ffmpeg: string, args: readonly string[]) {
  const began = process.hrtime.bigint();
  const ran = spawnSync('sh', ['-c', '"$@" 2>&1; times >&2', 'sh', ffmpeg, ...args], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stdout);
  const found = JSON.parse(/\{[^{}]*\}\s*$/.exec(ran.stdout.trimEnd())![0]) as Record<string, string>;
  const [, minutes, seconds] = /(\d+)m([\d.]+)s \d+m[\d.]+s\s*$/.exec(ran.stderr)!;
  return {
    measured: {
      measured_I: found.input_i,
      measured_TP: found.input_tp,
      measured_LRA: found.input_lra,
      measured_thresh: found.input_thresh,
      offset: found.target_offset,
    },
    cost: {
      userSeconds: Number(minutes) * 60 + Number(seconds),
      wallSeconds: Number(process.hrtime.bigint() - began) / 1e9,
      peakBytes: 0,
    },
  };
}
