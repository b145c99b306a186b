import { toLufs, windowMeans } from '../analyse/loudness.js';
import type { Blocks } from './blocks.plan.js';

/** A run of sound between pauses, at most about 3 s long. Blocks of 100 ms, the end excluded. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
  /** Mean of its blocks without its own quiet moments. */
  readonly lufs: number;
  /** Seconds of sound in it. */
  readonly seconds: number;
  /** Steady sound, such as noise or applause: no voice moves so little. */
  readonly isSteady: boolean;
}

/** A pause shorter than this (in blocks) does not end a phrase. */
const joinedGap = 3;
const leastBlocks = 2;
/** Long enough for a stable loudness, short enough to find the moment a voice changes. */
const mostBlocks = 30;
/** A phrase's own pauses, so far below its mean, do not count for its loudness. */
const ownGate = 10;
/** A voice goes up and down by syllables: the spread of its 50 ms values. Steady noise stays within about 3 dB. */
const steadySpread = 4;

/** The phrases in blocks of the as-heard energy per 10 ms. */
export function toPhrases({ lufs, isLoud }: Blocks, energy: Float32Array): Phrase[] {
  return loudRuns(isLoud).flatMap(([start, end]) => {
    const parts = Math.max(1, Math.round((end - start) / mostBlocks));
    return Array.from({ length: parts }, (_, part) => {
      const from = start + Math.round(((end - start) * part) / parts);
      const to = start + Math.round(((end - start) * (part + 1)) / parts);
      return toPhrase(lufs, energy, from, to);
    });
  });
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

function toPhrase(lufs: Float32Array, energy: Float32Array, start: number, end: number): Phrase {
  const powers = Float64Array.from(lufs.subarray(start, end), (value) => 10 ** (value / 10));
  const mean = powers.reduce((sum, value) => sum + value, 0) / powers.length;
  const kept = powers.filter((value) => value > mean / 10 ** (ownGate / 10));
  const loudness = 10 * Math.log10(kept.reduce((sum, value) => sum + value, 0) / kept.length);
  return { start, end, lufs: loudness, seconds: kept.length / 10, isSteady: isSteady(energy, start * 10, end * 10) };
}

function isSteady(energy: Float32Array, from: number, to: number): boolean {
  const short = windowMeans(energy.subarray(from, to), 5, 5).sort();
  if (short.length < 10) return false;
  const at = (share: number) => toLufs(short[Math.round(share * (short.length - 1))]!);
  return at(0.9) - at(0.1) < steadySpread;
}
