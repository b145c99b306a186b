import type { Analysis } from '../analyse/analysis.js';
import { toLufs, windowMeans } from '../analyse/loudness.js';
import type { Blocks } from '../level/blocks.plan.js';
import type { TimeRange } from '../order/sound-order.js';

/** Speech falls silent between words and syllables; music of this length does not. */
const windowBlocks = 40;
const leastMs = 8000;
/** Shares of 20 ms that lie 10 dB below their surroundings. Speech has a fifth and more of them. */
const mostDips = 0.06;
const dip = 0.1;
/** Applause and noise are flatter than this over the speech band. */
const leastTonality = 0.62;
/** Further below the loud parts than this it is background. */
const leastBelowLoud = 20;

/** Where there is music rather than speech, in stretches of at least 8 s. */
export function musicRanges(energy: Float32Array, blocks: Blocks, { tonality }: Analysis['bands']): TimeRange[] {
  const short = windowMeans(energy, 2, 2);
  const least = Math.max(-55, blocks.loudLufs - leastBelowLoud);
  const half = windowBlocks / 2;
  const isMusic = (block: number) => {
    const first = Math.max(0, block - half);
    const end = Math.min(blocks.lufs.length, block + half);
    const own = short.subarray(first * 5, end * 5);
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    if (toLufs(mean) < least) return false;
    const dips = own.reduce((count, value) => count + (value < dip * mean ? 1 : 0), 0);
    const tonal = tonality.subarray(first, end).reduce((sum, value) => sum + value, 0) / (end - first);
    return dips < mostDips * own.length && tonal > leastTonality;
  };
  const ranges: { startMs: number; endMs: number }[] = [];
  for (let block = 0; block < blocks.lufs.length; block += 5) {
    if (!isMusic(block)) continue;
    const last = ranges.at(-1);
    if (last && block * 100 - last.endMs <= 1000) last.endMs = block * 100 + 500;
    else ranges.push({ startMs: block * 100, endMs: block * 100 + 500 });
  }
  return ranges.filter(({ startMs, endMs }) => endMs - startMs >= leastMs);
}
