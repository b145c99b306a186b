import { type Blocks, toBlocks } from './blocks.plan.js';
import { weightedCentile } from './weighted.plan.js';

/** A run of sound between pauses, at most about 3 s long. Blocks of 100 ms, the end excluded. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
  /** Mean of its blocks without its own quiet moments. */
  readonly lufs: number;
  /** Seconds of sound in it. */
  readonly seconds: number;
  /** How much its loudness goes up and down as fast as syllables do, beside its mean; NaN: too short to tell. */
  readonly syllables: number;
  /** Steady noise or applause: no voice is so flat in time, or over the spectrum. */
  readonly isNoise: boolean;
}

/** A pause shorter than this (in blocks) does not end a phrase. */
const joinedGap = 3;
const leastBlocks = 2;
/** Long enough for a stable loudness, short enough to find the moment a voice changes. */
const mostBlocks = 30;
/** A phrase's own pauses, so far below its mean, do not count for its loudness. */
const ownGate = 10;
/** Shorter phrases tell nothing about their kind. */
const leastKnownBlocks = 6;
/** Pink noise has 0.02 and traffic 0.1; music on hold 0.12 to 0.2; voices 0.25 in a noisy hall and 0.5 beside a microphone. */
const leastSyllables = 0.1;
/** White noise has 0.44 and applause less; a whisper 0.62, voices with noise 6 dB below them still 0.55. */
const leastTonality = 0.5;
/** Syllables come about five a second: what is slower than the one and faster than the other is something else. */
const syllableBins = { fast: 6, slow: 40 };

/** The loud end of the voices, and how far a voice's loud moments are above its mean. */
const loudShare = 0.9;
const aboveMean = 3;
const sameLoudness = 2;

/** What phrases are found in: as heard, per 10 ms, and the tonality per 100 ms. */
export interface Heard {
  readonly energy: Float32Array;
  readonly tonality: Float32Array;
}

/**
 * The blocks and phrases of a sound. What is loud is told by its voices: beside applause or a jingle far above them
 * a quiet voice would not count as one.
 */
export function hearPhrases(heard: Heard): { blocks: Blocks; phrases: Phrase[] } {
  const blocks = toBlocks(heard.energy);
  const phrases = toPhrases(blocks, heard);
  const voices = phrases.filter(({ isNoise }) => !isNoise);
  const loudLufs = weightedCentile(voices, loudShare) + aboveMean;
  if (!(loudLufs < blocks.loudLufs - sameLoudness)) return { blocks, phrases };
  const again = toBlocks(heard.energy, loudLufs);
  return { blocks: again, phrases: toPhrases(again, heard) };
}

/** The phrases in blocks. */
export function toPhrases(blocks: Blocks, heard: Heard): Phrase[] {
  return loudRuns(blocks.isLoud).flatMap(([start, end]) => {
    const edges = cut(blocks.lufs, start, end);
    return edges.slice(1).map((edge, i) => toPhrase(blocks.lufs, heard, edges[i]!, edge));
  });
}

/** A long run in parts, cut where it is quietest: between words, or where somebody else goes on. */
function cut(lufs: Float32Array, start: number, end: number): number[] {
  const parts = Math.max(1, Math.ceil((end - start) / mostBlocks));
  const edges = [start];
  for (let part = 1; part < parts; part += 1) {
    const wanted = start + Math.round(((end - start) * part) / parts);
    const reach = Math.floor((end - start) / parts / 3);
    let best = wanted;
    for (let block = wanted - reach; block <= wanted + reach; block += 1) if (lufs[block]! < lufs[best]!) best = block;
    edges.push(best);
  }
  return [...edges, end];
}

function loudRuns(isLoud: Uint8Array): [number, number][] {
  const runs: [number, number][] = [];
  for (let i = 0; i < isLoud.length; i += 1) {
    if (!isLoud[i]) continue;
    const last = runs.at(-1);
    if (last && i - last[1] <= joinedGap) last[1] = i + 1;
    else runs.push([i, i + 1]);
  }
  return runs.filter(([start, end]) => end - start >= leastBlocks);
}

function toPhrase(lufs: Float32Array, { energy, tonality }: Heard, start: number, end: number): Phrase {
  const powers = Float64Array.from(lufs.subarray(start, end), (value) => 10 ** (value / 10));
  const mean = powers.reduce((sum, value) => sum + value, 0) / powers.length;
  const kept = powers.filter((value) => value > mean / 10 ** (ownGate / 10));
  const loudness = 10 * Math.log10(kept.reduce((sum, value) => sum + value, 0) / kept.length);
  const isKnown = end - start >= leastKnownBlocks;
  const syllables = isKnown ? syllablesOf(energy.subarray(start * 10, end * 10)) : NaN;
  const tonal = tonality.slice(start, end).sort()[(end - start) >> 1] ?? 1;
  return {
    ...{ start, end, lufs: loudness, seconds: kept.length / 10, syllables },
    isNoise: isKnown && (syllables < leastSyllables || tonal < leastTonality),
  };
}

/** The movement of the amplitude between two running means, beside its mean. */
function syllablesOf(energy: Float32Array): number {
  const count = energy.length;
  const sums = new Float64Array(count + 1);
  for (let i = 0; i < count; i += 1) sums[i + 1] = sums[i]! + Math.sqrt(energy[i]!);
  const around = (i: number, width: number) => {
    const from = Math.max(0, i - width / 2);
    const to = Math.min(count, i + width / 2);
    return (sums[to]! - sums[from]!) / (to - from);
  };
  let squares = 0;
  for (let i = 0; i < count; i += 1) squares += (around(i, syllableBins.fast) - around(i, syllableBins.slow)) ** 2;
  return sums[count]! > 0 ? (Math.sqrt(squares / count) * count) / sums[count]! : 0;
}
