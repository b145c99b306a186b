import { Button, Progress, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { cancelRecording, retryRecording } from '../../api/media.calls';
import { keys, queryClient, useJobs } from '../../api/queries';
import { isUnderWay } from '../../live/is-under-way';
import type { Job } from '../../api/types';
import { useStepWords } from '../../live/step-words';
import { Empty } from '../../parts/empty';
import { ErrorNote, toSentence } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { PageTitle } from '../../parts/page-title';
import { WorkStateBadge } from '../../parts/state-badge';
import { tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import classes from '../home/home.module.css';
import { Section } from '../home/section';

/** Everything that runs or ran: what, for which episode, how far, and what went wrong in one sentence. */
export function JobsScreen() {
  const { t } = useWords();
  const jobs = useJobs();
  const running = (jobs.data ?? []).filter((job) => isUnderWay(job.state));
  const ended = (jobs.data ?? []).filter((job) => !isUnderWay(job.state));
  return (
    <>
      <PageTitle title={t('studio.jobs.title')} />
      {jobs.isPending && <Loading />}
      {jobs.isError && <ErrorNote error={jobs.error} onRetry={() => void jobs.refetch()} />}
      {jobs.data?.length === 0 && <Empty title={t('studio.jobs.idle')} text={t('studio.jobs.idleText')} />}
      {jobs.data && jobs.data.length > 0 && (
        <>
          <Section title={t('studio.home.running')} empty={t('studio.jobs.idle')}>
            {running.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </Section>
          <Section title={t('studio.jobs.ended')}>
            {ended.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </Section>
        </>
      )}
    </>
  );
}

function JobRow({ job }: { job: Job }) {
  const words = useWords();
  const { t, ago, number } = words;
  const stepWords = useStepWords();
  const act = useMutation({
    mutationFn: (what: 'retry' | 'cancel') =>
      (what === 'retry' ? retryRecording : cancelRecording)(job.showId, job.episodeId ?? ''),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: keys.jobs }),
    onError: (error) => tellProblem(toSentence(error, words)),
  });
  const title = job.episodeTitle || job.originalName;
  const isBusy = isUnderWay(job.state);
  const measured = job.state === 'running' ? job.progress : null;
  return (
    <div className={classes.row}>
      <span className={classes.text}>
        <Link to={`/shows/${job.showId}/episodes/${job.episodeId}#sound`}>
          <strong className="clamp">{title}</strong>
        </Link>
        {isBusy && (
          <span>
            {stepWords(job.step, job.state)}
            {measured !== null && ` · ${t('studio.percent', { n: number(measured * 100) })}`}
          </span>
        )}
        {measured !== null && (
          <Progress value={measured * 100} color="after" size="sm" radius={0} maw={420} aria-label={title} />
        )}
        {job.state === 'failed' && <Text size="sm">{job.error?.message}</Text>}
        {job.state === 'failed' && <span>{t('studio.jobs.meanwhile')}</span>}
      </span>
      <span className={classes.side}>
        <WorkStateBadge state={job.state} />
        <span>{ago(job.finishedAt ?? job.createdAt)}</span>
      </span>
      {isBusy && (
        <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate('cancel')}>
          {t('studio.sound.cancel')}
        </Button>
      )}
      {(job.state === 'failed' || job.state === 'cancelled') && (
        <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate('retry')}>
          {t('studio.sound.retry')}
        </Button>
      )}
    </div>
  );
}
