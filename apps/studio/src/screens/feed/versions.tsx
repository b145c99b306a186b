import { Group, Pagination, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Feed, feedKeys, type FeedVersion, listVersions } from '../../api/feed.calls';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { useWords } from '../../words/words';
import classes from './feed.module.css';
import { RestoreDialog } from './restore-dialog';
import { VersionRow } from './version-row';

/** Every version of a feed, newest first: what it changed, its bytes, and putting it back. */
export function Versions({ showId, feed, mayRestore }: { showId: string; feed: Feed; mayRestore: boolean }) {
  const { t } = useWords();
  const [page, setPage] = useState(1);
  const [restoring, setRestoring] = useState<FeedVersion | null>(null);
  const versions = useQuery({
    queryKey: [...feedKeys.versions(feed.id, page), feed.served?.changedAt],
    queryFn: () => listVersions(showId, feed.id, page),
    placeholderData: (before) => before,
  });
  return (
    <section aria-labelledby="feed-versions">
      <Title order={2} id="feed-versions" mb={6}>
        {t('feed.versions.title')}
      </Title>
      {versions.isPending && <Loading rows={3} />}
      {versions.isError && <ErrorNote error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.data?.total === 0 && <Text className="soft">{t('feed.versions.none')}</Text>}
      <ul className={`plain-list ${classes.versions}`}>
        {versions.data?.items.map((version) => (
          <VersionRow
            key={version.id}
            showId={showId}
            feedId={feed.id}
            version={version}
            onRestore={mayRestore && version.state === 'past' ? () => setRestoring(version) : undefined}
          />
        ))}
      </ul>
      {(versions.data?.pages ?? 1) > 1 && (
        <Group mt="md">
          <Pagination total={versions.data!.pages} value={page} onChange={setPage} />
        </Group>
      )}
      {restoring && (
        <RestoreDialog showId={showId} feedId={feed.id} version={restoring} onClose={() => setRestoring(null)} />
      )}
    </section>
  );
}
