import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useShows } from '../api/queries';
import { toSentence } from '../parts/error-note';
import { tell, tellProblem } from '../parts/toast';
import { useWords } from '../words/words';
import type { Target } from './choose-file';
import { toDestination } from './destination';
import { rememberShow } from './remembered-show';

export interface WaitingFile {
  file: File;
  /** The file's fingerprint. */
  id: string;
  target: Target;
}

/** Shows that are here sooner than this need no word about waiting for them. */
const silentMs = 800;

/** A file that has no episode yet: it waits for the shows, for a first show or for an answer, then opens its draft. */
export function useWaitingFile() {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const shows = useShows();
  const [waiting, setWaiting] = useState<WaitingFile | null>(null);
  const destination = waiting && toDestination(waiting.target, shows.data);

  const open = async (showId: string, { file, id, target }: WaitingFile) => {
    setWaiting(null);
    try {
      rememberShow(showId);
      const { draftFromFile } = await import('./take-file');
      const episode = await draftFromFile(file, id, showId, target.eventId);
      tell(t('studio.upload.draftOpened'));
      void navigate(`/shows/${showId}/episodes/${episode.id}`);
    } catch (error) {
      tellProblem(toSentence(error, words));
    }
  };

  useEffect(() => {
    if (!waiting || !destination) return undefined;
    if (destination.kind === 'show') void open(destination.showId, waiting);
    else if (destination.kind === 'first-show') {
      tell(t('studio.upload.showFirst'));
      void navigate('/shows/new');
    } else if (destination.kind === 'nowhere') {
      setWaiting(null);
      tellProblem(t('studio.upload.noShow'));
    } else if (destination.kind === 'unknown' && shows.isError) tellProblem(toSentence(shows.error, words));
    else if (destination.kind === 'unknown') {
      const timer = setTimeout(() => tell(t('studio.upload.waitsForShows', { name: waiting.file.name })), silentMs);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [waiting, destination?.kind, shows.isError]);

  return {
    put: setWaiting,
    /** What the producer is asked about. */
    asked: destination?.kind === 'ask' ? waiting : null,
    shows: shows.data ?? [],
    answer: (showId: string) => waiting && void open(showId, waiting),
    forget: () => setWaiting(null),
  };
}
