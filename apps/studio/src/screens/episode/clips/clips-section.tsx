import { Button, Text } from '@mantine/core';
import { IconScissors } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useHighlights } from '../../../api/clip.calls';
import type { Episode } from '../../../api/types';
import { useWords } from '../../../words/words';
import { Section } from '../section';

/** In the workspace: how many there are and how many were approved, with the way to their screen. */
export function ClipsSection({ episode }: { episode: Episode }) {
  const { t } = useWords();
  const { data } = useHighlights({ showId: episode.showId, episodeId: episode.id });
  const items = [...(data?.clips ?? []), ...(data?.quotes ?? [])].filter(({ state }) => state !== 'proposed');
  const counts = {
    n: items.length,
    approved: items.filter(({ state, isStale }) => state === 'approved' && !isStale).length,
    asked: items.filter(({ state }) => state === 'asked').length,
  };
  return (
    <Section id="clips" title={t('clip.screen.title')} hint={t('clip.screen.intro')}>
      {data && <Text>{t('clip.screen.counts', counts)}</Text>}
      <Button
        mt="sm"
        variant="default"
        component={Link}
        to={`/shows/${episode.showId}/episodes/${episode.id}/clips`}
        leftSection={<IconScissors size={17} aria-hidden />}
      >
        {t('clip.screen.open')}
      </Button>
    </Section>
  );
}
