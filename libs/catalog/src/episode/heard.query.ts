import { type DataSource, type EntityManager } from 'typeorm';
import { Episode } from './episode.entity.js';
import type { EpisodeView } from './episode.view.js';
import type { Audience } from './listing.plan.js';
import { readListing } from './listing.query.js';

/** Whether an audience may hear an episode at an instant, and until when the answer holds; null: until somebody changes something. */
export interface Heard {
  episode: EpisodeView | undefined;
  /** It was heard, and its time is over. */
  isExpired: boolean;
  /** What is heard is the working copy: its release is due, and about to be written. */
  isPlanned: boolean;
  changesAt: Date | null;
}

/** One episode as an audience hears it at an instant: from the second of a planned release on, whoever writes it when. */
export async function readHeard(
  db: DataSource | EntityManager,
  id: string,
  { at, audience }: { at: Date; audience: Audience },
): Promise<Heard> {
  const { episodes, changesAt } = await readListing(db, { episodeIds: [id], withUnlisted: true }, { at, audience });
  const row = await db.getRepository(Episode).findOneBy({ id });
  const isPlanned = row?.state === 'scheduled';
  if (episodes[0] || row?.state !== 'published' || row.deletedAt || row.purgedAt) {
    return { episode: episodes[0], isExpired: false, isPlanned, changesAt };
  }
  const [copy]: { isExpired: boolean }[] = await db.query(
    `select coalesce(expires_at <= $2, false) as "isExpired" from episode_copies where episode_id = $1 and kind = 'released'`,
    [id, at],
  );
  return { episode: undefined, isExpired: copy?.isExpired ?? false, isPlanned, changesAt };
}
