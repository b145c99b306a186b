import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Revision } from '../../../api/types';
import { useWords } from '../../../words/words';

/** What went wrong and what to do, in one sentence; the code for support. */
export function Failure({ revision: { state, error } }: { revision: Revision }) {
  const { t } = useWords();
  if (state !== 'failed') return null;
  return (
    <Alert role="alert" variant="outline" icon={<IconAlertTriangle aria-hidden />} title={t('studio.sound.failed')}>
      <Text>{error?.message || t('studio.error.unknown')}</Text>
      {error && (
        <Text size="sm" className="soft">
          {t('studio.error.code', { code: error.code })}
        </Text>
      )}
    </Alert>
  );
}
