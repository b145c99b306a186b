import { useParams } from 'react-router';
import { useEpisode, useMe, useRecording, useShow, useSound } from '../../../api/queries';
import type { EpisodeSound } from '../../../api/sound.types';
import type { Episode, Recording, Show } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { Loading } from '../../../parts/loading';
import { useWords } from '../../../words/words';
import { DeskHead } from '../episode-desk';
import { NoSoundYet } from './no-sound-yet';
import { useShown } from './stage/shown-sound';
import { Studio } from './studio';

/** Is it good enough? What was found, before and after by ear and eye, what is wanted, and what was made of it. */
export function SoundScreen() {
  const { t } = useWords();
  const { showId = '', episodeId = '' } = useParams();
  const all = [
    useEpisode(showId, episodeId),
    useShow(showId),
    useRecording(showId, episodeId),
    useSound(showId, episodeId),
  ] as const;
  const failed = all.find((query) => query.isError && query.data === undefined);
  if (failed) return <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />;
  const [episode, show, recording, sound] = all.map((query) => query.data) as [
    Episode?,
    Show?,
    Recording?,
    EpisodeSound?,
  ];
  if (!episode || !show || !recording || !sound) return <Loading rows={4} height={120} />;
  return (
    <>
      <DeskHead episode={episode} show={show} title={t('studio.sound.title')} />
      <Loaded key={episodeId} {...{ episode, show, recording, sound }} />
    </>
  );
}

function Loaded(props: { episode: Episode; show: Show; recording: Recording; sound: EpisodeSound }) {
  const shown = useShown(props.recording, props.sound);
  const me = useMe();
  const mayEdit = me.data?.isInstanceOwner === true || props.show.role !== 'moderator';
  if (!shown) return <NoSoundYet episode={props.episode} recording={props.recording} mayEdit={mayEdit} />;
  return <Studio {...props} shown={shown} mayEdit={mayEdit} />;
}
