import { Button, Progress } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { keys, queryClient } from '../../api/queries';
import { stopRenders } from '../../api/sound.calls';
import type { Jobs } from '../../api/types';
import { toSentence } from '../../parts/error-note';
import { tell, tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import classes from '../home/home.module.css';

interface Props {
  batch: Jobs['batches'][number];
  title: string;
}

/** A show's recordings that are made anew in the background: how many of how many, and how to stop. */
export function BatchRow({ batch: { showId, waiting, running, done, failed }, title }: Props) {
  const words = useWords();
  const { t } = words;
  const total = waiting + running + done + failed;
  const stop = useMutation({
    mutationFn: () => stopRenders(showId),
    onSuccess: () => tell(t('studio.jobs.batchStopped')),
    onError: (error) => tellProblem(toSentence(error, words)),
    onSettled: () => {
      for (const queryKey of [keys.jobs, keys.showSound(showId)]) void queryClient.invalidateQueries({ queryKey });
    },
  });
  const name = t('studio.jobs.batch', { title });
  return (
    <div className={classes.row}>
      <span className={classes.text}>
        <Link to={`/shows/${showId}/settings`}>
          <strong className="clamp">{name}</strong>
        </Link>
        <span>{t('studio.jobs.batchCounts', { done, total, failed, waiting })}</span>
        <Progress
          value={((done + failed) / total) * 100}
          color="after"
          size="sm"
          radius={0}
          maw={420}
          aria-label={name}
        />
      </span>
      {waiting > 0 && (
        <Button size="xs" variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
          {t('studio.jobs.stopBatch')}
        </Button>
      )}
    </div>
  );
}
