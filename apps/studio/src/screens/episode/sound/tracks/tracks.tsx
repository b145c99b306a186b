import { Stack, Text } from '@mantine/core';
import { sendDigest } from '../../../../api/media.calls';
import { keys, queryClient } from '../../../../api/queries';
import type { EpisodeSound } from '../../../../api/sound.types';
import type { Episode } from '../../../../api/types';
import { tell } from '../../../../parts/toast';
import { SendButton } from '../../../../upload/send-button';
import { useWords } from '../../../../words/words';
import { useSoundAct } from '../make/use-sound-act';
import { TrackRow } from './track-row';

interface Props {
  episode: Episode;
  sound: EpisodeSound;
  mayEdit: boolean;
}

/** Further files of the same conversation, which sound together with the recording. */
export function Tracks({ episode, sound: { tracks }, mayEdit }: Props) {
  const { t } = useWords();
  const { id, showId } = episode;
  const act = useSoundAct(episode);
  const refresh = () => {
    for (const queryKey of [keys.sound(id), keys.recording(id), keys.jobs]) {
      void queryClient.invalidateQueries({ queryKey });
    }
  };
  const added = async (file: File, uploadId: string) => {
    refresh();
    tell(t('studio.sound.trackAdded', { name: file.name }));
    const { digest } = await import('../../../../upload/fingerprint');
    const sha256 = await digest(file, () => false);
    // A file that arrived changed is not mixed in: the revision fails, and the refusal is said at the button.
    if (sha256) await sendDigest(uploadId, sha256).finally(refresh);
  };
  return (
    <Stack gap="sm">
      <Text className="soft" size="sm">
        {t('studio.sound.tracksHint')}
      </Text>
      {tracks.length === 0 && <Text className="soft">{t('studio.sound.noTracks')}</Text>}
      {tracks.length > 0 && (
        <ul className="plain-list" aria-label={t('studio.sound.tracks')}>
          {tracks.map((track) => (
            <TrackRow key={track.key} {...{ episode, track, act, mayEdit }} />
          ))}
        </ul>
      )}
      {mayEdit && (
        <SendButton
          label={t('studio.sound.trackAdd')}
          fileLabel={t('studio.sound.trackFile')}
          accept="audio/*,video/*,.mkv,.flac,.opus,.wav,.aif,.aiff,.m4a,.mxf"
          meta={{ showId, episodeId: id, purpose: 'track' }}
          onSent={added}
        />
      )}
    </Stack>
  );
}
