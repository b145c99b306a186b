import { Button, Group, Progress, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircleDashed, IconLoader2, IconX } from '@tabler/icons-react';
import type { Episode, Revision, StepState, WorkState } from '../../../api/types';
import { useOutlookWords } from '../../../live/outlook-words';
import { useStepWords } from '../../../live/step-words';
import { useWords } from '../../../words/words';
import classes from '../episode.module.css';
import { Failure } from './failure';
import { FileFacts } from './file-facts';
import { useWork } from './use-work';

interface Props {
  episode: Episode;
  revision: Revision;
  mayEdit: boolean;
}

/** The steps in words, live; a share only when it is measured; cancel, retry, and one sentence when it failed. */
export function Work({ episode, revision, mayEdit }: Props) {
  const { t } = useWords();
  const stepWords = useStepWords();
  const outlook = useOutlookWords();
  const { act, isBusy } = useWork(episode, revision);
  return (
    <div>
      <FileFacts revision={revision} />
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
      <Failure revision={revision} />
      {mayEdit && (
        <Group mt="sm" gap="sm">
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
          {isBusy && (
            <Text size="sm" className="soft">
              {outlook(revision)}
            </Text>
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
