import type { Analysis } from './analysis.js';
import { centile, fromLufs, windowMeans } from './loudness.js';
import type { Measured } from './meter.js';

/** Below this part of the power (-60 dB) a difference between the sides is none. */
const nothing = 1e-6;
/** A side that is so much (10 dB) below the other does not speak. */
const apart = 10;
/** Blocks further below the loudest than this (25 dB), or quieter than -60 LUFS, are no speech. */
const depth = 10 ** 2.5;
const leastSpeech = fromLufs(-60);
/** Each side has to speak alone for this share of the speech and so many blocks of 100 ms; both together for most of it. */
const leastShare = 0.08;
const leastBlocks = 20;
const mostlyAlone = 0.6;

/** Whether two channels are truly two. */
export function compareSides(
  measured: Pick<Measured, 'channels' | 'channelPower' | 'differencePower' | 'cleaned'>,
): Pick<Analysis, 'isDualMono' | 'emptyChannel' | 'isSplitStereo' | 'mixShare'> {
  const { channels, channelPower, differencePower, cleaned } = measured;
  const [left, right] = channelPower;
  const none = { isDualMono: false, emptyChannel: null, isSplitStereo: false, mixShare: 1 };
  if (channels === 1) return none;
  if (differencePower <= nothing * (left + right)) return { ...none, isDualMono: true };
  if (left <= nothing * right) return { ...none, emptyChannel: 'left' };
  if (right <= nothing * left) return { ...none, emptyChannel: 'right' };
  const mixShare = Math.max(0, 1 - differencePower / (2 * (left + right)));
  return { ...none, mixShare, isSplitStereo: isSplit(cleaned[0]!, cleaned[1]!) };
}

function isSplit(leftBins: Float32Array, rightBins: Float32Array): boolean {
  const left = windowMeans(leftBins, 10, 10);
  const right = windowMeans(rightBins, 10, 10);
  const louder = left.map((value, i) => Math.max(value, right[i]!));
  const least = Math.max(leastSpeech, centile(louder.slice().sort(), 0.95) / depth);
  let speech = 0;
  let leftAlone = 0;
  let rightAlone = 0;
  louder.forEach((value, i) => {
    if (value < least) return;
    speech += 1;
    if (left[i]! > apart * right[i]!) leftAlone += 1;
    if (right[i]! > apart * left[i]!) rightAlone += 1;
  });
  const fewest = Math.max(leastBlocks, leastShare * speech);
  return leftAlone >= fewest && rightAlone >= fewest && leftAlone + rightAlone >= mostlyAlone * speech;
}
