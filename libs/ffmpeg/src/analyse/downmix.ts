/** ffmpeg's order of channels in the layouts that recordings come in. */
const layouts: Readonly<Record<string, readonly string[]>> = {
  '2.1': ['FL', 'FR', 'LFE'],
  '3.0': ['FL', 'FR', 'FC'],
  '3.0(back)': ['FL', 'FR', 'BC'],
  '4.0': ['FL', 'FR', 'FC', 'BC'],
  quad: ['FL', 'FR', 'BL', 'BR'],
  'quad(side)': ['FL', 'FR', 'SL', 'SR'],
  '3.1': ['FL', 'FR', 'FC', 'LFE'],
  '4.1': ['FL', 'FR', 'FC', 'LFE', 'BC'],
  '5.0': ['FL', 'FR', 'FC', 'BL', 'BR'],
  '5.0(side)': ['FL', 'FR', 'FC', 'SL', 'SR'],
  '5.1': ['FL', 'FR', 'FC', 'LFE', 'BL', 'BR'],
  '5.1(side)': ['FL', 'FR', 'FC', 'LFE', 'SL', 'SR'],
  '6.0': ['FL', 'FR', 'FC', 'BC', 'SL', 'SR'],
  '6.1': ['FL', 'FR', 'FC', 'LFE', 'BC', 'SL', 'SR'],
  '7.0': ['FL', 'FR', 'FC', 'BL', 'BR', 'SL', 'SR'],
  '7.1': ['FL', 'FR', 'FC', 'LFE', 'BL', 'BR', 'SL', 'SR'],
};
/** What a file with so many channels and no layout most likely means. */
const usual: Readonly<Record<number, string>> = { 3: '3.0', 4: 'quad', 5: '5.0', 6: '5.1', 7: '6.1', 8: '7.1' };

/**
 * The explicit `pan` that mixes more than two channels to stereo; null for mono and stereo. ffmpeg's own
 * downmix normalises differently for whole numbers and floating point, which broke loudness by 3 dB.
 */
export function downmixOf(channels: number, layout: string | null): string | null {
  if (channels <= 2) return null;
  const named = layouts[layout ?? ''];
  const names = named?.length === channels ? named : layouts[usual[channels] ?? ''];
  if (!names) return evenMix(channels);
  return `pan=stereo|c0=${side(names, 'L')}|c1=${side(names, 'R')}`;
}

/** Weights 1 for its own front, 0.707 for the centre and its own surrounds, nothing for LFE; their sum is 1. */
function side(names: readonly string[], letter: 'L' | 'R'): string {
  const weights = names.map((name) => {
    if (name === `F${letter}`) return 1;
    return name === 'FC' || name === 'BC' || name.endsWith(letter) ? Math.SQRT1_2 : 0;
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights
    .flatMap((weight, channel) => (weight === 0 ? [] : [`${(weight / sum).toFixed(4)}*c${channel}`]))
    .join('+');
}

function evenMix(channels: number): string {
  const all = Array.from({ length: channels }, (_, channel) => `${(1 / channels).toFixed(4)}*c${channel}`).join('+');
  return `pan=stereo|c0=${all}|c1=${all}`;
}
