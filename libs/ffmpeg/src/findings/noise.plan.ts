import { centile, toLufs, windowMeans } from '../analyse/loudness.js';
import { levellerSettings } from '../level/leveller.preset.js';
import { toSegments } from '../level/segment.plan.js';
import type { Finding } from './finding.js';
import { comesBackMs, finding, joinRanges, type Listening, sumOf, toRange } from './listening.plan.js';

/** Listeners notice noise that is nearer to the voices than this; it hurts at less than the second, dB. */
const noticed = 20;
const hurting = 14;
const leastSeconds = 3;
/** A voice's noise is looked for so far around it too, in blocks; in steps of 20 ms, because even clean speech falls silent for so long within words. */
const aroundBlocks = 50;
const stepsPerBlock = 5;
/** Noise stays: the quietest moments are all about as loud. Echo and breath are not, dB. */
const quietShares = [0.05, 0.15] as const;
const steady = 4;

/** Steady noise close below a voice. */
export function noise({ spoken, blocks, energy, analysis }: Listening): Finding[] {
  if (spoken.length === 0) return [];
  const steps = windowMeans(energy, 2, 2);
  const voices = toSegments(spoken, blocks, levellerSettings.interview).map((voice) => ({
    ...voice,
    distance:
      voice.lufs -
      floorOf(steps.subarray(atLeast0(voice.start - aroundBlocks), stepsPerBlock * (voice.end + aroundBlocks))),
  }));
  const noisy = voices.filter(({ distance, seconds }) => distance < noticed && seconds >= leastSeconds);
  const isAll = sumOf(noisy.map(({ seconds }) => seconds)) > 0.9 * sumOf(voices.map(({ seconds }) => seconds));
  const ranges = isAll ? [{ startMs: 0, endMs: analysis.durationMs }] : joinRanges(noisy.map(toRange), comesBackMs);
  return ranges.map((range) => {
    const own = noisy.map((voice) => ({ ...voice, ...toRange(voice) }));
    const within = own.filter(({ startMs, endMs }) => startMs >= range.startMs && endMs <= range.endMs);
    const db = Math.round(
      sumOf(within.map((each) => each.distance * each.seconds)) / sumOf(within.map((each) => each.seconds)),
    );
    return finding('noise', db < hurting ? 'problem' : 'note', range, { db });
  });
}

/** Loudness of the quietest moments; -120 where they are no steady noise. */
function floorOf(steps: Float64Array): number {
  const sorted = steps.slice().sort();
  const [low, high] = quietShares.map((share) => toLufs(centile(sorted, share))) as [number, number];
  return high - low < steady ? (low + high) / 2 : -120;
}

function atLeast0(block: number): number {
  return stepsPerBlock * Math.max(0, block);
}
