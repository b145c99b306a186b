import { toLufs, windowMeans } from '../analyse/loudness.js';

/** A sound in blocks of 100 ms, and which of them may be speech. */
export interface Blocks {
  /** Loudness as heard, smoothed over three blocks; -120 for nothing. */
  readonly lufs: Float32Array;
  /** Loudness per 50 ms, not smoothed: two a block. */
  readonly moments: Float32Array;
  /** Local noise floor, LUFS. */
  readonly floor: Float32Array;
  readonly isLoud: Uint8Array;
  /** The 95th centile of the blocks that are not silent; -70 when all are. */
  readonly loudLufs: number;
}

const silence = -120;
/** Quieter than this is no voice, whatever it is. */
const leastSpeech = -62;
/** What is further than this below the loud moments is a breath, another room or another microphone's spill. */
const deepestSpeech = 26;
/** Speech stands out of its floor by so much. */
const aboveFloor = 8;
/** Where sound never pauses, its quiet moments are no floor. */
const floorBelowLoud = 20;
/** The floor is looked for so far to either side: long enough to hold pauses, short enough to follow a room. */
const floorBlocks = 200;
/** Less than a second of it: a voice that hardly pauses still shows its floor. */
const floorShare = 0.02;

/** Blocks of the as-heard energy per 10 ms. Never gated relative to the whole: that would lose exactly the quiet voice. */
export function toBlocks(energy: Float32Array, knownLoudLufs?: number): Blocks {
  const lufs = smooth(windowMeans(energy, 10, 10));
  const moments = Float32Array.from(windowMeans(energy, 5, 5), (value) => Math.max(silence, toLufs(value)));
  const loudLufs = knownLoudLufs ?? loudest(lufs);
  const floor = localFloor(lufs, loudLufs - floorBelowLoud);
  const least = Math.max(leastSpeech, loudLufs - deepestSpeech);
  return {
    ...{ lufs, moments, floor, loudLufs },
    isLoud: Uint8Array.from(lufs, (value, i) => (value > Math.max(least, floor[i]! + aboveFloor) ? 1 : 0)),
  };
}

function smooth(blocks: Float64Array): Float32Array {
  return Float32Array.from(blocks, (value, i) => {
    const mean = ((blocks[i - 1] ?? value) + value + (blocks[i + 1] ?? value)) / 3;
    return Math.max(silence, toLufs(mean));
  });
}

function loudest(lufs: Float32Array): number {
  const audible = lufs.filter((value) => value > -70).sort();
  return audible[Math.round(0.95 * (audible.length - 1))] ?? -70;
}

/** A low centile of what lies around, from a histogram that slides along; new once a second. */
function localFloor(lufs: Float32Array, most: number): Float32Array {
  const perDb = 4;
  const slot = (value: number) => Math.max(0, Math.min(4 * 130 - 1, Math.round((value - silence) * perDb)));
  const counts = new Int32Array(130 * perDb);
  const floor = new Float32Array(lufs.length);
  let first = 0;
  let end = 0;
  for (let i = 0; i < lufs.length; i += 10) {
    for (; end < Math.min(lufs.length, i + floorBlocks + 1); end += 1) counts[slot(lufs[end]!)]! += 1;
    for (; first < i - floorBlocks; first += 1) counts[slot(lufs[first]!)]! -= 1;
    let left = Math.round(floorShare * (end - first - 1));
    let at = 0;
    while (left >= counts[at]!) left -= counts[at++]!;
    floor.fill(Math.min(most, at / perDb + silence), i, i + 10);
  }
  return floor;
}
