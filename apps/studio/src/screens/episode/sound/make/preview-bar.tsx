import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconHeadphones } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { toSentence } from '../../../../parts/error-note';
import { useSingleKeys } from '../../../../parts/single-keys';
import { useWords } from '../../../../words/words';
import { formatTimeCode } from '../../chapters/time-code';
import type { usePreview } from './use-preview';
import classes from './make.module.css';

/** Ask for half a minute, wait for it, compare it. */
export function PreviewBar({ preview }: { preview: ReturnType<typeof usePreview> }) {
  const words = useWords();
  const { t, number } = words;
  const { state, begin, end } = preview;
  const hasKeys = useSingleKeys();
  const seconds = useSeconds(state.phase === 'making' ? state.sinceMs : null);
  return (
    <div className={classes.preview}>
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconHeadphones size={18} aria-hidden />}
          onClick={begin}
          loading={state.phase === 'making'}
          aria-keyshortcuts={hasKeys ? 'P' : undefined}
        >
          {t('studio.sound.preview')}
        </Button>
        {state.phase === 'ready' && (
          <Button variant="subtle" color="gray" onClick={end}>
            {t('studio.sound.previewEnd')}
          </Button>
        )}
      </Group>
      <div role="status" className={classes.previewState}>
        {state.phase === 'none' && (
          <Text size="sm" className="soft">
            {t('studio.sound.previewHint')}
          </Text>
        )}
        {state.phase === 'making' && (
          <Text size="sm">
            <Loader size={13} color="after" mr={6} />
            {t('studio.sound.previewMaking', { seconds: number(seconds) })}
          </Text>
        )}
        {state.phase === 'ready' && (
          <Text size="sm">
            {t(state.isOld ? 'studio.sound.previewOld' : 'studio.sound.previewReady', {
              from: formatTimeCode(second(state.startMs)),
              to: formatTimeCode(second(state.endMs)),
            })}
          </Text>
        )}
      </div>
      {state.phase === 'failed' && (
        <Alert role="alert" variant="outline" icon={<IconAlertTriangle aria-hidden />}>
          {toSentence(state.error, words)}
        </Alert>
      )}
    </div>
  );
}

const second = (ms: number): number => Math.round(ms / 1000) * 1000;

/** Seconds since then, counted on. */
function useSeconds(sinceMs: number | null): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (sinceMs === null) return undefined;
    const count = () => setNow(Math.floor((performance.now() - sinceMs) / 1000));
    count();
    const timer = setInterval(count, 500);
    return () => clearInterval(timer);
  }, [sinceMs]);
  return now;
}
