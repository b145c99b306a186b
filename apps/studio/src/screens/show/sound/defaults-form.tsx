import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../../api/problem';
import { keys, queryClient } from '../../../api/queries';
import { saveShowSound } from '../../../api/sound.calls';
import type { ShowSound, SoundDefaults } from '../../../api/sound.types';
import { ErrorNote } from '../../../parts/error-note';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import { SoundFields } from '../../episode/sound/edit/sound-fields';

/** The settings that hold for every episode without own ones; saved as one, because much may follow from it. */
export function DefaultsForm({ showId, sound }: { showId: string; sound: ShowSound }) {
  const { t } = useWords();
  const [value, setValue] = useState(sound.defaults as SoundDefaults);
  const save = useMutation({
    mutationFn: () => saveShowSound(showId, sound.version, value),
    onSuccess: (answer) => {
      queryClient.setQueryData(keys.showSound(showId), answer);
      tell(t('studio.showSound.saved'));
    },
  });
  const isStale = save.error instanceof Problem && save.error.code === 'STALE_VERSION';
  const refresh = () => void queryClient.invalidateQueries({ queryKey: keys.showSound(showId) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <SoundFields
        value={value}
        pieces={sound.pieces}
        onChange={(change) => setValue((before) => ({ ...before, ...change }))}
      />
      {save.error && <ErrorNote error={save.error} onRetry={isStale ? refresh : undefined} />}
      <Group mt="xs">
        <Button type="submit" loading={save.isPending}>
          {t('studio.save')}
        </Button>
      </Group>
    </form>
  );
}
