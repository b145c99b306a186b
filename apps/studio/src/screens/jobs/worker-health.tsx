import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { Jobs } from '../../api/types';
import { useWords } from '../../words/words';

/** Whether anybody does the work, and what to do when nobody does. */
export function WorkerHealth({ workers: { alive, seenAt } }: { workers: Jobs['workers'] }) {
  const { t, ago } = useWords();
  if (alive === 0) {
    return (
      <Alert role="alert" variant="outline" icon={<IconAlertTriangle aria-hidden />} title={t('studio.jobs.noWorker')}>
        {seenAt ? t('studio.jobs.noWorkerSince', { when: ago(seenAt) }) : t('studio.jobs.noWorkerEver')}
      </Alert>
    );
  }
  return (
    <Text size="sm" className="soft">
      <IconCheck size={16} aria-hidden style={{ verticalAlign: -3 }} /> {t('studio.jobs.workers', { n: alive })}{' '}
      {seenAt && t('studio.jobs.workersSeen', { when: ago(seenAt) })}
    </Text>
  );
}
