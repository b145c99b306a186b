import type { Finding } from './finding.js';
import { blockMs, finding, lengthOf, type Listening } from './listening.plan.js';

const leastBetweenMs = 10_000;
const leastAtEndsMs = 5000;
/** Listeners think that the player is broken. */
const hurtingMs = 15_000;
/** Quieter than this is nothing, and so is what is so far below the loud parts. */
const nothing = -60;
const belowLoud = 32;
/** A click or a chair is still nothing to listen to. */
const mostBlipBlocks = 3;

/** Stretches with nothing to hear. */
export function longSilence({ blocks, analysis }: Listening): Finding[] {
  const most = Math.max(nothing, blocks.loudLufs - belowLoud);
  return quietRuns(blocks.lufs, most).flatMap(([first, end]) => {
    const startMs = first * blockMs;
    const endMs = end === blocks.lufs.length ? analysis.durationMs : end * blockMs;
    const where = first === 0 ? 'start' : end === blocks.lufs.length ? 'end' : 'between';
    const lasts = endMs - startMs;
    if (lasts < (where === 'between' ? leastBetweenMs : leastAtEndsMs)) return [];
    const weight = lasts >= hurtingMs ? 'problem' : 'note';
    return [finding('long-silence', weight, { startMs, endMs }, { where, ...lengthOf(lasts) })];
  });
}

/** Runs of quiet blocks, the end excluded; what is shorter than a blip interrupts none and neither begins nor ends the file. */
function quietRuns(lufs: Float32Array, most: number): [number, number][] {
  const runs: [number, number][] = [];
  for (let block = 0; block < lufs.length; block += 1) {
    if (lufs[block]! >= most) continue;
    const last = runs.at(-1);
    const from = last ? last[1] : 0;
    if (last && block - from <= mostBlipBlocks) last[1] = block + 1;
    else runs.push([block <= mostBlipBlocks ? 0 : block, block + 1]);
  }
  const end = runs.at(-1);
  if (end && lufs.length - end[1] <= mostBlipBlocks) end[1] = lufs.length;
  return runs;
}
