import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { saveChapters } from '../../../api/episode.calls';
import { Problem } from '../../../api/problem';
import { keepEpisode } from '../../../api/queries';
import type { Episode } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import { flushAll } from '../autosave/save-states';

interface Props {
  episode: Episode;
  isOpen: boolean;
  onClose(): void;
}

/** A list of times and titles, as people write them under a video, becomes the chapters. */
export function PasteDialog({ episode, isOpen, onClose }: Props) {
  const { t } = useWords();
  const [pasted, setPasted] = useState('');
  const apply = useMutation({
    mutationFn: async () => {
      await flushAll();
      return saveChapters(episode.showId, episode.id, episode.working.versions.chapters, { pasted });
    },
    onSuccess: (answer) => {
      keepEpisode(answer);
      setPasted('');
      tell(t('studio.chapters.pasted', { n: answer.working.chapters.length }));
      onClose();
    },
  });
  const problems = apply.error instanceof Problem ? apply.error.fields : [];
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="lg"
      title={t('studio.chapters.paste')}
      closeButtonProps={{ 'aria-label': t('studio.close') }}
    >
      <Stack>
        <Textarea
          label={t('studio.chapters.pasteLabel')}
          description={t('studio.chapters.pasteHint')}
          placeholder={t('studio.chapters.pastePlaceholder')}
          autosize
          minRows={8}
          maxRows={18}
          data-autofocus
          value={pasted}
          onChange={(e) => setPasted(e.currentTarget.value)}
        />
        {apply.error && problems.length === 0 && <ErrorNote error={apply.error} />}
        {problems.length > 0 && (
          <ul role="alert" style={{ margin: 0, color: 'var(--bad)' }}>
            {problems.map((problem) => (
              <li key={problem.path}>{problem.message}</li>
            ))}
          </ul>
        )}
        {episode.working.chapters.length > 0 && (
          <Text size="sm" className="soft">
            {t('studio.chapters.pasteReplaces', { n: episode.working.chapters.length })}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('studio.cancel')}
          </Button>
          <Button onClick={() => apply.mutate()} loading={apply.isPending} disabled={pasted.trim() === ''}>
            {t('studio.chapters.pasteApply')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
