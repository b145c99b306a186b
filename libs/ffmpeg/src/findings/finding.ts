import type { TimeRange } from '../order/sound-order.js';

/** What ears would say about a recording. In words: `sound.finding.<kind>` with the measure as its numbers. */
export const findingKinds = [
  /** Narrow band: probably another microphone or a telephone. */
  'muffled',
  /** One voice far below the others. */
  'quiet-voice',
  'clipped',
  /** Nothing to hear for long: at the start, the end or between. */
  'long-silence',
  'empty-channel',
  /** Both sides are the same. */
  'dual-mono',
  /** A voice on each side. */
  'split-stereo',
  /** Mains hum at 50 or 60 Hz. */
  'hum',
  /** Noise close below the speech. */
  'noise',
  'truncated',
  'near-silent',
  /** Music rather than speech. */
  'music',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** One finding: data first, a sentence second. Times are those of the recording as it was sent. Plain JSON. */
export interface Finding extends TimeRange {
  readonly kind: FindingKind;
  /** Numbers and words for the sentence, such as `{ db: 12 }` or `{ side: 'right' }`. */
  readonly measure: Readonly<Record<string, number | string>>;
  /** `problem`: listeners notice; `note`: good to know. */
  readonly weight: 'problem' | 'note';
  /** What treating the sound does about it: nothing can be done, or it is mended. */
  readonly isMended: boolean;
}
