import type { EpisodeSound, SoundDefaults, SoundEdit, TimeRange } from '../../../../api/sound.types';

/** What is edited about a sound, flat, so that two people's changes are merged field by field. An absent setting is the show's. */
export interface SoundValue extends Partial<SoundDefaults> {
  only: TimeRange | null;
  leave: TimeRange[];
  cuts: TimeRange[];
  noteShown: boolean;
}

export function toValue({ own, only, leave, cuts, note }: EpisodeSound): SoundValue {
  return { ...(own as Partial<SoundDefaults>), only, leave, cuts, noteShown: note.isShown };
}

/** As the API takes it: for a preview. */
export function toEdit({ only, leave, cuts, noteShown: _, ...own }: SoundValue): SoundEdit {
  return { own, only, leave, cuts };
}

/** What holds: the episode's own settings over the show's. */
export function toSettings(show: SoundDefaults, value: SoundValue): SoundDefaults {
  const { own } = toEdit(value);
  const set = Object.fromEntries(Object.entries(own).filter(([, setting]) => setting !== undefined));
  return { ...show, ...set };
}
