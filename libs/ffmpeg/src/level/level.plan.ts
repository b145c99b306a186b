import type { TimeRange } from '../order/sound-order.js';
import type { GainStep } from '../render/plan.js';
import { integratedLoudness } from '../analyse/loudness.js';
import type { LevellerSettings } from './leveller.preset.js';
import { type Heard, hearPhrases, type Phrase } from './phrases.plan.js';
import { firstAfter, putOver, subtract, toSpans } from './steps.plan.js';
import { type Segment, spreadOf, toSegments } from './segment.plan.js';
import { weightedCentile } from './weighted.plan.js';

/** What the leveller is allowed to do, in the time of the sound it is given. */
export interface LevelWish {
  readonly settings: LevellerSettings;
  /** 0 to 1. */
  readonly strength: number;
  /** Stretches that may be levelled, in order, without overlap. */
  readonly allowed: readonly TimeRange[];
  /** Somebody asked for just this: small differences count too. */
  readonly isAsked: boolean;
}

/** What the leveller found and does. */
export interface Levelled {
  /** Beside the one gain; empty: nothing is levelled. */
  readonly steps: readonly GainStep[];
  /** Of the voices, LU; null when there are none. */
  readonly spread: { readonly from: number; readonly to: number } | null;
  /** A voice could not be lifted as far as it should because its noise would come up: the most that is missing, dB. */
  readonly heldBackDb: number;
  /** 95th centile of the blocks, LUFS. */
  readonly loudLufs: number;
}

const blockMs = 100;
/** A step begins before its first syllable and ends after the last has faded. */
const leadMs = 60;
const tailMs = 120;
/** Voices are brought to the level at which most of the speech already is. */
const referenceShare = 0.6;
/** Applause and other noise end up below the voices: nobody reaches for the volume, and the limiter has no work with it. */
const noiseBeside = -2;
/** A stretch of less speech than this that is quieter than both its neighbours is an aside, not a voice: it follows them. */
const leastVoiceSeconds = 1;
/** Gains smaller than this are not worth a curve, dB. */
const leastGain = 1;
/** Steps nearer than this to each other are one. */
const sameGain = 0.3;

/** Brings the voices of a sound together: one gain for each stretch of one level. */
export function levelVoices(heard: Heard, { settings, strength, allowed, isAsked }: LevelWish): Levelled {
  const { energy } = heard;
  const { blocks, phrases } = hearPhrases(heard);
  const segments = toSegments(
    phrases.filter((phrase) => !phrase.isNoise),
    blocks,
    settings,
  );
  const voices = segments.filter((segment) => !segment.isMusic);
  const before = spreadOf(voices);
  const base = { loudLufs: blocks.loudLufs, heldBackDb: 0 };
  if (voices.length === 0) return { ...base, steps: [], spread: null };
  const free = segments.filter((segment) => isWithin(segment, allowed));
  if ((before < settings.leastSpread && !isAsked) || strength === 0 || free.length === 0) {
    return { ...base, steps: [], spread: { from: before, to: before } };
  }
  const reference = weightedCentile(voices, referenceShare);
  const wished = segments.map((segment) => toGain(segment, reference, settings));
  const heldBackDb = Math.max(0, ...wished.map((each) => each.heldBackDb)) * strength;
  const calmed = calmAsides(
    segments,
    wished.map(({ gainDb }) => gainDb),
  );
  const gains = calmed.map((gain, i) => (isWithin(segments[i]!, allowed) ? gain * strength : 0));
  const after = spreadOf(
    segments.flatMap((segment, i) => (segment.isMusic ? [] : [{ ...segment, lufs: segment.lufs + gains[i]! }])),
  );
  // Where nothing could be done about the distance, one gain is more honest than a curve.
  if (Math.max(...gains.map(Math.abs)) < leastGain)
    return { ...base, steps: [], spread: { from: before, to: before }, heldBackDb };
  const steps = lowerNoise(toSteps(segments, gains), phrases, reference, settings);
  return {
    ...{ ...base, heldBackDb, spread: { from: before, to: after } },
    steps: keepOutside(steps, energy, allowed),
  };
}

function toGain(
  segment: Segment,
  reference: number,
  settings: LevellerSettings,
): { gainDb: number; heldBackDb: number } {
  const distance = reference - segment.lufs;
  const wanted = Math.sign(distance) * Math.max(0, Math.abs(distance) - settings.slack);
  const most = segment.isMusic ? Math.min(settings.mostMusicBoost, settings.mostBoost) : settings.mostBoost;
  const bold = Math.max(-settings.mostCut, Math.min(most, wanted));
  const quietEnough = Math.max(0, reference - settings.noiseDistance - segment.noiseLufs);
  const gainDb = Math.min(bold, Math.max(quietEnough, Math.min(bold, 0)));
  return { gainDb, heldBackDb: segment.isMusic ? 0 : bold - gainDb };
}

function calmAsides(segments: readonly Segment[], gains: readonly number[]): number[] {
  return gains.map((gain, i) => {
    const around = Math.max(gains[i - 1] ?? -Infinity, gains[i + 1] ?? -Infinity);
    return segments[i]!.seconds < leastVoiceSeconds && gain > around && around > -Infinity ? around : gain;
  });
}

function toSteps(segments: readonly Segment[], gains: readonly number[]): GainStep[] {
  const steps: GainStep[] = [];
  segments.forEach(({ start, end }, i) => {
    const gainDb = Math.round(gains[i]! * 100) / 100;
    const last = steps.at(-1);
    if (last && Math.abs(last.gainDb - gainDb) < sameGain) {
      steps[steps.length - 1] = { ...last, endMs: end * blockMs + tailMs };
      return;
    }
    const startMs = Math.max(start * blockMs - leadMs, last ? segments[i - 1]!.end * blockMs : 0);
    if (last) steps[steps.length - 1] = { ...last, endMs: Math.min(last.endMs, startMs) };
    steps.push({ startMs, endMs: end * blockMs + tailMs, gainDb });
  });
  return steps;
}

/** Noise between voices is lifted no more than music, and ends up below the voices. */
function lowerNoise(
  steps: readonly GainStep[],
  phrases: readonly Phrase[],
  reference: number,
  { mostMusicBoost }: LevellerSettings,
): GainStep[] {
  const spans = toSpans(steps, 0, Infinity);
  const lower = phrases.flatMap(({ start, end, lufs, isNoise }) => {
    const middle = ((start + end) / 2) * blockMs;
    const most = Math.min(mostMusicBoost, reference + noiseBeside - lufs);
    const isTooLoud = isNoise && spans[firstAfter(spans, middle)]!.gainDb > most;
    return isTooLoud ? [{ startMs: start * blockMs, endMs: end * blockMs, gainDb: round(most) }] : [];
  });
  return putOver(steps, lower);
}

/** Outside of what may be levelled everything keeps one gain: the one it would have had without levelling. */
function keepOutside(steps: readonly GainStep[], energy: Float32Array, allowed: readonly TimeRange[]): GainStep[] {
  const whole = { startMs: 0, endMs: energy.length * 10 };
  const outside = subtract(whole, allowed);
  if (outside.length === 0) return [...steps];
  const levelled = new Float32Array(energy.length);
  for (const { startMs, endMs, gainDb } of toSpans(steps, 0, whole.endMs)) {
    const factor = 10 ** (gainDb / 10);
    for (let i = startMs / 10; i < endMs / 10; i += 1) levelled[i] = energy[i]! * factor;
  }
  for (const { startMs, endMs } of outside) levelled.fill(0, Math.floor(startMs / 10), Math.ceil(endMs / 10));
  const inside = integratedLoudness(levelled);
  const gainDb = inside <= -70 ? 0 : round(inside - integratedLoudness(energy));
  return putOver(
    steps,
    outside.map((range) => ({ ...range, gainDb })),
  );
}

function isWithin({ start, end }: Segment, allowed: readonly TimeRange[]): boolean {
  const middle = ((start + end) / 2) * blockMs;
  return allowed.some(({ startMs, endMs }) => startMs <= middle && middle < endMs);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
