import { IconCircle, IconCircleCheck, IconLoader2 } from '@tabler/icons-react';
import { useHighlights } from '../../api/clip.calls';
import { useKits } from '../../api/kit.calls';
import { useRecording } from '../../api/queries';
import { isUnderWay } from '../../live/is-under-way';
import type { Episode } from '../../api/types';
import { latestRevision } from '../../live/latest-revision';
import { useWords } from '../../words/words';
import classes from './episode.module.css';

/** The parts of the workspace and how far each is. */
export function Outline({ episode }: { episode: Episode }) {
  const { t } = useWords();
  const recording = useRecording(episode.showId, episode.id);
  const revision = latestRevision(recording.data);
  const { data: highlights } = useHighlights({ showId: episode.showId, episodeId: episode.id });
  const chosen = [...(highlights?.clips ?? []), ...(highlights?.quotes ?? [])];
  const hasClips = chosen.some(({ state }) => state === 'approved');
  const { data: kits } = useKits({ showId: episode.showId, episodeId: episode.id });
  const isKitSent = kits?.items.some(({ letters }) =>
    letters.some(({ kind, state }) => kind === 'kit' && state === 'sent'),
  );
  const { working } = episode;
  const parts = [
    { id: 'sound', word: t('studio.sound.title'), done: revision?.state === 'done' },
    { id: 'texts', word: t('studio.texts.section'), done: working.texts.some((text) => text.title) },
    { id: 'basics', word: t('studio.basics.title'), done: working.number !== null },
    { id: 'people', word: t('studio.people.title'), done: working.people.length > 0 },
    { id: 'chapters', word: t('studio.chapters.title'), done: working.chapters.length > 0 },
    { id: 'transcript', word: t('studio.transcript.title'), done: working.transcripts.length > 0 },
    { id: 'clips', word: t('clip.screen.title'), done: hasClips },
    { id: 'kit', word: t('kitdesk.title'), done: isKitSent === true },
    { id: 'files', word: t('studio.files.title'), done: working.files.length > 0 },
    { id: 'cover', word: t('studio.cover.label'), done: working.cover !== null },
    { id: 'feed', word: t('studio.feedFields.section'), done: working.versions.feed > 1 },
  ];
  return (
    <nav className={classes.outline} aria-label={t('studio.episode.outline')}>
      <ul className="plain-list">
        {parts.map(({ id, word, done }) => {
          const busy = id === 'sound' && revision !== undefined && isUnderWay(revision.state);
          const Icon = busy ? IconLoader2 : done ? IconCircleCheck : IconCircle;
          return (
            <li key={id}>
              <a href={`#${id}`}>
                <Icon
                  size={16}
                  aria-hidden
                  className={busy ? classes.spin : undefined}
                  color={done ? 'var(--good)' : 'var(--before)'}
                />
                {word}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
