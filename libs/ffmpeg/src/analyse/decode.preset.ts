import type { Probe } from '../probe/probe-result.js';
import { guardOptions, toFileAddress } from '../run/guard.js';
import { cpuLimitSeconds } from '../run/limits.js';
import { downmixOf } from './downmix.js';

/** One decode of a file's first audio stream to raw PCM on standard output. Plain data. */
export interface Decode {
  readonly args: readonly string[];
  readonly sample: 's16' | 'f32';
  readonly rate: 44100 | 48000;
  readonly channels: 1 | 2;
  readonly downmix: string | null;
  readonly expectedMs: number;
}

/** The rate of measuring and publishing: the 44.1 kHz family and telephone rates to 44.1, the rest to 48. */
export function publishedRate(sourceRate: number): 44100 | 48000 {
  return sourceRate % 11025 === 0 || sourceRate < 24000 ? 44100 : 48000;
}

/** Describes the decode. Whole 16-bit numbers only where the source has no more to say. */
export function toDecode(file: string, probe: Probe, expectedMs: number): Decode {
  const rate = publishedRate(probe.sampleRate);
  const downmix = downmixOf(probe.channels, probe.channelLayout);
  const isPlain16 = /^pcm_(s16|u8)/.test(probe.codec) && rate === probe.sampleRate && downmix === null;
  const sample = isPlain16 ? 's16' : 'f32';
  const filters = [
    ...(isPlain16 ? [] : ['aformat=sample_fmts=flt']),
    ...(downmix ? [downmix] : []),
    `aresample=${rate}`,
  ];
  const args = [
    ...['-nostdin', '-hide_banner', '-v', 'error', '-timelimit', String(cpuLimitSeconds(expectedMs)), '-threads', '1'],
    ...guardOptions(),
    ...['-i', toFileAddress(file), '-map', '0:a:0', '-vn', '-sn', '-dn', '-map_metadata', '-1'],
    ...(sample === 's16' && rate === probe.sampleRate ? [] : ['-af', filters.join(',')]),
    ...['-f', `${sample}le`, 'pipe:1'],
  ];
  return { args, sample, rate, channels: probe.channels === 1 ? 1 : 2, downmix, expectedMs };
}
