import type { LevellerSettings } from './leveller.preset.js';
import type { Blocks } from './blocks.plan.js';
import type { Phrase } from './phrases.plan.js';
import { partition } from './partition.plan.js';

/** Phrases of about the same level: one voice at one distance from one microphone. In blocks of 100 ms. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly lufs: number;
  readonly seconds: number;
  /** Hardly any pauses: music or a noise, whatever it is. */
  readonly isMusic: boolean;
  /** Loudness of its own pauses; -120 when they are silent. */
  readonly noiseLufs: number;
}

/** Speech has pauses: fewer blocks than this share lie 10 dB below its level only in music and noise. */
const pauseShare = 0.05;
const pauseDepth = 10;
/** A sentence may be spoken without a pause. */
const leastMusicBlocks = 80;
/** The lower fifth of its pauses is a segment's noise: not its echo, and not a breath. */
const noiseShare = 0.2;

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
  const own = lufs.subarray(start, end);
  const low = own.reduce((count, value) => count + (value < level - pauseDepth ? 1 : 0), 0);
  const quiet = own.filter((_, i) => !isLoud[start + i]).sort();
  return {
    ...{ start, end, lufs: level, seconds },
    isMusic: end - start >= leastMusicBlocks && low < pauseShare * (end - start),
    // Too few pauses to tell: the floor around it.
    noiseLufs: quiet.length < 3 ? floor[(start + end) >> 1]! : quiet[Math.floor(noiseShare * (quiet.length - 1))]!,
  };
}

/** A value below which so much of the weight lies. */
export function weightedCentile(segments: readonly Pick<Segment, 'lufs' | 'seconds'>[], share: number): number {
  const sorted = [...segments].sort((a, b) => a.lufs - b.lufs);
  const total = sorted.reduce((sum, { seconds }) => sum + seconds, 0);
  let sum = 0;
  for (const { lufs, seconds } of sorted) {
    sum += seconds;
    if (sum >= share * total) return lufs;
  }
  return sorted.at(-1)?.lufs ?? NaN;
}

/** How far the loud voices are from the quiet ones, LU: the 95th minus the 5th centile of their time. */
export function spreadOf(segments: readonly Pick<Segment, 'lufs' | 'seconds'>[]): number {
  return segments.length === 0 ? 0 : weightedCentile(segments, 0.95) - weightedCentile(segments, 0.05);
}
