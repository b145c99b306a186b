import { useShowSound } from '../../../../api/queries';
import type { EpisodeSound, SoundDefaults } from '../../../../api/sound.types';
import { toSettings } from './sound-value';
import { SoundFields } from './sound-fields';
import type { SoundEditing } from './use-sound-edit';

interface Props {
  showId: string;
  sound: EpisodeSound;
  editing: SoundEditing;
  mayEdit: boolean;
}

/** The episode's settings over the show's. */
export function Settings({ showId, sound, editing, mayEdit }: Props) {
  const show = useShowSound(showId);
  const value = toSettings((show.data?.defaults ?? sound.effective) as SoundDefaults, editing.value);
  return (
    <SoundFields
      value={value}
      pieces={show.data?.pieces ?? []}
      isOff={!mayEdit}
      onChange={(change) => editing.set(change)}
      own={{
        has: (field) => editing.value[field] !== undefined,
        reset: (field) => editing.set({ [field]: undefined }),
      }}
    />
  );
}
