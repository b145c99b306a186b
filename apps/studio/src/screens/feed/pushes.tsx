import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type FeedPushes, healthKey, tellOfFeed } from '../../api/feed-health.calls';
import { queryClient } from '../../api/queries';
import { toSentence } from '../../parts/error-note';
import { tell, tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import classes from './health.module.css';
import { PushRow } from './push-row';

interface Props {
  showId: string;
  feedId: string;
  pushes: FeedPushes;
  mayTell: boolean;
}

/** Whom a change is told, or why nobody; what was told, what waits and what did not arrive. */
export function Pushes({ showId, feedId, pushes, mayTell }: Props) {
  const words = useWords();
  const { t } = words;
  const act = useMutation({
    mutationFn: () => tellOfFeed(showId, feedId),
    onSuccess: () => tell(t('push.told.asked')),
    onError: (error) => tellProblem(toSentence(error, words)),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: healthKey(feedId) }),
  });
  const { silence, hubs, podping, items } = pushes;
  return (
    <section aria-labelledby="feed-told">
      <Group justify="space-between" mb={6}>
        <Title order={2} id="feed-told">
          {t('push.told.title')}
        </Title>
        {mayTell && !silence && (
          <Button size="sm" variant="default" loading={act.isPending} onClick={() => act.mutate()}>
            {t('push.told.now')}
          </Button>
        )}
      </Group>
      {silence ? (
        <Text>
          {t(`push.silence.${silence}`)}{' '}
          {silence === 'switched-off' && mayTell && (
            <Anchor component={Link} to={`/shows/${showId}/settings`}>
              {t('push.silence.settings')}
            </Anchor>
          )}
        </Text>
      ) : (
        <Targets hubs={hubs} podping={podping} />
      )}
      {items.length === 0 && !silence && (
        <Text className="soft" mt="sm">
          {t('push.told.none')}
        </Text>
      )}
      {items.length > 0 && (
        <ul className={`plain-list ${classes.pushes}`}>
          {items.map((push) => (
            <PushRow key={push.id} push={push} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Targets({ hubs, podping }: Pick<FeedPushes, 'hubs' | 'podping'>) {
  const { t } = useWords();
  const targets = [
    ...hubs.map((address) => ({ name: t('push.target.websub'), address })),
    ...(podping ? [{ name: t('push.target.podping'), address: podping }] : []),
  ];
  return (
    <>
      <Text className="soft">{t('push.told.text')}</Text>
      <dl className={classes.facts}>
        {targets.map(({ name, address }) => (
          <div key={address}>
            <dt>{name}</dt>
            <dd>{address}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
