import { partition } from '../level/partition.plan.js';
import type { Phrase } from '../level/phrases.plan.js';
import { weightedCentile } from '../level/weighted.plan.js';
import type { Finding } from './finding.js';
import { comesBackMs, finding, joinRanges, type Listening, sumOf, toRange } from './listening.plan.js';

/** What is above 4 kHz beside what is below, dB: -10 to -25 for voices, below -30 through a telephone or a cushion. */
const narrow = -29;
const telephone = -36;
const narrower = 8;
const leastNarrowSeconds = 5;
/** A sentence without an s may have nothing above 4 kHz at all; it counts as narrow, and no more than that. */
const narrowest = -38;
/** dB²·s that a change of bandwidth has to be worth. */
const bandwidthCost = 250;
/** With noise as high as this beside the voice nothing can be said about its own height. */
const drowned = 0.007;
/** Of a phrase's blocks, this share holds no hiss of an s or t: what is there is noise. */
const noiseShare = 0.2;
const noiseSwing = 1.2;

/** Voices without height: another microphone, a telephone, a hand over the recorder. */
export function muffled(listening: Listening): Finding[] {
  const { phrases, analysis } = listening;
  const measured = phrases.flatMap((phrase) => {
    const lufs = bandwidth(phrase, analysis.bands);
    return lufs === null ? [] : [{ ...phrase, lufs }];
  });
  if (measured.length === 0) return [];
  const starts = partition(measured, bandwidthCost);
  const parts = starts.map((first, i) => {
    const own = measured.slice(first, starts[i + 1] ?? measured.length);
    const seconds = sumOf(own.map((each) => each.seconds));
    return {
      start: own[0]!.start,
      end: own.at(-1)!.end,
      seconds,
      lufs: sumOf(own.map((each) => each.lufs * each.seconds)) / seconds,
    };
  });
  const usual = weightedCentile(parts, 0.75);
  const isNarrow = (lufs: number) => lufs <= telephone || (lufs <= narrow && lufs <= usual - narrower);
  const found = parts.filter((part) => part.seconds >= leastNarrowSeconds && isNarrow(part.lufs));
  const seconds = sumOf(found.map((part) => part.seconds));
  if (seconds > 0.95 * sumOf(parts.map((part) => part.seconds))) {
    return [finding('muffled', 'problem', { startMs: 0, endMs: analysis.durationMs }, { extent: 'all' })];
  }
  return joinRanges(found.map(toRange), comesBackMs).map((range) =>
    finding('muffled', 'problem', range, { extent: 'part' }),
  );
}

/** dB of 4 to 12 kHz beside 0.3 to 3.4 kHz, without the noise; null when the noise drowns it. */
function bandwidth({ start, end }: Phrase, { voice, air }: Listening['analysis']['bands']): number | null {
  const own = air.slice(start, end).sort();
  const below = sumOf(voice.subarray(start, end)) / own.length;
  const noise = own[Math.floor(noiseShare * own.length)] ?? 0;
  if (below <= 0 || noise > drowned * below) return null;
  const above = sumOf(own) / own.length - noiseSwing * noise;
  return Math.max(narrowest, 10 * Math.log10(Math.max(1e-12, above / below)));
}
