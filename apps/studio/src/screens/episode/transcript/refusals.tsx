import { Alert } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Transcripts } from '../../../api/transcript.calls';
import type { Episode } from '../../../api/types';
import { useWords } from '../../../words/words';

/** Why readers do not see a text: whose word it was, and where that can be looked at. */
export function Refusals({ episode, refusals }: { episode: Episode; refusals: Transcripts['refusals'] }) {
  const { t } = useWords();
  if (refusals.length === 0) return null;
  return (
    <Alert variant="outline" color="accent" icon={<IconEyeOff aria-hidden />} mb="md">
      {refusals.map(({ personId, name, what, hasLeft }) => (
        <p key={personId} style={{ margin: '0 0 6px' }}>
          {t('studio.transcript.refused', { name, what: hasLeft ? 'left' : what })}
        </p>
      ))}
      <Link to={`/shows/${episode.showId}/episodes/${episode.id}/guests`}>{t('people.board.open')}</Link>
    </Alert>
  );
}
