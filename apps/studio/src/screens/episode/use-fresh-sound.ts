import { useEffect } from 'react';
import { keys, queryClient, useRecording } from '../../api/queries';
import type { Episode } from '../../api/types';
import { latestRevision } from '../../live/latest-revision';

/** The sound is ready a moment before the episode knows it: asks again until it does, for a minute at most. */
export function useFreshSound(episode: Episode): void {
  const { data } = useRecording(episode.showId, episode.id);
  const revision = latestRevision(data);
  const isBehind = revision?.state === 'done' && episode.working.revisionId !== revision.id;
  useEffect(() => {
    if (!isBehind) return undefined;
    const ask = () => void queryClient.invalidateQueries({ queryKey: keys.episode(episode.id) });
    const askSound = () => void queryClient.invalidateQueries({ queryKey: keys.sound(episode.id) });
    const timer = setInterval(ask, 1_500);
    const end = setTimeout(() => clearInterval(timer), 60_000);
    return () => {
      // By now the episode knows it, and so does the list of versions.
      askSound();
      clearInterval(timer);
      clearTimeout(end);
    };
  }, [isBehind, episode.id]);
}
