import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { saveChapters } from '../../../api/episode.calls';
import { keepEpisode } from '../../../api/queries';
import { importChapters } from '../../../api/transcript.calls';
import type { Chapter, Episode } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import { flushAll } from '../autosave/save-states';
import { ImportPreview } from './import-preview';

interface Props {
  episode: Episode;
  isOpen: boolean;
  onClose(): void;
}

/** What is typed or pasted, or the wish for the chapters of the file that was sent. */
type Source = { text: string } | { from: 'file' };

/** Chapters from a text, a file or the recording itself: what was read is shown before it replaces what is there. */
export function ImportDialog({ episode, isOpen, onClose }: Props) {
  const { t } = useWords();
  const { showId, id: episodeId, working } = episode;
  const [source, setSource] = useState<Source>({ text: '' });
  const [settled] = useDebouncedValue(source, 300);
  const input = useRef<HTMLInputElement>(null);
  const hasSource = 'from' in settled || settled.text.trim() !== '';
  const found = useQuery({
    queryKey: ['import-chapters', episodeId, settled],
    queryFn: () => importChapters({ showId, episodeId }, settled),
    enabled: isOpen && hasSource,
    placeholderData: (before) => (hasSource ? before : undefined),
    gcTime: 0,
  });
  const apply = useMutation({
    mutationFn: async (chapters: Chapter[]) => {
      await flushAll();
      return saveChapters(showId, episodeId, working.versions.chapters, { chapters });
    },
    onSuccess: (answer) => {
      keepEpisode(answer);
      const before = working.chapters;
      const back = async () =>
        keepEpisode(await saveChapters(showId, episodeId, answer.working.versions.chapters, { chapters: before }));
      tell(t('studio.chapters.pasted', { n: answer.working.chapters.length }), {
        label: t('studio.undo'),
        run: () => void back(),
      });
      setSource({ text: '' });
      onClose();
    },
  });
  const chapters = (hasSource && found.data?.chapters) || [];
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="lg"
      title={t('studio.chapters.importTitle')}
      closeButtonProps={{ 'aria-label': t('studio.close') }}
    >
      <Stack>
        <Textarea
          label={t('studio.chapters.importLabel')}
          description={t('studio.chapters.importHint')}
          placeholder={t('studio.chapters.pastePlaceholder')}
          autosize
          minRows={6}
          maxRows={14}
          data-autofocus
          value={'text' in source ? source.text : ''}
          onChange={(event) => setSource({ text: event.currentTarget.value })}
        />
        <input
          ref={input}
          type="file"
          accept=".txt,.xml,.psc,.json,.cue,text/*,application/json,application/xml"
          aria-label={t('studio.chapters.importFile')}
          style={{ display: 'none' }}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            void file
              ?.slice(0, 2_000_000)
              .text()
              .then((text) => setSource({ text }));
          }}
        />
        <Group gap="xs">
          <Button variant="default" size="sm" onClick={() => input.current?.click()}>
            {t('studio.chapters.importFile')}
          </Button>
          {episode.recordingId && (
            <Button variant="default" size="sm" onClick={() => setSource({ from: 'file' })}>
              {t('studio.chapters.fromFile')}
            </Button>
          )}
        </Group>
        {found.isError && <ErrorNote error={found.error} />}
        {hasSource && found.data && <ImportPreview found={found.data} />}
        {apply.error && <ErrorNote error={apply.error} />}
        {working.chapters.length > 0 && chapters.length > 0 && (
          <Text size="sm" className="soft">
            {t('studio.chapters.pasteReplaces', { n: working.chapters.length })}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('studio.cancel')}
          </Button>
          <Button
            onClick={() => apply.mutate(chapters)}
            loading={apply.isPending}
            disabled={chapters.length === 0 || source !== settled || found.isPlaceholderData}
          >
            {t('studio.chapters.takeOver', { n: chapters.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
