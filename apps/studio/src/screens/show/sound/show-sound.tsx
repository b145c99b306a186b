import { Divider, Stack, Text, Title } from '@mantine/core';
import { useShowSound } from '../../../api/queries';
import type { Show } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { Loading } from '../../../parts/loading';
import { useWords } from '../../../words/words';
import { Catalogue } from './catalogue';
import { DefaultsForm } from './defaults-form';
import { Pieces } from './pieces';

/** How the show wants its sound: settings for every episode, pieces before and after, and the catalogue made anew. */
export function ShowSoundPart({ show }: { show: Show }) {
  const { t } = useWords();
  const sound = useShowSound(show.id);
  const mayPublish = show.role === null || show.role === 'owner' || show.role === 'producer';
  return (
    <>
      <Divider />
      <Stack gap="md" id="sound">
        <div>
          <Title order={2}>{t('studio.showSound.title')}</Title>
          <Text className="soft" size="sm">
            {t('studio.showSound.hint')}
          </Text>
        </div>
        {sound.isPending && <Loading rows={2} height={90} />}
        {sound.isError && <ErrorNote error={sound.error} onRetry={() => void sound.refetch()} />}
        {sound.data && (
          <>
            <Catalogue showId={show.id} sound={sound.data} mayPublish={mayPublish} />
            <DefaultsForm key={sound.data.version} showId={show.id} sound={sound.data} />
            <Pieces showId={show.id} pieces={sound.data.pieces} />
          </>
        )}
      </Stack>
    </>
  );
}
