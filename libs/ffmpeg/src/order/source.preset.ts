import { downmixOf } from '../analyse/downmix.js';
import type { Track } from './source.js';

/** What the tracks of a source become together. */
export interface SourceFormat {
  readonly sampleRate: 44100 | 48000;
  readonly channels: 1 | 2;
}

/** The rate of measuring and publishing: the 44.1 kHz family and telephone rates to 44.1, the rest to 48. */
export function publishedRate(sourceRate: number): 44100 | 48000 {
  return sourceRate % 11025 === 0 || sourceRate < 24000 ? 44100 : 48000;
}

/** Stereo as soon as one track is; the highest rate that one of them asks for. */
export function formatOf(tracks: readonly Track[]): SourceFormat {
  return {
    sampleRate: tracks.some(({ probe }) => publishedRate(probe.sampleRate) === 48000) ? 48000 : 44100,
    channels: tracks.some(({ probe }) => probe.channels > 1) ? 2 : 1,
  };
}

/**
 * The filters that turn the tracks of one source into one stream, in floating point, with `format.channels` channels at
 * `sampleRate` (default: the source's own). The one place for this: what is measured is what is rendered. Inputs are the
 * command's inputs `firstInput`, `firstInput + 1`, …, one per track. The text is a filter graph without a last label:
 * append `,filter` or `[label]`. Its own labels begin with `t<input>`.
 */
export function sourceFilters(
  tracks: readonly Track[],
  firstInput = 0,
  sampleRate: number = formatOf(tracks).sampleRate,
): string {
  const chains = tracks.map((track, index) => `[${firstInput + index}:a:0]${trackFilters(tracks, track, sampleRate)}`);
  if (chains.length === 1) return chains[0]!;
  const labels = tracks.map((_, index) => `[t${firstInput + index}]`);
  const labelled = chains.map((chain, index) => chain + labels[index]!);
  // Without `normalize=0` every further track would lower the others. Needs FFmpeg 4.4.
  return [...labelled, `${labels.join('')}amix=inputs=${tracks.length}:duration=longest:normalize=0`].join(';');
}

function trackFilters(tracks: readonly Track[], { probe, gainDb, delayMs }: Track, sampleRate: number): string {
  const channels = formatOf(tracks).channels;
  const delay = Math.round(delayMs);
  return [
    // Floating point from the first filter on: 16-bit filters would clip what the limiter can still save.
    'aformat=sample_fmts=fltp',
    ...toChannels(probe.channels, probe.channelLayout, channels),
    `aresample=${sampleRate}`,
    ...(gainDb === 0 ? [] : [`volume=${gainDb}dB:precision=float`]),
    ...(delay > 0 ? [`adelay=${Array.from({ length: channels }, () => delay).join('|')}`] : []),
  ].join(',');
}

function toChannels(channels: number, layout: string | null, wanted: 1 | 2): string[] {
  const downmix = downmixOf(channels, layout);
  if (downmix) return [downmix];
  return channels < wanted ? ['pan=stereo|c0=c0|c1=c0'] : [];
}
