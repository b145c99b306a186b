import { Button, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { feedKeys, listFeeds } from '../../api/feed.calls';
import { useMe } from '../../api/queries';
import { Empty } from '../../parts/empty';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { useWords } from '../../words/words';
import { useLoadedShow } from '../show/show.layout';
import { FeedHead } from './feed-head';
import { useFeedName } from './feed-name';
import { FeedHealth } from './health';
import { LastCheck } from './last-check';
import { Versions } from './versions';

/** What podcast apps get of a show: its feeds, what is wrong with them, and what was served before. */
export function FeedScreen() {
  const { t } = useWords();
  const show = useLoadedShow();
  const me = useMe();
  const nameOf = useFeedName();
  const [chosen, setChosen] = useState<string | null>(null);
  const feeds = useQuery({
    queryKey: feedKeys.feeds(show.id),
    queryFn: () => listFeeds(show.id),
    refetchInterval: ({ state }) => (state.data?.items.some(isMoving) ? 1_500 : 15_000),
  });
  if (feeds.isPending) return <Loading rows={4} />;
  if (feeds.isError) return <ErrorNote error={feeds.error} onRetry={() => void feeds.refetch()} />;
  const { items, silenced } = feeds.data;
  const feed = items.find(({ id }) => id === chosen) ?? items[0];
  if (!feed || (!feed.served && !feed.isBuilding)) {
    return (
      <Empty title={t('feed.empty.title')} text={t('feed.empty.text')}>
        <Button component={Link} to={`/shows/${show.id}/settings`}>
          {t('feed.empty.action')}
        </Button>
      </Empty>
    );
  }
  const role = me.data?.isInstanceOwner ? 'owner' : show.role;
  const mayChange = role === 'owner' || role === 'producer';
  return (
    <Stack gap="xl" maw={860}>
      <Text className="soft">{t('feed.intro')}</Text>
      {items.length > 1 && (
        <Select
          label={t('feed.choose')}
          data={items.map((each) => ({ value: each.id, label: nameOf(each) }))}
          value={feed.id}
          allowDeselect={false}
          onChange={setChosen}
          maw={420}
        />
      )}
      <FeedHead feed={feed} />
      <LastCheck
        showId={show.id}
        feed={feed}
        silenced={silenced}
        mayLook={mayChange || role === 'editor'}
        mayChange={mayChange}
      />
      <FeedHealth key={`health-${feed.id}`} showId={show.id} feed={feed} mayTell={mayChange} />
      <Versions key={feed.id} showId={show.id} feed={feed} mayRestore={mayChange} />
    </Stack>
  );
}

const isMoving = ({ isBuilding, check }: { isBuilding: boolean; check: { isRunning: boolean } | null }) =>
  isBuilding || check?.isRunning === true;
