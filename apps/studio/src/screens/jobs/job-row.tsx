import { Button, Progress, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Job } from '../../api/types';
import { isUnderWay } from '../../live/is-under-way';
import { useOutlookWords } from '../../live/outlook-words';
import { useStepWords } from '../../live/step-words';
import { WorkStateBadge } from '../../parts/state-badge';
import { useWords } from '../../words/words';
import classes from '../home/home.module.css';
import { type JobVerb, titleOf, verbOf } from './use-job-act';

interface Props {
  job: Job;
  /** Named where there are several. */
  showTitle: string | null;
  isActing: boolean;
  onVerb(verb: JobVerb): void;
}

/** One recording's work: what, for which episode, how far, what is to be expected, and what went wrong in one sentence. */
export function JobRow({ job, showTitle, isActing, onVerb }: Props) {
  const { t, ago } = useWords();
  const verb = verbOf(job);
  const title = titleOf(job);
  const when = job.finishedAt ?? job.startedAt;
  const place = [t(`studio.sound.origin.${job.origin}`), showTitle].filter(Boolean).join(' · ');
  return (
    <div className={classes.row} data-job={job.id}>
      <span className={classes.text}>
        <Link to={job.episodeId ? `/shows/${job.showId}/episodes/${job.episodeId}/sound` : `/shows/${job.showId}`}>
          <strong className="clamp">{title}</strong>
        </Link>
        <span>{place}</span>
        {isUnderWay(job.state) && <UnderWay job={job} title={title} />}
        {job.state === 'failed' && (
          <>
            <Text size="sm" c="var(--bad)">
              {job.error?.message}
            </Text>
            <span>{t('studio.jobs.meanwhile')}</span>
          </>
        )}
      </span>
      <span className={classes.side}>
        <WorkStateBadge state={job.state} />
        <span>
          {job.state === 'running' && when ? t('studio.jobs.started', { when: ago(when) }) : ago(when ?? job.createdAt)}
        </span>
      </span>
      {verb && (
        <Button
          size="xs"
          variant="default"
          loading={isActing}
          onClick={() => onVerb(verb)}
          aria-label={t(verb === 'retry' ? 'studio.jobs.retryNamed' : 'studio.jobs.cancelNamed', { title })}
        >
          {t(verb === 'retry' ? 'studio.sound.retry' : 'studio.sound.cancel')}
        </Button>
      )}
    </div>
  );
}

/** A share only when it is measured. */
function UnderWay({ job, title }: { job: Job; title: string }) {
  const { t, number } = useWords();
  const stepWords = useStepWords();
  const outlook = useOutlookWords()(job);
  const measured = job.state === 'running' ? job.progress : null;
  const percent = measured !== null && t('studio.percent', { n: number(measured * 100) });
  return (
    <>
      <span>{[stepWords(job.step, job.state), percent, outlook].filter(Boolean).join(' · ')}</span>
      {measured !== null && (
        <Progress value={measured * 100} color="after" size="sm" radius={0} maw={420} aria-label={title} />
      )}
    </>
  );
}
