import { partition } from '../level/partition.plan.js';
import type { Phrase } from '../level/phrases.plan.js';
import { weightedCentile } from '../level/weighted.plan.js';
import type { TimeRange } from '../order/sound-order.js';
import type { Finding } from './finding.js';
import { finding, joinRanges, type Listening, toRange } from './listening.plan.js';

/** A voice comes back within this time or what is found about it is told anew. */
const comesBackMs = 180_000;

/** What is above 4 kHz beside what is below, dB: -10 to -25 for voices, below -30 through a telephone or a cushion. */
const narrow = -29;
const telephone = -36;
const narrower = 8;
const leastNarrowSeconds = 4;
/** dB²·s that a change of bandwidth has to be worth. */
const bandwidthCost = 150;
/** With noise as high as this beside the voice nothing can be said about its own height. */
const drowned = 0.01;
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
    const seconds = sum(own.map((each) => each.seconds));
    return {
      start: own[0]!.start,
      end: own.at(-1)!.end,
      seconds,
      lufs: sum(own.map((each) => each.lufs * each.seconds)) / seconds,
    };
  });
  const usual = weightedCentile(parts, 0.75);
  const found = parts.filter(({ lufs }) => lufs <= telephone || (lufs <= narrow && lufs <= usual - narrower));
  const seconds = sum(found.map((part) => part.seconds));
  if (seconds < leastNarrowSeconds) return [];
  if (seconds > 0.95 * sum(parts.map((part) => part.seconds))) {
    return [finding('muffled', 'problem', { startMs: 0, endMs: analysis.durationMs }, { extent: 'all' })];
  }
  return joinRanges(found.map(toRange), comesBackMs).map((range) =>
    finding('muffled', 'problem', range, { extent: 'part' }),
  );
}

/** dB of 4 to 12 kHz beside 0.3 to 3.4 kHz, without the noise; null when the noise drowns it. */
function bandwidth({ start, end }: Phrase, { voice, air }: Listening['analysis']['bands']): number | null {
  const own = air.slice(start, end).sort();
  const below = sum(voice.subarray(start, end)) / own.length;
  const noise = own[Math.floor(noiseShare * own.length)] ?? 0;
  if (below <= 0 || noise > drowned * below) return null;
  const above = sum(own) / own.length - noiseSwing * noise;
  return Math.max(-45, 10 * Math.log10(Math.max(1e-12, above / below)));
}

const quieterBy = 6;
const leastQuietSeconds = 2;

/** A voice far below the others. */
export function quietVoice({ segments }: Listening): Finding[] {
  const loud = weightedCentile(segments, 0.9);
  const quiet = segments.filter(({ lufs }) => lufs <= loud - quieterBy);
  return joinRanges(quiet.map(toRange), comesBackMs).flatMap((range) => {
    const own = quiet.filter((segment) => isIn(segment, range));
    const seconds = sum(own.map((segment) => segment.seconds));
    if (seconds < leastQuietSeconds) return [];
    const mean = sum(own.map(({ lufs, seconds: weight }) => lufs * weight)) / seconds;
    return [finding('quiet-voice', 'problem', range, { db: Math.round(loud - mean) })];
  });
}

/** Listeners notice noise that is nearer to the voices than this; it hurts at less than the second, dB. */
const noticed = 20;
const hurting = 14;

/** Only what is so far from any speech is a pause without echo, and fewer blocks of it tell nothing. */
const pauseMargin = 1;
const leastPauseBlocks = 6;
/** The pauses before and after a voice are its own too. */
const aroundBlocks = 20;

/** Noise close below the speech. */
export function noise({ segments, blocks, analysis }: Listening): Finding[] {
  const distances = segments.flatMap(({ start, end, lufs, seconds }) => {
    const pauses: number[] = [];
    for (
      let block = Math.max(0, start - aroundBlocks);
      block < Math.min(blocks.lufs.length, end + aroundBlocks);
      block += 1
    ) {
      if (isPause(blocks.isLoud, block)) pauses.push(blocks.lufs[block]!);
    }
    pauses.sort((one, other) => one - other);
    return pauses.length < leastPauseBlocks ? [] : [{ lufs: lufs - pauses[pauses.length >> 1]!, seconds }];
  });
  if (distances.length === 0) return [];
  const db = Math.round(weightedCentile(distances, 0.5));
  if (db >= noticed) return [];
  const weight = db < hurting ? 'problem' : 'note';
  return [finding('noise', weight, { startMs: 0, endMs: analysis.durationMs }, { db })];
}

function isPause(isLoud: Uint8Array, block: number): boolean {
  for (let i = block - pauseMargin; i <= block + pauseMargin; i += 1) if (isLoud[i]) return false;
  return true;
}

function isIn({ start, end }: { readonly start: number; readonly end: number }, range: TimeRange): boolean {
  const own = toRange({ start, end });
  return own.startMs >= range.startMs && own.endMs <= range.endMs;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
