import type { Analysis } from '../analyse/analysis.js';

/** What the sound is published as, and how it sounds then. */
export interface PublishedChannels {
  readonly channels: 'mono' | 'stereo';
  readonly pan: string | null;
  /** As-heard K-weighted mean square per bin: mono counts twice, as it comes from two speakers. */
  readonly energy: Float32Array;
}

/**
 * Publishes as mono what is mono, whatever the file says; with `literalMeter` mono becomes two equal
 * sides, which sounds the same and reads the same on a plain meter.
 */
export function publishChannels(analysis: Analysis, literalMeter: boolean): PublishedChannels {
  const { isDualMono, emptyChannel, downmix, bins } = analysis;
  const [left = new Float32Array(0), right] = bins.energy;
  const twice = (values: Float32Array) => values.map((value) => value * 2);
  const both = (values: Float32Array) => left.map((value, i) => value + values[i]!);
  if (right === undefined) {
    return { ...oneVoice(downmix, literalMeter ? 'pan=stereo|c0=c0|c1=c0' : null, literalMeter), energy: twice(left) };
  }
  if (isDualMono) {
    return {
      ...oneVoice(downmix, literalMeter ? null : 'pan=mono|c0=0.5*c0+0.5*c1', literalMeter),
      energy: both(right),
    };
  }
  if (emptyChannel !== null) {
    const full = emptyChannel === 'left' ? 'c1' : 'c0';
    const pan = literalMeter ? `pan=stereo|c0=${full}|c1=${full}` : `pan=mono|c0=${full}`;
    return { ...oneVoice(downmix, pan, literalMeter), energy: twice(emptyChannel === 'left' ? right : left) };
  }
  return { channels: 'stereo', pan: downmix, energy: both(right) };
}

function oneVoice(
  downmix: string | null,
  pan: string | null,
  literalMeter: boolean,
): Omit<PublishedChannels, 'energy'> {
  const pans = [downmix, pan].filter((each) => each !== null);
  return { channels: literalMeter ? 'stereo' : 'mono', pan: pans.length > 0 ? pans.join(',') : null };
}
