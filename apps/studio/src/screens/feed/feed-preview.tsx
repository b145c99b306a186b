import { Code, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { feedKeys, getFeedPreview } from '../../api/feed.calls';
import type { Episode } from '../../api/types';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { useWords } from '../../words/words';
import { AdviceList } from './advice-list';
import { AppEffects } from './app-effects';
import { DiffView } from './diff-view';
import classes from './feed.module.css';

interface Props {
  episode: Episode;
  onJump(field: string): void;
}

/** What the panel says of what blocks a release need not be said twice. */
const saidAbove = new Set(['no-audio', 'no-title', 'no-cover', 'no-category', 'number-missing', 'no-notes', 'empty']);

/** What releasing the episode as it stands would do to the feed: advice, what apps will see, every field, the item itself. */
export function FeedPreview({ episode, onJump }: Props) {
  const { t, dateTime } = useWords();
  const preview = useQuery({
    queryKey: [...feedKeys.preview(episode.id), episode.working.versions, episode.state],
    queryFn: () => getFeedPreview(episode.showId, episode.id),
  });
  const advice = preview.data?.advice.filter(({ id }) => !saidAbove.has(id)) ?? [];
  return (
    <section aria-labelledby="feed-preview">
      <Title order={3} id="feed-preview" mb={6}>
        {t('feed.preview.title')}
      </Title>
      {preview.isPending && <Loading rows={2} />}
      {preview.isError && <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && (
        <Stack gap="md">
          {advice.length === 0 ? (
            <Text c="var(--good)">{t('feed.preview.fine')}</Text>
          ) : (
            <AdviceList advice={advice} showId={episode.showId} onJump={onJump} />
          )}
          {preview.data.opensAt && <Text>{t('feed.preview.opens', { when: dateTime(preview.data.opensAt) })}</Text>}
          {preview.data.itemXml === '' ? (
            <Text className="soft">{t('feed.preview.noItem')}</Text>
          ) : (
            <>
              <AppEffects effects={preview.data.effects} />
              <details className={classes.details}>
                <summary>{t('feed.preview.details')}</summary>
                <DiffView diff={preview.data.diff} />
              </details>
              <details className={classes.details}>
                <summary>{t('feed.preview.item')}</summary>
                <Code block className={classes.xml}>
                  {preview.data.itemXml}
                </Code>
              </details>
            </>
          )}
        </Stack>
      )}
    </section>
  );
}
