import { Link } from 'react-router';
import type { EpisodeSummary, Show } from '../../api/types';
import { Cover } from '../../parts/cover';
import { EpisodeStateBadge } from '../../parts/state-badge';
import { textOf } from '../../parts/text-of';
import { useWords } from '../../words/words';
import classes from './home.module.css';

interface Props {
  episode: EpisodeSummary;
  shows?: readonly Show[];
  /** One short sentence that says what it waits for. */
  note?: string;
}

/** An episode in a list: cover, number and title, who, state and when. The whole row leads to its workspace. */
export function EpisodeRow({ episode, shows, note }: Props) {
  const { t, language, date, dateTime, ago, duration } = useWords();
  const show = shows?.find((s) => s.id === episode.showId);
  const title = episode.title || t('studio.episode.untitled');
  const facts = [
    show && shows && shows.length > 1 ? textOf(show.texts, language, 'title', show.slug) : '',
    episode.people?.map((p) => p.name).join(', ') ?? '',
    episode.durationMs ? duration(episode.durationMs) : '',
  ].filter(Boolean);
  const when =
    episode.state === 'scheduled' && episode.scheduledAt
      ? dateTime(episode.scheduledAt, episode.scheduledZone ?? undefined)
      : episode.state === 'published' && episode.publishedAt
        ? date(episode.publishedAt)
        : t('studio.episode.changed', { when: ago(episode.updatedAt) });
  return (
    <Link to={`/shows/${episode.showId}/episodes/${episode.id}`} className={classes.row}>
      <Cover url={episode.cover?.url ?? show?.cover?.url} name={title} size={48} />
      <span className={classes.text}>
        <strong className="clamp">
          {episode.number !== null && <span>{episode.number} · </span>}
          {title}
        </strong>
        {facts.length > 0 && <span>{facts.join(' · ')}</span>}
        {note && <span className={classes.note}>{note}</span>}
      </span>
      <span className={classes.side}>
        <EpisodeStateBadge state={episode.state} />
        <span>{when}</span>
      </span>
    </Link>
  );
}
