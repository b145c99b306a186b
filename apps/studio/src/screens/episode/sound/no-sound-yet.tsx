import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Episode, Recording } from '../../../api/types';
import { latestRevision } from '../../../live/latest-revision';
import { useWords } from '../../../words/words';
import { Work } from './work';

/** Nothing was measured yet: the work on it, or the way to the place where a recording is dropped. */
export function NoSoundYet({
  episode,
  recording,
  mayEdit,
}: {
  episode: Episode;
  recording: Recording;
  mayEdit: boolean;
}) {
  const { t } = useWords();
  const revision = latestRevision(recording);
  if (revision) return <Work episode={episode} revision={revision} mayEdit={mayEdit} />;
  return (
    <Stack align="flex-start" gap="xs">
      <Text className="soft">{t('studio.sound.notYet')}</Text>
      <Anchor component={Link} to={`/shows/${episode.showId}/episodes/${episode.id}#sound`}>
        {t('studio.sound.toEpisode')}
      </Anchor>
    </Stack>
  );
}
