import { usualOrder } from '#libs/ffmpeg';
import type { RevisionOrigin } from '#libs/media';
import { isDeepStrictEqual } from 'node:util';
import type { SoundWish } from './sound-order.js';
import { usualSound } from './sound-settings.plan.js';

/** A working copy's sound: where it comes from and what was asked of it. */
export interface MadeSound {
  origin: RevisionOrigin;
  /** The sound's part of the stored order; null for what was made before anything could be asked. */
  order: Pick<SoundWish, 'sound' | 'intro' | 'outro' | 'outputs'> | null;
}

/** What was done before anything could be asked. */
const usualWish: SoundWish = { sound: usualOrder, intro: null, outro: null, outputs: usualSound.outputs };

/**
 * Whether a sound was made with other settings than the show has by now. Not where somebody chose this very sound (the
 * original, an older one), nor while ranges are being drawn that nobody has rendered yet: that is its producer's work.
 */
export function isStale({ origin, order }: MadeSound, wish: SoundWish): boolean {
  if (origin === 'original' || origin === 'rollback') return false;
  const made = order ?? usualWish;
  return !isDeepStrictEqual(toSettings(made), toSettings(wish)) && isDeepStrictEqual(toRanges(made), toRanges(wish));
}

function toSettings({ sound, intro, outro, outputs }: SoundWish): unknown {
  const { preset, targetLufs, meter, monoAsStereo, strength, isUntouched } = sound;
  const { opus, m4a, video, hls } = outputs;
  return {
    ...{ preset, targetLufs, meter, monoAsStereo, strength, isUntouched, opus, m4a, video, hls },
    intro: intro?.recordingId ?? null,
    outro: outro?.recordingId ?? null,
  };
}

function toRanges({ sound: { only, leave, cuts } }: SoundWish): unknown {
  return { only, leave, cuts };
}
