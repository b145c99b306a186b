import type { Analysis } from '../analyse/analysis.js';
import { toBlocks, type Blocks } from '../level/blocks.plan.js';
import { levellerSettings } from '../level/leveller.preset.js';
import { type Phrase, toPhrases } from '../level/phrases.plan.js';
import { type Segment, toSegments } from '../level/segment.plan.js';
import type { TimeRange } from '../order/sound-order.js';
import { publishChannels } from '../render/channels.plan.js';
import type { Finding, FindingKind } from './finding.js';
import { knowPhrases, musicRanges } from './music.plan.js';

/** What every judgement about a recording begins with. */
export interface Listening {
  readonly analysis: Analysis;
  /** As-heard mean square per 10 ms, as it would be published. */
  readonly energy: Float32Array;
  readonly blocks: Blocks;
  /** Stretches of music, in order. */
  readonly music: readonly TimeRange[];
  /** Runs of sound that move like voices: no music, no noise. */
  readonly phrases: readonly Phrase[];
  /** Phrases of about the same level. */
  readonly segments: readonly Segment[];
}

export const blockMs = 100;
/** A voice comes back within this time or what is found about it is told anew. */
export const comesBackMs = 180_000;

/** Reads an analysis once for all judgements. */
export function toListening(analysis: Analysis): Listening {
  const { energy } = publishChannels(analysis, { channels: null, monoAsStereo: false, isHighpassed: true });
  const blocks = toBlocks(energy);
  const all = knowPhrases(toPhrases(blocks, { energy, tonality: analysis.bands.tonality }));
  const music = musicRanges(all);
  const phrases = all.filter(({ sounds }) => sounds === 'like-voice');
  const segments = phrases.length === 0 ? [] : toSegments(phrases, blocks, levellerSettings.interview);
  return { analysis, energy, blocks, music, phrases, segments };
}

/** A finding as it is before anybody treated the sound. */
export function finding(
  kind: FindingKind,
  weight: Finding['weight'],
  { startMs, endMs }: TimeRange,
  measure: Finding['measure'] = {},
): Finding {
  return { kind, startMs, endMs, measure, weight, isMended: false };
}

/** A length as people say it, for a measure: 45 s, 3 min. */
export function lengthOf(ms: number): {
  readonly seconds: number;
  readonly amount: number;
  readonly unit: 's' | 'min';
} {
  const seconds = Math.round(ms / 1000);
  return {
    seconds,
    ...(seconds < 100 ? { amount: seconds, unit: 's' } : { amount: Math.round(seconds / 60), unit: 'min' }),
  };
}

/** From the first to the last block of something. */
export function toRange({ start, end }: { readonly start: number; readonly end: number }): TimeRange {
  return { startMs: start * blockMs, endMs: end * blockMs };
}

/** Joins ranges (in order) that lie nearer than `gapMs`: the same voice comes back after somebody else spoke. */
export function joinRanges(ranges: readonly TimeRange[], gapMs: number): TimeRange[] {
  const joined: TimeRange[] = [];
  for (const { startMs, endMs } of ranges) {
    const last = joined.at(-1);
    if (last && startMs - last.endMs < gapMs)
      joined[joined.length - 1] = { ...last, endMs: Math.max(last.endMs, endMs) };
    else joined.push({ startMs, endMs });
  }
  return joined;
}

export function sumOf(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
