import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircleDashed, IconLoader2, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { cancelRecording, retryRecording } from '../../../api/media.calls';
import { keys, queryClient } from '../../../api/queries';
import { isUnderWay } from '../../../live/is-under-way';
import type { Episode, Revision, StepState, WorkState } from '../../../api/types';
import { useStepWords } from '../../../live/step-words';
import { announceProgress } from '../../../parts/announcer';
import { toSentence } from '../../../parts/error-note';
import { tellProblem } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import classes from '../episode.module.css';

interface Props {
  episode: Episode;
  revision: Revision;
  mayEdit: boolean;
}

/** The steps in words, live; a share only when it is measured; cancel, retry, and one sentence when it failed. */
export function Work({ episode, revision, mayEdit }: Props) {
  const words = useWords();
  const { t, duration, bytes } = words;
  const stepWords = useStepWords();
  const refresh = () => void queryClient.invalidateQueries({ queryKey: keys.recording(episode.id) });
  const act = useMutation({
    mutationFn: (what: 'retry' | 'cancel') =>
      (what === 'retry' ? retryRecording : cancelRecording)(episode.showId, episode.id),
    onSettled: refresh,
    onError: (error) => tellProblem(toSentence(error, words)),
  });
  const isBusy = isUnderWay(revision.state);
  const sentence = stepWords(revision.step, revision.state);
  useEffect(() => {
    if (isBusy) announceProgress(sentence);
  }, [isBusy, sentence]);
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{revision.originalName || t('studio.sound.title')}</Text>
        <Text size="sm" className="soft">
          {[
            revision.durationMs ? duration(revision.durationMs) : '',
            revision.mp3 ? t('studio.sound.mp3', { size: bytes(revision.mp3.bytes) }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Group>
      {revision.state === 'done' ? (
        <Text c="var(--good)" size="sm">
          <IconCheck size={16} aria-hidden style={{ verticalAlign: -3 }} /> {t('studio.sound.ready')}
        </Text>
      ) : (
        <ol className={`plain-list ${classes.steps}`} aria-label={t('studio.sound.steps')}>
          {revision.steps.map((step) => (
            <StepRow key={step.name} step={step} words={stepWords(step.name, 'running')} />
          ))}
        </ol>
      )}
      {revision.state === 'failed' && (
        <Alert role="alert" variant="outline" icon={<IconAlertTriangle aria-hidden />} title={t('studio.sound.failed')}>
          <Text>{revision.error?.message || t('studio.error.unknown')}</Text>
          {revision.error && (
            <Text size="sm" className="soft">
              {t('studio.error.code', { code: revision.error.code })}
            </Text>
          )}
        </Alert>
      )}
      {mayEdit && (
        <Group mt="sm" gap="xs">
          {isBusy && (
            <Button size="sm" variant="default" loading={act.isPending} onClick={() => act.mutate('cancel')}>
              {t('studio.sound.cancel')}
            </Button>
          )}
          {(revision.state === 'failed' || revision.state === 'cancelled') && (
            <Button size="sm" variant="default" loading={act.isPending} onClick={() => act.mutate('retry')}>
              {t('studio.sound.retry')}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}

const icons: Record<WorkState, typeof IconCheck> = {
  waiting: IconCircleDashed,
  running: IconLoader2,
  'needs-you': IconAlertTriangle,
  done: IconCheck,
  failed: IconAlertTriangle,
  cancelled: IconX,
};

function StepRow({ step, words }: { step: StepState; words: string }) {
  const { t, number } = useWords();
  const Icon = icons[step.state];
  const measured = step.state === 'running' && step.progress !== null ? step.progress : null;
  return (
    <li className={classes.step} data-state={step.state} aria-current={step.state === 'running' ? 'step' : undefined}>
      <Icon size={18} aria-hidden className={step.state === 'running' ? classes.spin : undefined} />
      <span>
        {words}
        {measured !== null && (
          <Progress value={measured * 100} size="sm" radius={0} color="after" mt={4} aria-label={words} />
        )}
      </span>
      <span>{measured !== null && t('studio.percent', { n: number(measured * 100) })}</span>
    </li>
  );
}
