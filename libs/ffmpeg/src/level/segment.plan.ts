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
  /** Loudness of its own pauses; -120 when they are silent. */
  readonly noiseLufs: number;
}

/** Below this it is music rather than speech (see `Phrase.syllables`). */
const leastSyllables = 0.2;
/** A few words may be sung or drawn out. */
const leastMusicSeconds = 3;
/** The quietest of its pauses are a segment's noise: not its echo, and not a breath. */
const noiseShare = 0.05;
const leastPauseBlocks = 10;

/** So far down a voice is hard to follow, and so long it is more than a remark. */
const farDown = 8;
const farSeconds = 4;

/** Segments of the phrases that move like voices. */
export function toSegments(phrases: readonly Phrase[], blocks: Blocks, settings: LevellerSettings): Segment[] {
  const starts = partition(phrases, settings.changeCost);
  return starts.map((first, i) => toSegment(phrases.slice(first, starts[i + 1] ?? phrases.length), blocks));
}

function toSegment(phrases: readonly Phrase[], { lufs, floor, isLoud }: Blocks): Segment {
  const start = phrases[0]!.start;
  const end = phrases.at(-1)!.end;
  const seconds = phrases.reduce((sum, phrase) => sum + phrase.seconds, 0);
  const level = phrases.reduce((sum, phrase) => sum + phrase.lufs * phrase.seconds, 0) / seconds;
  const quiet = lufs
    .subarray(start, end)
    .filter((_, i) => !isLoud[start + i])
    .sort();
  return {
    ...{ start, end, lufs: level, seconds },
    isMusic: seconds >= leastMusicSeconds && syllablesOf(phrases) < leastSyllables,
    // In short pauses a room still sounds: the floor around it tells more.
    noiseLufs:
      quiet.length < leastPauseBlocks
        ? floor[(start + end) >> 1]!
        : quiet[Math.floor(noiseShare * (quiet.length - 1))]!,
  };
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
