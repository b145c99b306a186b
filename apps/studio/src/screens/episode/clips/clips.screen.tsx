import { Link, useParams } from 'react-router';
import { useHighlights, useSentences } from '../../../api/clip.calls';
import { useEpisode, useMe, useShow } from '../../../api/queries';
import type { Episode, Lang, Show } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { Loading } from '../../../parts/loading';
import { PageTitle } from '../../../parts/page-title';
import { textOf } from '../../../parts/text-of';
import { useWords } from '../../../words/words';
import classes from '../episode.module.css';
import { useFinishedSound } from '../takeaways/position-player';
import { ClipsBoard } from './clips-board';
import { useRangePlayer } from './range-player';

/** What will be shared: clips and quotes, chosen from the transcript and agreed to by those who say them (`ux` 4.9). */
export function ClipsScreen() {
  const { showId = '', episodeId = '' } = useParams();
  const episode = useEpisode(showId, episodeId);
  const show = useShow(showId);
  if (episode.isError) return <ErrorNote error={episode.error} onRetry={() => void episode.refetch()} />;
  if (show.isError) return <ErrorNote error={show.error} onRetry={() => void show.refetch()} />;
  if (!episode.data || !show.data) return <Loading rows={4} height={120} />;
  return <Loaded key={episodeId} episode={episode.data} show={show.data} />;
}

function Loaded({ episode, show }: { episode: Episode; show: Show }) {
  const { t } = useWords();
  const at = { showId: show.id, episodeId: episode.id };
  const highlights = useHighlights(at);
  const sentences = useSentences(at);
  const me = useMe();
  const url = useFinishedSound(episode);
  const player = useRangePlayer();
  const home: Lang = show.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
  const title = textOf(episode.working.texts, home, 'title') || t('studio.episode.untitled');
  const mayEdit = me.data?.isInstanceOwner === true || show.role !== 'moderator';
  return (
    <>
      <div className={classes.crumb}>
        <Link to={`/shows/${show.id}/episodes/${episode.id}`}>{title}</Link>
      </div>
      <PageTitle title={t('clip.screen.title')} tab={`${t('clip.screen.title')} · ${title}`} />
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
