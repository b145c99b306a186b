import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Feed } from '../../api/feed.calls';
import { getFeedHealth, healthKey } from '../../api/feed-health.calls';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { FetchDays } from './fetch-days';
import { Pushes } from './pushes';
import { WhoHasIt } from './who-has-it';

interface Props {
  showId: string;
  feed: Feed;
  /** May tell hubs by hand, and change the show's settings. */
  mayTell: boolean;
}

/** How a feed is doing: who has what it says now, how often it is fetched, who was told of changes. */
export function FeedHealth({ showId, feed, mayTell }: Props) {
  const health = useQuery({
    // A change makes the counts of who has it begin again.
    queryKey: [...healthKey(feed.id), feed.served?.changedAt],
    queryFn: () => getFeedHealth(showId, feed.id),
    refetchInterval: ({ state }) => (state.data?.push.items.some(isOnItsWay) ? 2_000 : 30_000),
    placeholderData: (before) => before,
  });
  if (health.isPending) return <Loading rows={3} />;
  if (health.isError) return <ErrorNote error={health.error} onRetry={() => void health.refetch()} />;
  const { data } = health;
  return (
    <Stack gap="xl">
      {data.served && <WhoHasIt served={data.served} apps={data.apps} />}
      <FetchDays days={data.days} unchangedShare={data.unchangedShare} />
      <Pushes showId={showId} feedId={feed.id} pushes={data.push} mayTell={mayTell} />
    </Stack>
  );
}

/** Not tried yet: an answer is a matter of seconds. */
const isOnItsWay = ({ state, tries }: { state: string; tries: number }) => state === 'waiting' && tries === 0;
