import { Button, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Show } from '../api/types';
import { textOf } from '../parts/text-of';
import { rememberedShow } from './remembered-show';
import { useWords } from '../words/words';

interface Props {
  shows: Show[];
  fileName: string;
  onChoose(showId: string): void;
  onClose(): void;
}

/** Asks which show a file is for; the last answer is ticked already. */
export function ShowChooser({ shows, fileName, onChoose, onClose }: Props) {
  const { t, language } = useWords();
  const [picked, setPicked] = useState<string | null>(null);
  const last = rememberedShow();
  const chosen = picked ?? (shows.some((s) => s.id === last) ? last : (shows[0]?.id ?? null));
  return (
    <Modal
      opened={shows.length > 1}
      onClose={onClose}
      title={t('studio.upload.whichShow')}
      closeButtonProps={{ 'aria-label': t('studio.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) onChoose(chosen);
        }}
      >
        <Stack>
          <Text className="soft">{fileName}</Text>
          <Radio.Group value={chosen} onChange={setPicked} aria-label={t('studio.upload.whichShow')}>
            <Stack gap="sm">
              {shows.map((show) => (
                <Radio key={show.id} value={show.id} label={textOf(show.texts, language, 'title', show.slug)} />
              ))}
            </Stack>
          </Radio.Group>
          <Button type="submit" data-autofocus>
            {t('studio.upload.openDraft')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
