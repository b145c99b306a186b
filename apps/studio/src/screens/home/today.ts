import type { Key } from '#libs/messages';
import { isUnderWay } from '../../live/is-under-way';
import type { EpisodeSummary, Job } from '../../api/types';

export interface NeedsYou {
  episode: EpisodeSummary;
  reason: Key;
}

/** Sorts all episodes into what needs the producer, what goes out next and what went out last. */
export function sortToday(episodes: readonly EpisodeSummary[], jobs: readonly Job[]) {
  const byDate =
    (field: 'scheduledAt' | 'publishedAt' | 'updatedAt', up: 1 | -1) => (a: EpisodeSummary, b: EpisodeSummary) =>
      up * String(a[field] ?? '').localeCompare(String(b[field] ?? ''));
  const needsYou = [...episodes].sort(byDate('updatedAt', -1)).flatMap((episode): NeedsYou[] => {
    const reason = toReason(episode, jobs);
    return reason ? [{ episode, reason }] : [];
  });
  return {
    needsYou: needsYou.slice(0, 12),
    scheduled: episodes.filter((e) => e.state === 'scheduled').sort(byDate('scheduledAt', 1)),
    latest: episodes
      .filter((e) => e.state === 'published')
      .sort(byDate('publishedAt', -1))
      .slice(0, 5),
  };
}

function toReason(episode: EpisodeSummary, jobs: readonly Job[]): Key | null {
  const job = jobs.find((j) => j.episodeId === episode.id);
  if (job?.state === 'failed') return 'studio.home.reason.failed';
  if (job?.state === 'needs-you') return 'studio.home.reason.needsYou';
  if (episode.state === 'published') return episode.hasUnreleasedChanges ? 'studio.home.reason.unreleased' : null;
  if (episode.state !== 'draft' || (job && isUnderWay(job.state))) return null;
  return episode.recordingId ? 'studio.home.reason.draft' : 'studio.home.reason.noAudio';
}
