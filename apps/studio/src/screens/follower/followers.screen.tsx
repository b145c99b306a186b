import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Followers, followersTableUrl, listFollowers } from '../../api/follower.calls';
import { keys, queryClient } from '../../api/queries';
import { Empty } from '../../parts/empty';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { useWords } from '../../words/words';
import classes from '../home/home.module.css';
import { useLoadedShow } from '../show/show.layout';
import { FollowerRow } from './follower-row';
import { Mailings } from './mailings';

/** From as many on, an address is looked for rather than seen. */
const manyFollowers = 8;

/** Who follows the show by mail: how many, who, what for; and the mails that went out. */
export function FollowersScreen() {
  const { t } = useWords();
  const show = useLoadedShow();
  const [find, setFind] = useState('');
  const [asked] = useDebouncedValue(find.trim(), 250);
  const followers = useFollowers(show.id, asked);
  const refresh = () => void queryClient.invalidateQueries({ queryKey: keys.followers(show.id) });
  const head = followers.data?.pages[0];
  return (
    <Stack gap="xl" maw={820}>
      <Text className="soft" maw={620}>
        {t('followers.studio.text')}
      </Text>
      {followers.isPending && <Loading />}
      {followers.isError && <ErrorNote error={followers.error} onRetry={() => void followers.refetch()} />}
      {head?.confirmed === 0 && head.waiting === 0 && (
        <Empty title={t('followers.studio.empty')} text={t('followers.studio.emptyText')} />
      )}
      {head && head.confirmed + head.waiting > 0 && (
        <section aria-labelledby="followers-title">
          <Head showId={show.id} head={head} />
          {head.confirmed > manyFollowers && (
            <TextInput
              mb="md"
              maw={380}
              type="search"
              leftSection={<IconSearch size={16} aria-hidden />}
              aria-label={t('followers.studio.find')}
              placeholder={t('followers.studio.find')}
              value={find}
              onChange={(event) => setFind(event.currentTarget.value)}
            />
          )}
          {asked !== '' && head.items.length === 0 && (
            <Text role="status">{t('followers.studio.notFound', { find: asked })}</Text>
          )}
          <ul className={`plain-list ${head.items.length > 0 ? classes.rows : ''}`}>
            {followers.data?.pages.flatMap(({ items }) =>
              items.map((follower) => (
                <FollowerRow key={follower.id} showId={show.id} follower={follower} onRemoved={refresh} />
              )),
            )}
          </ul>
          {followers.hasNextPage && (
            <Button
              mt="md"
              variant="default"
              loading={followers.isFetchingNextPage}
              onClick={() => void followers.fetchNextPage()}
            >
              {t('followers.studio.more')}
            </Button>
          )}
        </section>
      )}
      <Mailings showId={show.id} />
    </Stack>
  );
}

function useFollowers(showId: string, find: string) {
  return useInfiniteQuery({
    queryKey: [...keys.followers(showId), find],
    queryFn: ({ pageParam }) => listFollowers(showId, find, pageParam),
    initialPageParam: 1,
    getNextPageParam: (last: Followers, pages) => (last.hasMore ? pages.length + 1 : undefined),
    placeholderData: keepPreviousData,
  });
}

/** How many, and the table for whoever asks for it. */
function Head({ showId, head: { confirmed, waiting } }: { showId: string; head: Followers }) {
  const { t, region } = useWords();
  return (
    <Group justify="space-between" align="flex-end" className={classes.title}>
      <div>
        <Title order={2} id="followers-title">
          {t('followers.studio.confirmed', { n: confirmed })}
        </Title>
        {waiting > 0 && <Text className="soft">{t('followers.studio.waiting', { n: waiting })}</Text>}
      </div>
      {confirmed > 0 && (
        <Button
          component="a"
          href={followersTableUrl(showId, region)}
          download="followers.csv"
          size="sm"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('followers.studio.export')}
        </Button>
      )}
    </Group>
  );
}
