import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useEpisode, useShow } from '../../api/queries';
import type { Episode, Show } from '../../api/types';
import { ErrorNote } from '../../parts/error-note';
import { homeLang } from '../../parts/home-lang';
import { Loading } from '../../parts/loading';
import { PageTitle } from '../../parts/page-title';
import { textOf } from '../../parts/text-of';
import { useWords } from '../../words/words';
import classes from './episode.module.css';

/** The episode of the address and its show, once both are here; made anew for another episode. */
export function WithEpisode({ children: Desk }: { children(props: { episode: Episode; show: Show }): ReactNode }) {
  const { showId = '', episodeId = '' } = useParams();
  const episode = useEpisode(showId, episodeId);
  const show = useShow(showId);
  const failed = [episode, show].find(({ isError, data }) => isError && data === undefined);
  if (failed) return <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!episode.data || !show.data) return <Loading rows={4} height={120} />;
  return <Desk key={episodeId} episode={episode.data} show={show.data} />;
}

/** The head of a screen about one thing of an episode: the way back to the episode, and the thing's title. */
export function DeskHead(props: { episode: Episode; show: Show; title: string; children?: ReactNode }) {
  const { t } = useWords();
  const { episode, show, title, children } = props;
  const name = textOf(episode.working.texts, homeLang(show), 'title') || t('studio.episode.untitled');
  return (
    <>
      <div className={classes.crumb}>
        <Link to={`/shows/${show.id}/episodes/${episode.id}`}>{name}</Link>
      </div>
      <PageTitle title={title} tab={`${title} · ${name}`}>
        {children}
      </PageTitle>
    </>
  );
}
