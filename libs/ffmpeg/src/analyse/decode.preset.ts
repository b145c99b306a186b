import type { Ffmpeg } from '../find/ffmpeg.js';
import type { Track } from '../order/source.js';
import { formatOf, sourceFilters } from '../order/source.preset.js';
import { guardOptions, toFileAddress } from '../run/guard.js';
import { cpuLimitSeconds } from '../run/limits.js';
import { downmixOf } from './downmix.js';

/** One decode of a source's tracks to raw PCM on standard output. Plain data. */
export interface Decode {
  readonly args: readonly string[];
  readonly sample: 's16' | 'f32';
  readonly rate: 44100 | 48000;
  readonly channels: 1 | 2;
  readonly downmix: string | null;
  readonly expectedMs: number;
}

/** Describes the decode; each file's first audio stream is meant. Whole 16-bit numbers only where the source has no more to say. */
export function toDecode(tracks: readonly Track[], expectedMs: number, { isOld }: Pick<Ffmpeg, 'isOld'>): Decode {
  const { sampleRate: rate, channels } = formatOf(tracks);
  const sample = isPlain16(tracks, rate) ? 's16' : 'f32';
  const limit = String(cpuLimitSeconds(expectedMs * tracks.length));
  const args = [
    ...['-nostdin', '-hide_banner', '-v', 'error', '-timelimit', limit],
    ...tracks.flatMap(({ file, probe }) => [
      ...['-threads', '1', ...guardOptions(), ...packetOptions(probe, isOld)],
      ...['-i', toFileAddress(file)],
    ]),
    ...(sample === 's16' ? ['-map', '0:a:0'] : ['-filter_complex', `${sourceFilters(tracks)}[out]`, '-map', '[out]']),
    ...['-vn', '-sn', '-dn', '-map_metadata', '-1', '-f', `${sample}le`, 'pipe:1'],
  ];
  return { args, sample, rate, channels, downmix: downmixOfAll(tracks), expectedMs };
}

/** ffmpeg reads a WAV in packets of 4 KB; four times as many bytes at once cost half the time. Options of the input. */
export function packetOptions({ container }: Track['probe'], isOld: boolean): string[] {
  return container === 'wav' && !isOld ? ['-max_size', '16384'] : [];
}

/** One 16-bit track that needs no filter at all: half the bytes through the pipe. */
function isPlain16([track, ...others]: readonly Track[], rate: number): boolean {
  if (!track || others.length > 0 || track.gainDb !== 0 || track.delayMs > 0) return false;
  const { codec, sampleRate, channels } = track.probe;
  return /^pcm_(s16|u8)/.test(codec) && sampleRate === rate && channels <= 2;
}

function downmixOfAll(tracks: readonly Track[]): string | null {
  return (
    tracks.map(({ probe }) => downmixOf(probe.channels, probe.channelLayout)).find((each) => each !== null) ?? null
  );
}
