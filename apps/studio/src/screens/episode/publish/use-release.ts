import { useEffect, useRef } from 'react';
import { refreshEpisode } from '../../../api/queries';
import type { Episode } from '../../../api/types';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';

/** Timers count no further; a release that far away is seen at the next visit. */
const farMs = 24 * 3_600_000;

/** Sees a planned release happen, whether or not its panel is open, and says so. */
export function useRelease(episode: Episode): void {
  const { t } = useWords();
  const { id, showId, state, scheduledAt } = episode;
  const wasPlanned = useRef(false);
  useEffect(() => {
    if (wasPlanned.current && state === 'published') tell(t('release.out'));
    wasPlanned.current = state === 'scheduled';
  }, [state, t]);
  useEffect(() => {
    if (state !== 'scheduled' || !scheduledAt) return;
    const leftMs = Date.parse(scheduledAt) - Date.now();
    if (leftMs > farMs) return;
    let asking: ReturnType<typeof setInterval> | undefined;
    const ask = () => refreshEpisode({ id, showId });
    const waiting = setTimeout(() => (asking = setInterval(ask, 1_000)), Math.max(0, leftMs));
    return () => {
      clearTimeout(waiting);
      clearInterval(asking);
    };
  }, [id, showId, state, scheduledAt]);
}
