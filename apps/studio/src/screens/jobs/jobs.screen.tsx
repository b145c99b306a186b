import { Button, Chip, Group, Text } from '@mantine/core';
import '@mantine/core/styles/Chip.css';
import { useState } from 'react';
import { useShows, useWork } from '../../api/queries';
import type { Job, Jobs } from '../../api/types';
import { isUnderWay } from '../../live/is-under-way';
import { Empty } from '../../parts/empty';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { PageTitle } from '../../parts/page-title';
import { textOf } from '../../parts/text-of';
import { useWords } from '../../words/words';
import { Section } from '../home/section';
import { BatchRow } from './batch-row';
import { JobRow } from './job-row';
import { useJobAct, verbOf } from './use-job-act';
import { useJobKeys } from './use-job-keys';
import { WorkerHealth } from './worker-health';

/** Everything that runs or ran: who works, what somebody waits for, what is made in the background, and what has ended. */
export function JobsScreen() {
  const { t } = useWords();
  const work = useWork();
  return (
    <>
      <PageTitle title={t('studio.jobs.title')} />
      {work.isPending && <Loading />}
      {work.isError && <ErrorNote error={work.error} onRetry={() => void work.refetch()} />}
      {work.data && <WorkerHealth workers={work.data.workers} />}
      {work.data?.items.length === 0 && work.data.batches.length === 0 && (
        <Empty title={t('studio.jobs.idle')} text={t('studio.jobs.idleText')} />
      )}
      {work.data && <JobLists jobs={work.data} />}
    </>
  );
}

function JobLists({ jobs: { items, batches } }: { jobs: Jobs }) {
  const { t } = useWords();
  const [isFailedOnly, setFailedOnly] = useState(false);
  const toTitle = useShowTitles();
  const act = useJobAct();
  useJobKeys((verb, id) => {
    const job = items.find((each) => each.id === id);
    if (job && verbOf(job) === verb && !act.isPending) act.mutate({ verb, jobs: [job] });
  });
  const acting = act.isPending ? act.variables.jobs : [];
  const row = (job: Job) => (
    <JobRow
      key={job.id}
      job={job}
      showTitle={toTitle(job.showId)}
      isActing={acting.includes(job)}
      onVerb={(verb) => act.mutate({ verb, jobs: [job] })}
    />
  );
  const open = items.filter((job) => isUnderWay(job.state)).sort((a, b) => toPlace(a) - toPlace(b));
  const ended = items.filter((job) => !isUnderWay(job.state));
  const failed = ended.filter((job) => job.state === 'failed');
  if (items.length + batches.length === 0) return null;
  return (
    <>
      <Section title={t('studio.home.running')} empty={t('studio.jobs.idle')}>
        {open.filter(({ urgency }) => urgency === 'now').map(row)}
      </Section>
      <Section title={t('studio.jobs.background')}>
        {batches.map((batch) => (
          <BatchRow key={batch.showId} batch={batch} title={toTitle(batch.showId) ?? t('studio.jobs.title')} />
        ))}
        {open.filter(({ urgency }) => urgency === 'batch').map(row)}
      </Section>
      <Section title={t('studio.jobs.ended')}>
        {failed.length > 1 && (
          <Group gap="sm" py="sm">
            <Chip size="sm" checked={isFailedOnly} onChange={setFailedOnly}>
              {t('studio.jobs.onlyFailed', { n: failed.length })}
            </Chip>
            <Button size="xs" variant="default" onClick={() => act.mutate({ verb: 'retry', jobs: failed })}>
              {t('studio.jobs.retryAll', { n: failed.length })}
            </Button>
          </Group>
        )}
        {(isFailedOnly && failed.length > 1 ? failed : ended).map(row)}
      </Section>
      <Text size="sm" className="soft" mt="lg">
        {t('studio.jobs.keys')}
      </Text>
    </>
  );
}

/** What runs is before what waits, in the order of their turns. */
function toPlace({ state, outlook }: Job): number {
  return state === 'running' ? -1 : (outlook?.ahead ?? 0);
}

function useShowTitles(): (showId: string) => string | null {
  const { language } = useWords();
  const shows = useShows();
  return (showId) => {
    const show = shows.data?.find(({ id }) => id === showId);
    return show ? textOf(show.texts, language, 'title', show.slug) : null;
  };
}
