import { useEffect } from 'react';
import { keys, queryClient } from '../api/queries';
import { isUnderWay } from './is-under-way';
import type { Recording, Revision } from '../api/types';

type Progress = Revision & { episodeId: string; showId: string };

/** Listens to the server's progress stream and writes it where the screens read; they poll by themselves without it. */
export function useLiveProgress(): void {
  useEffect(() => {
    const stream = new EventSource('/api/v1/progress');
    stream.addEventListener('progress', (event) => keepProgress(JSON.parse(event.data as string) as Progress));
    return () => stream.close();
  }, []);
}

/** One event of the stream. */
export function keepProgress(revision: Progress): void {
  const key = keys.recording(revision.episodeId);
  const before = queryClient.getQueryData<Recording>(key);
  const known = before?.revisions.find((r) => r.id === revision.id);
  // The versions of a sound say how each stands, and are read anew when that changes only.
  if (known?.state !== revision.state) void queryClient.invalidateQueries({ queryKey: keys.sound(revision.episodeId) });
  if (before && known) {
    queryClient.setQueryData<Recording>(key, {
      ...before,
      revisions: before.revisions.map((r) => (r.id === revision.id ? update(r, revision) : r)),
    });
  } else void queryClient.invalidateQueries({ queryKey: key });
  void queryClient.invalidateQueries({ queryKey: keys.jobs });
  if (isUnderWay(revision.state)) return;
  void queryClient.invalidateQueries({ queryKey: key });
  void queryClient.invalidateQueries({ queryKey: keys.sound(revision.episodeId) });
  void queryClient.invalidateQueries({ queryKey: keys.episode(revision.episodeId) });
  void queryClient.invalidateQueries({ queryKey: keys.episodes(revision.showId) });
}

/** Events leave out what is large while work runs. */
function update(before: Revision, event: Progress): Revision {
  return { ...before, ...event, report: event.report ?? before.report, waveform: event.waveform ?? before.waveform };
}
