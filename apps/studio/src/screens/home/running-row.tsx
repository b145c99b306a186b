import { Progress } from '@mantine/core';
import { Link } from 'react-router';
import type { Job } from '../../api/types';
import { WorkStateBadge } from '../../parts/state-badge';
import { useStepWords } from '../../live/step-words';
import { useWords } from '../../words/words';
import classes from './home.module.css';

/** Work under way: what happens in words, a share only when it is measured. */
export function RunningRow({ job }: { job: Job }) {
  const { t, number } = useWords();
  const stepWords = useStepWords();
  const title = job.episodeTitle || job.originalName;
  return (
    <Link to={`/shows/${job.showId}/episodes/${job.episodeId}#sound`} className={classes.row}>
      <span className={classes.text}>
        <strong className="clamp">{title}</strong>
        <span>
          {stepWords(job.step, job.state)}
          {job.progress !== null &&
            job.state === 'running' &&
            ` · ${t('studio.percent', { n: number(job.progress * 100) })}`}
        </span>
        {job.progress !== null && job.state === 'running' && (
          <Progress value={job.progress * 100} color="after" size="sm" radius={0} maw={420} aria-label={title} />
        )}
      </span>
      <span className={classes.side}>
        <WorkStateBadge state={job.state} />
      </span>
    </Link>
  );
}
