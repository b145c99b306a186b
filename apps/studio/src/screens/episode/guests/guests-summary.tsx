import { Button, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useGuests } from '../../../api/guest.calls';
import type { Episode } from '../../../api/types';
import { useWords } from '../../../words/words';

/** In the workspace: what waits, and the way to links, consents and corrections. */
export function GuestsSummary({ episode }: { episode: Episode }) {
  const { t } = useWords();
  const { data } = useGuests({ showId: episode.showId, episodeId: episode.id });
  if (episode.working.people.length === 0) return null;
  const open = data?.items.flatMap(({ corrections }) => corrections.filter(({ state }) => state === 'open')) ?? [];
  return (
    <div style={{ marginTop: 22 }}>
      {data?.isReleased && (
        <Text size="sm" className="soft">
          {t('people.edit.frozen')}
        </Text>
      )}
      {open.length > 0 && <Text fw={600}>{t('people.board.waiting', { n: open.length })}</Text>}
      <Button
        mt="xs"
        variant="default"
        component={Link}
        to={`/shows/${episode.showId}/episodes/${episode.id}/guests`}
        leftSection={<IconUsers size={17} aria-hidden />}
      >
        {t('people.board.open')}
      </Button>
    </div>
  );
}
