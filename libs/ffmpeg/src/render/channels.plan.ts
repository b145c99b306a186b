import type { Analysis } from '../analyse/analysis.js';

/** How a sound is to be published, as far as its channels and its energy go. */
export interface ChannelWish {
  /** Null: mono what is mono, stereo what is stereo. */
  readonly channels: 'mono' | 'stereo' | null;
  /** Mono becomes two equal sides: it sounds the same and reads the same on a plain meter. */
  readonly monoAsStereo: boolean;
  readonly isHighpassed: boolean;
  /** Sides that are not the same stay two, whatever is on them. */
  readonly isAsSent?: boolean;
}

/** What a sound is published as, and how it sounds then, per 10 ms. */
export interface PublishedChannels {
  readonly channels: 'mono' | 'stereo';
  /** After the source's own filters and before everything else; null: none is needed. */
  readonly pan: string | null;
  /** As-heard K-weighted mean square: mono counts twice, as it comes from two speakers. */
  readonly energy: Float32Array;
  /** Largest sample, linear. */
  readonly peak: Float32Array;
}

const bothSides = '0.5*c0+0.5*c1';

/** Publishes as mono what is mono, whatever the file says, unless something else is wished. */
export function publishChannels(sent: Analysis, wish: ChannelWish): PublishedChannels {
  const analysis = wish.isAsSent ? { ...sent, isSplitStereo: false, emptyChannel: null } : sent;
  const voice = onlyVoice(analysis);
  const channels = wish.channels ?? (voice !== null && !wish.monoAsStereo ? 'mono' : 'stereo');
  // A stereo piece beside a mono recording is mixed like two voices.
  const mixed = voice ?? bothSides;
  const isMixed = mixed === bothSides && !analysis.isDualMono && (voice !== null || channels === 'mono');
  const { energy, peak } = heard(analysis, wish.isHighpassed);
  return {
    channels,
    pan: toPan(analysis, channels, voice),
    energy: isMixed ? energy.map((value) => value * analysis.mixShare) : energy,
    peak: isMixed ? mixPeaks(analysis, peak) : peak,
  };
}

/** The one voice of a sound that is mono in truth; null for stereo. */
function onlyVoice({ channels, isDualMono, isSplitStereo, emptyChannel }: Analysis): string | null {
  if (channels === 1) return 'c0';
  if (emptyChannel) return emptyChannel === 'left' ? 'c1' : 'c0';
  return isDualMono || isSplitStereo ? bothSides : null;
}

function toPan(analysis: Analysis, channels: 'mono' | 'stereo', voice: string | null): string | null {
  if (channels === 'mono') return analysis.channels === 1 ? null : `pan=mono|c0=${voice ?? bothSides}`;
  if (voice === null || analysis.isDualMono) return null;
  return `pan=stereo|c0=${voice}|c1=${voice}`;
}

function heard(
  { bins, channels, emptyChannel }: Analysis,
  isHighpassed: boolean,
): { energy: Float32Array; peak: Float32Array } {
  const [left = new Float32Array(0), right = left] = bins.energy;
  if (!isHighpassed) {
    const times = channels === 1 || emptyChannel ? 2 : 1;
    return { energy: bins.plainEnergy.map((value) => value * times), peak: bins.plainPeak };
  }
  const first = emptyChannel === 'left' ? right : left;
  const second = emptyChannel === 'right' ? left : right;
  return { energy: first.map((value, i) => value + second[i]!), peak: bins.peak };
}

/** Half of the louder side, and of the other as far as it sounds too. */
function mixPeaks({ bins }: Analysis, peak: Float32Array): Float32Array {
  const [left = peak, right = left] = bins.energy;
  return peak.map((value, i) => {
    const most = Math.max(left[i]!, right[i]!);
    return most > 0 ? 0.5 * value * (1 + Math.sqrt(Math.min(left[i]!, right[i]!) / most)) : value;
  });
}
