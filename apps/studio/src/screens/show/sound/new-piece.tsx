import { Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { keys, queryClient } from '../../../api/queries';
import { addPiece } from '../../../api/sound.calls';
import { toSentence } from '../../../parts/error-note';
import { tell } from '../../../parts/toast';
import { send } from '../../../upload/sender';
import { useWords } from '../../../words/words';
import { toPieceName } from './piece-name';

type Phase = { phase: 'idle' } | { phase: 'sending'; name: string; share: number } | { phase: 'failed'; text: string };

/** Sends a file for the library; it is a piece as soon as it has arrived, and is measured behind. */
export function NewPiece({ showId }: { showId: string }) {
  const words = useWords();
  const { t, number } = words;
  const [state, setState] = useState<Phase>({ phase: 'idle' });
  const choose = async (file: File | null) => {
    if (!file) return;
    const name = toPieceName(file.name);
    setState({ phase: 'sending', name, share: 0 });
    await send({
      file,
      meta: { showId, purpose: 'piece' },
      onUrl: () => undefined,
      onProgress: (sent) => setState({ phase: 'sending', name, share: sent / Math.max(1, file.size) }),
      onDone: (url) => void finish(name, url.split('/').pop() ?? ''),
      onRefused: (text) => setState({ phase: 'failed', text: text || t('studio.upload.failed') }),
    });
  };
  const finish = async (name: string, uploadId: string) => {
    try {
      await addPiece(showId, { uploadId, name, licence: '' });
      tell(t('studio.showSound.pieceAdded', { name }));
      setState({ phase: 'idle' });
    } catch (error) {
      setState({ phase: 'failed', text: toSentence(error, words) });
    }
    void queryClient.invalidateQueries({ queryKey: keys.showSound(showId) });
  };
  return (
    <Stack gap="xs">
      <Group>
        <FileButton
          onChange={(file) => void choose(file)}
          accept="audio/*"
          inputProps={{ 'aria-label': t('studio.showSound.pieceFile') }}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="sm"
              disabled={state.phase === 'sending'}
              leftSection={<IconPlus size={17} aria-hidden />}
            >
              {t('studio.showSound.pieceAdd')}
            </Button>
          )}
        </FileButton>
      </Group>
      {state.phase === 'sending' && (
        <div role="status">
          <Text size="sm">
            {t('studio.showSound.pieceSending', { percent: number(state.share * 100), name: state.name })}
          </Text>
          <Progress value={state.share * 100} color="after" size="sm" mt={4} aria-label={state.name} />
        </div>
      )}
      {state.phase === 'failed' && (
        <Text role="alert" c="var(--bad)">
          {state.text}
        </Text>
      )}
    </Stack>
  );
}
