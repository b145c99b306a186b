import { Alert, Button, Checkbox, Group, Progress, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { keys, queryClient } from '../../../api/queries';
import { renderStale, stopRenders } from '../../../api/sound.calls';
import type { ShowSound } from '../../../api/sound.types';
import { toSentence } from '../../../parts/error-note';
import { tell, tellProblem } from '../../../parts/toast';
import { useWords } from '../../../words/words';

interface Props {
  showId: string;
  sound: ShowSound;
  mayPublish: boolean;
}

/** How many episodes were made with other settings, the offer to make them anew, and how far that is. */
export function Catalogue({ showId, sound: { stale, batch }, mayPublish }: Props) {
  const words = useWords();
  const { t } = words;
  const [release, setRelease] = useState(false);
  const act = useMutation({
    mutationFn: (what: 'begin' | 'stop') => (what === 'begin' ? renderStale(showId, release) : stopRenders(showId)),
    onSuccess: (answer, what) => {
      queryClient.setQueryData(keys.showSound(showId), answer);
      void queryClient.invalidateQueries({ queryKey: keys.jobs });
      if (what === 'stop') tell(t('studio.showSound.stopped'));
    },
    onError: (error) => tellProblem(toSentence(error, words)),
  });
  const open = batch ? batch.waiting + batch.running : 0;
  return (
    <Stack gap="sm">
      {batch && open > 0 && (
        <div>
          <Text>
            {t('studio.showSound.rendering', {
              done: batch.done,
              total: open + batch.done + batch.failed,
              waiting: batch.waiting,
            })}
          </Text>
          <Progress
            value={(batch.done / (open + batch.done + batch.failed)) * 100}
            color="after"
            size="sm"
            my={8}
            aria-label={t('studio.showSound.batch')}
          />
          {batch.waiting > 0 && (
            <Button size="sm" variant="default" loading={act.isPending} onClick={() => act.mutate('stop')}>
              {t('studio.showSound.stop')}
            </Button>
          )}
        </div>
      )}
      {batch && batch.failed > 0 && <Text c="var(--warn)">{t('studio.showSound.failed', { n: batch.failed })}</Text>}
      {stale > 0 && (
        <Alert
          variant="outline"
          color="after"
          icon={<IconRefresh aria-hidden />}
          title={t('studio.showSound.stale', { n: stale })}
        >
          <Text>{t('studio.showSound.staleHint')}</Text>
          <Group mt="sm" gap="md">
            <Button size="sm" variant="default" loading={act.isPending} onClick={() => act.mutate('begin')}>
              {t('studio.showSound.render', { n: stale })}
            </Button>
            {mayPublish && (
              <Checkbox
                label={t('studio.showSound.release')}
                checked={release}
                onChange={(event) => setRelease(event.currentTarget.checked)}
              />
            )}
          </Group>
        </Alert>
      )}
    </Stack>
  );
}
