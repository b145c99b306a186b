import { Button, Text } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useKits } from '../../../api/kit.calls';
import type { Episode } from '../../../api/types';
import { useWords } from '../../../words/words';
import { Section } from '../section';

/** In the workspace: who has a page and got the kit, with the way to its screen. */
export function KitSection({ episode }: { episode: Episode }) {
  const { t } = useWords();
  const { data } = useKits({ showId: episode.showId, episodeId: episode.id });
  const sent = data?.items.filter(({ letters }) =>
    letters.some((each) => each.kind === 'kit' && each.state === 'sent'),
  );
  const refused = data?.items.filter(({ letters }) => letters[0]?.state === 'refused') ?? [];
  return (
    <Section id="kit" title={t('kitdesk.title')} hint={t('kitdesk.intro')}>
      {data && sent && <Text>{t('kitdesk.counts', { n: data.items.length, sent: sent.length })}</Text>}
      {refused.map(({ linkId, personName }) => (
        <Text key={linkId} c="var(--bad)" fw={600}>
          {t('kitdesk.bouncedShort', { name: personName })}
        </Text>
      ))}
      <Button
        mt="sm"
        variant="default"
        component={Link}
        to={`/shows/${episode.showId}/episodes/${episode.id}/kit`}
        leftSection={<IconGift size={17} aria-hidden />}
      >
        {t('kitdesk.open')}
      </Button>
    </Section>
  );
}
