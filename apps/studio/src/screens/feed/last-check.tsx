import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { checkFeed, type Feed, feedKeys, hearAdvice, silenceAdvice } from '../../api/feed.calls';
import { queryClient } from '../../api/queries';
import { toSentence } from '../../parts/error-note';
import { tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import { AdviceList, useAdviceWords } from './advice-list';

interface Props {
  showId: string;
  feed: Feed;
  silenced: readonly string[];
  mayLook: boolean;
  mayChange: boolean;
}

/** What the last look at a feed found, with a way to each field; what is meant like this can be said so. */
export function LastCheck({ showId, feed, silenced, mayLook, mayChange }: Props) {
  const words = useWords();
  const { t } = words;
  const adviceWords = useAdviceWords();
  const refresh = () => queryClient.invalidateQueries({ queryKey: feedKeys.feeds(showId) });
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: () => void refresh(),
    onError: (error) => tellProblem(toSentence(error, words)),
  });
  const { check } = feed;
  return (
    <section aria-labelledby="feed-check">
      <Group justify="space-between" mb={6}>
        <Title order={2} id="feed-check">
          {t('feed.check.title')}
        </Title>
        {mayLook && (
          <Button
            size="sm"
            variant="default"
            loading={act.isPending || check?.isRunning === true}
            onClick={() => act.mutate(() => checkFeed(showId, feed.id))}
          >
            {t('feed.check.again')}
          </Button>
        )}
      </Group>
      <CheckNote feed={feed} />
      {check && check.advice.length > 0 && (
        <AdviceList
          advice={check.advice}
          showId={showId}
          onSilence={mayChange ? (id) => act.mutate(() => silenceAdvice(showId, id)) : undefined}
        />
      )}
      {check && check.count > check.advice.length && (
        <Text className="soft" mt="xs">
          {t('feed.check.more', { n: check.count - check.advice.length })}
        </Text>
      )}
      {silenced.length > 0 && (
        <Stack gap={4} mt="md">
          {silenced.map((id) => (
            <Text key={id} size="sm" className="soft">
              {t('feed.advice.silenced', { what: adviceWords({ id, params: {} }) })}{' '}
              {mayChange && (
                <Anchor component="button" type="button" onClick={() => act.mutate(() => hearAdvice(showId, id))}>
                  {t('feed.advice.unsilence')}
                </Anchor>
              )}
            </Text>
          ))}
        </Stack>
      )}
    </section>
  );
}

function CheckNote({ feed: { check } }: { feed: Feed }) {
  const { t, ago } = useWords();
  if (!check?.checkedAt) {
    return <Text className="soft">{check?.isRunning ? t('feed.check.running') : t('feed.check.never')}</Text>;
  }
  const blocking = check.advice.filter(({ level }) => level === 'blocking').length;
  const advisory = check.count - blocking;
  const both = blocking > 0 && advisory > 0 ? 'yes' : 'no';
  return (
    <Stack gap={2} aria-live="polite">
      <Text className="soft">
        {t('feed.check.at', { when: ago(check.checkedAt), n: check.items })}{' '}
        {check.isStale && !check.isRunning && t('feed.check.stale')}
      </Text>
      {check.count === 0 ? (
        <Text c="var(--good)">{t('feed.check.fine')}</Text>
      ) : (
        <Text fw={600}>{t('feed.check.found', { blocking, advisory, both })}</Text>
      )}
    </Stack>
  );
}
