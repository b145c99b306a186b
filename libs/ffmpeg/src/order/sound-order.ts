/** A stretch of sound in milliseconds, the end excluded. */
export interface TimeRange {
  readonly startMs: number;
  readonly endMs: number;
}

/** What kind of recording it is: chooses the high-pass and how boldly voices and music are lifted. */
export const presets = ['voice', 'interview', 'room', 'panel', 'music'] as const;
export type Preset = (typeof presets)[number];

/** The loudnesses that may be aimed at, LUFS. */
export const targets = [-14, -16, -18, -23] as const;

/** What the producer wants done to the sound of a recording. Plain JSON; times are those of the recording as it was sent. */
export interface SoundOrder {
  readonly preset: Preset;
  /** One of `targets`; -16 is what podcast apps expect. */
  readonly targetLufs: number;
  /** `heard`: mono counts as dual mono, as it sounds; `literal`: what a plain meter reads. */
  readonly meter: 'heard' | 'literal';
  /** Publish mono as two equal sides, for shows that must please a plain meter without becoming louder. */
  readonly monoAsStereo: boolean;
  /** 0: one gain for everything; 1: voices are brought together as far as is good. */
  readonly strength: number;
  /** Nothing is repaired: the sound as it was sent, encoded. */
  readonly isUntouched: boolean;
  /** Level only here; null: everywhere. */
  readonly only: TimeRange | null;
  /** Never levelled: music, a played clip. */
  readonly leave: readonly TimeRange[];
  /** Cut out, at the start, the end or between. */
  readonly cuts: readonly TimeRange[];
}

/** What is done when nobody asked for anything else. */
export const usualOrder: SoundOrder = {
  preset: 'interview',
  targetLufs: -16,
  meter: 'heard',
  monoAsStereo: false,
  strength: 1,
  isUntouched: false,
  only: null,
  leave: [],
  cuts: [],
};
