import type { LevellerSettings } from './leveller.preset.js';
import type { Blocks } from './blocks.plan.js';
import type { Phrase } from './phrases.plan.js';
import { partition } from './partition.plan.js';
import { weightedCentile, type Weighted } from './weighted.plan.js';

/** Phrases of about the same level: one voice at one distance from one microphone. In blocks of 100 ms. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly lufs: number;
  readonly seconds: number;
  /** It does not move like speech. */
  readonly isMusic: boolean;
  /** Loudness of its quietest moments; -120 when they are silent. */
  readonly noiseLufs: number;
}

/** Below this it is music rather than speech (see `Phrase.syllables`). */
const leastSyllables = 0.2;
/** A few words may be sung or drawn out. */
const leastMusicSeconds = 3;
/** Of a segment's moments of 50 ms, so many are taken for its noise. */
const noiseShare = 0.05;
const silence = -120;
/** A voice's blocks are on average so far below its level, which its loud ones make. */
const belowMean = 3;
const mostDistance = 10;
const leastEdgeBlocks = 3;

/** So far down a voice is hard to follow, and so long it is more than a remark. */
const farDown = 8;
const farSeconds = 4;

/** Segments of the phrases that move like voices. */
export function toSegments(phrases: readonly Phrase[], blocks: Blocks, settings: LevellerSettings): Segment[] {
  const starts = partition(phrases, settings.changeCost);
  const segments = starts.map((first, i) => toSegment(phrases.slice(first, starts[i + 1] ?? phrases.length), blocks));
  for (let i = 1; i < segments.length; i += 1) {
    const [last, first] = [phrases[starts[i]! - 1]!, phrases[starts[i]!]!];
    if (first.start > last.end) continue;
    const edge = findEdge(blocks, last.start, first.end, segments[i - 1]!.lufs, segments[i]!.lufs);
    segments[i - 1] = { ...segments[i - 1]!, end: edge };
    segments[i] = { ...segments[i]!, start: edge };
  }
  return segments;
}

/**
 * Where one voice ends and the next begins without a pause: a phrase is cut between words, and the change may lie
 * inside of it. The block at which the two levels explain the blocks around best.
 */
function findEdge({ lufs, isLoud }: Blocks, from: number, to: number, before: number, after: number): number {
  const middle = (before + after) / 2 - belowMean;
  const sign = Math.sign(before - after);
  let fit = 0;
  let best = { fit: -Infinity, edge: from };
  for (let block = from; block < to; block += 1) {
    if (block >= from + leastEdgeBlocks && block <= to - leastEdgeBlocks && fit > best.fit) best = { fit, edge: block };
    if (isLoud[block]) fit += sign * Math.max(-mostDistance, Math.min(mostDistance, lufs[block]! - middle));
  }
  return best.edge;
}

function toSegment(phrases: readonly Phrase[], { moments }: Blocks): Segment {
  const start = phrases[0]!.start;
  const end = phrases.at(-1)!.end;
  const seconds = phrases.reduce((sum, phrase) => sum + phrase.seconds, 0);
  const level = phrases.reduce((sum, phrase) => sum + phrase.lufs * phrase.seconds, 0) / seconds;
  return {
    ...{ start, end, lufs: level, seconds },
    isMusic: seconds >= leastMusicSeconds && syllablesOf(phrases) < leastSyllables,
    noiseLufs: noiseOf(moments.subarray(start * 2, end * 2)),
  };
}

/** Between its words and sentences a voice lets its noise be heard; echo fades on, so the quietest moments count. */
function noiseOf(moments: Float32Array): number {
  return moments.slice().sort()[Math.floor(noiseShare * (moments.length - 1))] ?? silence;
}

/** The median, by time. */
function syllablesOf(phrases: readonly Phrase[]): number {
  const known = phrases.filter(({ syllables }) => !Number.isNaN(syllables));
  return weightedCentile(
    known.map(({ syllables, seconds }) => ({ lufs: syllables, seconds })),
    0.5,
  );
}

/**
 * How far the quiet voices are from the loud ones, LU: the 95th minus the 5th centile of their time. A voice that is
 * heard for less counts when it is far down: three questions from the hall in a long talk.
 */
export function spreadOf(segments: readonly Weighted[]): number {
  if (segments.length === 0) return 0;
  const seconds = segments.reduce((sum, segment) => sum + segment.seconds, 0);
  const loud = weightedCentile(segments, 0.95);
  const usual = loud - weightedCentile(segments, 0.05);
  const far = loud - weightedCentile(segments, Math.min(0.05, farSeconds / seconds));
  return far >= farDown ? far : usual;
}
