import { Alert, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { Feed } from '../../api/feed.calls';
import { CopyField } from '../../parts/copy-field';
import { useWords } from '../../words/words';
import classes from './feed.module.css';

/** The address of a feed to copy, and how it stands. */
export function FeedHead({ feed }: { feed: Feed }) {
  const { t, bytes, dateTime, ago } = useWords();
  const { served } = feed;
  const facts = served && [
    t('feed.items', { n: served.items }),
    ...(served.pages > 1 ? [t('feed.pages', { n: served.pages })] : []),
    t('feed.size', { plain: bytes(served.bytes), sent: bytes(served.sentBytes) }),
    t('feed.changed', { when: ago(served.changedAt) }),
  ];
  return (
    <Stack gap="sm">
      {feed.url && <CopyField label={t('feed.address')} value={feed.url} />}
      <ul className={`plain-list ${classes.facts}`} title={served ? dateTime(served.changedAt) : undefined}>
        {facts?.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
        {!served && <li>{t('feed.notBuilt')}</li>}
        {feed.isGone && <li>{t('feed.gone')}</li>}
        {feed.isBuilding && <li aria-live="polite">{t('feed.building')}</li>}
      </ul>
      {served?.restoredFrom && (
        <Alert
          role="status"
          variant="outline"
          color="gray"
          icon={<IconHistory aria-hidden />}
          title={t('feed.restored')}
        >
          <Text>{t('feed.restored.text', { when: dateTime(served.restoredFrom) })}</Text>
        </Alert>
      )}
    </Stack>
  );
}
