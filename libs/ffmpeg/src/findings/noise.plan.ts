import type { Analysis } from '../analyse/analysis.js';
import { centile, toLufs, windowMeans } from '../analyse/loudness.js';
import type { Phrase } from '../level/phrases.plan.js';
import type { Finding } from './finding.js';
import { comesBackMs, finding, joinRanges, type Listening, sumOf, toRange } from './listening.plan.js';

/** Listeners notice noise that is nearer to the voices than this; it hurts at less than the second, dB. */
const noticed = 18;
const hurting = 14;
const leastSeconds = 3;
/** Speech is judged in stretches of one level, 6 s long, with a little around them. Blocks of 100 ms. */
const stretchBlocks = 60;
const sameLevel = 6;
const aroundBlocks = 5;
/** In steps of 20 ms, because even clean speech falls silent for so long within words. */
const stepsPerBlock = 5;
/** Noise stays: the quietest moments are all about as loud. Echo and breath are not, dB. */
const quietShares = [0.05, 0.15] as const;
const steady = 4;
/** An echo has the voice's tones (0.9), noise has none (0.5): the tonality of the quietest third of the blocks. */
const mostTonality = 0.78;

/** Steady noise close below a voice. */
export function noise({ phrases, blocks, energy, analysis }: Listening): Finding[] {
  const steps = windowMeans(energy, 2, 2);
  const stretches = toStretches(phrases).map((stretch) => ({
    ...stretch,
    ...toRange(stretch),
    distance: distanceOf(stretch, steps),
  }));
  const noisy = stretches.filter(
    (stretch) =>
      stretch.distance < noticed && stretch.seconds >= leastSeconds && !isEcho(stretch, blocks, analysis.bands),
  );
  const isAll = secondsOf(noisy) > 0.9 * secondsOf(stretches);
  const ranges = joinRanges(noisy, isAll ? Infinity : comesBackMs);
  return ranges.map((range) => {
    const own = noisy.filter(({ startMs, endMs }) => startMs >= range.startMs && endMs <= range.endMs);
    const db = Math.round(sumOf(own.map(({ distance, seconds }) => distance * seconds)) / secondsOf(own));
    const where = isAll ? { startMs: 0, endMs: analysis.durationMs } : range;
    return finding('noise', db < hurting ? 'problem' : 'note', where, { db });
  });
}

type Stretch = Pick<Phrase, 'start' | 'end' | 'lufs' | 'seconds'>;

function toStretches(phrases: readonly Phrase[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { start, end, lufs, seconds } of phrases) {
    const last = stretches.at(-1);
    if (!last || end - last.start > stretchBlocks || Math.abs(lufs - last.lufs) > sameLevel) {
      stretches.push({ start, end, lufs, seconds });
    } else {
      const both = last.seconds + seconds;
      const mean = (last.lufs * last.seconds + lufs * seconds) / both;
      stretches[stretches.length - 1] = { start: last.start, end, lufs: mean, seconds: both };
    }
  }
  return stretches;
}

/** From the voice down to its quietest moments, dB; infinite where those are no steady noise. */
function distanceOf({ start, end, lufs }: Stretch, steps: Float64Array): number {
  const first = Math.max(0, start - aroundBlocks) * stepsPerBlock;
  const sorted = steps.slice(first, (end + aroundBlocks) * stepsPerBlock).sort();
  const [low, high] = quietShares.map((share) => toLufs(centile(sorted, share))) as [number, number];
  return high - low < steady ? lufs - (low + high) / 2 : Infinity;
}

function isEcho({ start, end }: Stretch, { lufs }: Listening['blocks'], { tonality }: Analysis['bands']): boolean {
  const quietFirst = Array.from({ length: end - start }, (_, i) => start + i).sort((a, b) => lufs[a]! - lufs[b]!);
  const tones = Float32Array.from(quietFirst.slice(0, (end - start) / 3), (block) => tonality[block] ?? 0).sort();
  return centile(tones, 0.5) > mostTonality;
}

function secondsOf(stretches: readonly Stretch[]): number {
  return sumOf(stretches.map(({ seconds }) => seconds));
}
