import type { Preset } from '../order/sound-order.js';

/** How boldly a kind of recording is treated. All in dB or LU. */
export interface LevellerSettings {
  /** Takes rumble and most of the hum away; null: what is low belongs to the sound. */
  readonly highpassHz: 80 | null;
  /** Voices that differ by less are left to one gain: listeners do not notice, and what was mastered stays so. */
  readonly leastSpread: number;
  /** A voice is brought this near to the others and no nearer. */
  readonly slack: number;
  readonly mostBoost: number;
  readonly mostCut: number;
  /** What has hardly any pauses is music or noise rather than speech, and is lifted at most so much. */
  readonly mostMusicBoost: number;
  /** After lifting, a voice's own noise stays so far below the level of the voices. */
  readonly noiseDistance: number;
  /** dB²·s that a change of level has to be worth: 6 dB for 2 s, 3 dB for 7 s. */
  readonly changeCost: number;
}

const interview: LevellerSettings = {
  highpassHz: 80,
  leastSpread: 4,
  slack: 0.7,
  // A guest on a laptop's microphone is 15 dB below; beyond that the room is louder than the voice.
  mostBoost: 18,
  mostCut: 12,
  mostMusicBoost: 6,
  // Nearer than this below the voices, pauses become tiring to listen to.
  noiseDistance: 10,
  changeCost: 30,
};

/** One line a preset: what is different there, on principle. */
export const levellerSettings: Readonly<Record<Preset, LevellerSettings>> = {
  interview,
  // One person does not change by 18 dB; what looks like it is a whisper or a shout that is meant.
  voice: { ...interview, mostBoost: 12, mostCut: 9 },
  // A hall's noise and echo come up with a question from the audience, so they are kept further away.
  room: { ...interview, noiseDistance: 12 },
  // Many voices and short turns: bring them near, without stepping at each interjection.
  panel: { ...interview, slack: 1.5, mostBoost: 15, mostCut: 9, changeCost: 60 },
  // Dynamics are the point: only movements that no listener would call music are evened, and by little.
  music: { ...interview, highpassHz: null, leastSpread: 8, slack: 3, mostBoost: 6, mostCut: 6, changeCost: 240 },
};
