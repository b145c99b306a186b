import { type Preset, type SoundOrder, type TimeRange, usualOrder } from '#libs/ffmpeg';
import type { OrderOutputs, RenderOrder } from '#libs/media';

/** What a show wants done to the sound of its episodes. Pieces by id. */
export interface SoundDefaults {
  preset: Preset;
  /** LUFS. */
  targetLufs: number;
  meter: SoundOrder['meter'];
  monoAsStereo: boolean;
  /** 0 to 1. */
  strength: number;
  outputs: OrderOutputs;
  introId: string | null;
  outroId: string | null;
}

/** What an episode wants instead, and where. Times are those of the recording as it was sent. */
export interface EpisodeSoundSettings {
  own: Partial<SoundDefaults>;
  only: TimeRange | null;
  leave: readonly TimeRange[];
  cuts: readonly TimeRange[];
  /** Storage key of the original that the ranges were drawn on: they say nothing about another file. */
  originalKey: string | null;
}

/** What is done when nobody chose anything. */
export const usualSound: SoundDefaults = {
  preset: usualOrder.preset,
  targetLufs: usualOrder.targetLufs,
  meter: usualOrder.meter,
  monoAsStereo: usualOrder.monoAsStereo,
  strength: usualOrder.strength,
  outputs: { opus: false, m4a: false, video: false, hls: false },
  introId: null,
  outroId: null,
};

/** An episode's settings from its row, which may be empty; ranges that were drawn on another original are left out. */
export function readSettings(stored: Partial<EpisodeSoundSettings>, originalKey: string | null): EpisodeSoundSettings {
  const { own = {}, only = null, leave = [], cuts = [] } = stored;
  const fits = !stored.originalKey || !originalKey || stored.originalKey === originalKey;
  return fits ? { own, only, leave, cuts, originalKey } : { own, only: null, leave: [], cuts: [], originalKey };
}

/** The episode's own choices over the show's, over the usual. */
export function toEffective(show: Partial<SoundDefaults>, own: Partial<SoundDefaults> = {}): SoundDefaults {
  return { ...usualSound, ...show, ...own };
}

/** The same order for the sound as it was sent: nothing repaired, nothing cut, nothing added. */
export function toUntouched(order: RenderOrder): RenderOrder {
  const sound = { ...order.sound, isUntouched: true, only: null, leave: [], cuts: [] };
  return { ...order, sound, intro: null, outro: null };
}

/** What media is told of the sound. */
export function toSoundOrder(effective: SoundDefaults, { only, leave, cuts }: EpisodeSoundSettings): SoundOrder {
  const { preset, targetLufs, meter, monoAsStereo, strength } = effective;
  return { preset, targetLufs, meter, monoAsStereo, strength, isUntouched: false, only, leave, cuts };
}
