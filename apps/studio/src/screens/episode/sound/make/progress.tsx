import { Button, Group, Progress, Text } from '@mantine/core';
import { useTabTitle } from '../../../../parts/page-title';
import type { Episode, Revision } from '../../../../api/types';
import { useOutlookWords } from '../../../../live/outlook-words';
import { useWords } from '../../../../words/words';
import { Failure } from '../failure';
import { useWork } from '../use-work';
import classes from './make.module.css';

/** The version that is being made: step, measured share, how long still; cancel, or retry from the failed step. */
export function MakeProgress({
  episode,
  revision,
  mayEdit,
}: {
  episode: Episode;
  revision: Revision;
  mayEdit: boolean;
}) {
  const { t, number } = useWords();
  const outlook = useOutlookWords();
  const { act, isBusy, sentence } = useWork(episode, revision);
  const share = revision.progress;
  const percent = share === null ? '' : t('studio.percent', { n: number(share * 100) });
  useTabTitle(isBusy ? `${percent && `(${percent}) `}${t('studio.sound.title')}` : undefined);
  const isEnded = revision.state === 'failed' || revision.state === 'cancelled';
  if (!isBusy && !isEnded) return null;
  return (
    <div className={classes.progress} data-testid="making">
      {isBusy && (
        <>
          <Text size="sm">
            <strong>{t('studio.sound.revisionOf', { n: revision.number })}</strong> · {sentence}
            {percent && ` · ${percent}`}
          </Text>
          <Progress value={(share ?? 0) * 100} color="after" size="sm" radius={0} aria-label={sentence} />
          <Text size="sm" className="soft" mih={22}>
            {outlook(revision)}
          </Text>
        </>
      )}
      {revision.state === 'cancelled' && (
        <Text size="sm">{t('studio.sound.wasCancelled', { n: revision.number })}</Text>
      )}
      <Failure revision={revision} />
      {mayEdit && (
        <Group>
          <Button
            size="sm"
            variant="default"
            loading={act.isPending}
            onClick={() => act.mutate(isBusy ? 'cancel' : 'retry')}
          >
            {t(isBusy ? 'studio.sound.cancel' : 'studio.sound.retry')}
          </Button>
        </Group>
      )}
    </div>
  );
}
