import { useHighlights, useSentences } from '../../../api/clip.calls';
import { useMe } from '../../../api/queries';
import type { Episode, Show } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { Loading } from '../../../parts/loading';
import { useWords } from '../../../words/words';
import { DeskHead, WithEpisode } from '../episode-desk';
import { useFinishedSound } from '../takeaways/position-player';
import { ClipsBoard } from './clips-board';
import { useRangePlayer } from './range-player';

/** What will be shared: clips and quotes, chosen from the transcript and agreed to by those who say them (`ux` 4.9). */
export function ClipsScreen() {
  return <WithEpisode>{Loaded}</WithEpisode>;
}

function Loaded({ episode, show }: { episode: Episode; show: Show }) {
  const { t } = useWords();
  const at = { showId: show.id, episodeId: episode.id };
  const highlights = useHighlights(at);
  const sentences = useSentences(at);
  const me = useMe();
  const url = useFinishedSound(episode);
  const player = useRangePlayer();
  const mayEdit = me.data?.isInstanceOwner === true || show.role !== 'moderator';
  return (
    <>
      <DeskHead episode={episode} show={show} title={t('clip.screen.title')} />
      {highlights.isError && <ErrorNote error={highlights.error} onRetry={() => void highlights.refetch()} />}
      {highlights.isPending && <Loading rows={4} height={120} />}
      {highlights.data && (
        <ClipsBoard
          at={at}
          all={highlights.data}
          sentences={sentences.data?.items ?? []}
          player={player}
          url={url}
          mayEdit={mayEdit}
        />
      )}
    </>
  );
}
