import { Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useInstance } from '../api/queries';
import { toSentence } from '../parts/error-note';
import { useWords } from '../words/words';
import { refusals, refuse } from './refuse';
import { send, type Sending, type SendOptions } from './sender';

type Phase = { phase: 'idle' } | { phase: 'sending'; name: string; share: number } | { phase: 'failed'; text: string };

interface Props {
  label: string;
  /** What the file chooser itself is called. */
  fileLabel: string;
  accept: string;
  meta: SendOptions['meta'];
  /** The server has the whole file; what this throws is said in place. */
  onSent(file: File, uploadId: string): Promise<void>;
}

/** Chooses a file and sends it in place: its share while it is on its way, one sentence when it is refused. */
export function SendButton({ label, fileLabel, accept, meta, onSent }: Props) {
  const words = useWords();
  const { t, number, bytes } = words;
  const most = useInstance().data?.uploadMaxBytes ?? 0;
  const [state, setState] = useState<Phase>({ phase: 'idle' });
  const clear = useRef<() => void>(null);
  const sending = useRef<Sending>(undefined);
  const fail = (text: string) => setState({ phase: 'failed', text });
  const finish = async (file: File, uploadId: string) => {
    sending.current?.stop();
    try {
      await onSent(file, uploadId);
      setState({ phase: 'idle' });
    } catch (error) {
      fail(toSentence(error, words));
    }
  };
  const choose = async (file: File | null) => {
    clear.current?.();
    if (!file) return;
    const { name, size } = file;
    const refusal = refuse(file, most);
    if (refusal) return fail(t(refusals[refusal], { name, most: bytes(most) }));
    setState({ phase: 'sending', name, share: 0 });
    sending.current = await send({
      ...{ file, meta },
      onUrl: () => undefined,
      onProgress: (sent) => setState({ phase: 'sending', name, share: sent / size }),
      onDone: (url) => void finish(file, url.split('/').pop() ?? ''),
      onRefused: (text) => fail(text || t('studio.upload.failed')),
    });
  };
  return (
    <Stack gap="xs">
      <Group>
        <FileButton
          resetRef={clear}
          onChange={(file) => void choose(file)}
          accept={accept}
          inputProps={{ 'aria-label': fileLabel }}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="sm"
              disabled={state.phase === 'sending'}
              leftSection={<IconPlus size={17} aria-hidden />}
            >
              {label}
            </Button>
          )}
        </FileButton>
      </Group>
      {state.phase === 'sending' && (
        <div role="status">
          <Text size="sm">{t('studio.upload.share', { percent: number(state.share * 100), name: state.name })}</Text>
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
