import { useQuery } from '@tanstack/react-query';
import { keys } from '../../../../api/queries';
import { getPeaks } from '../../../../api/sound.calls';
import type { Episode } from '../../../../api/types';
import { openPeaks } from '../model/bars';
import type { ShownSound } from '../stage/shown-sound';

/** The waveforms of both sides, fine enough to zoom; they never change for a revision. */
export function usePeaks({ id, showId }: Episode, { revision, hasAfter }: ShownSound) {
  const of = (which: 'before' | 'after') => ({
    queryKey: keys.peaks(revision.id, which),
    queryFn: async () => openPeaks(await getPeaks(showId, id, revision.id, which)),
    staleTime: Infinity,
  });
  const before = useQuery(of('before'));
  const after = useQuery({ ...of('after'), enabled: hasAfter });
  return { before: before.data, after: after.data };
}
