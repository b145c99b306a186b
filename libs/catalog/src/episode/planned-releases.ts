import { enclosureKinds, Rendition, Revision, saysWhat } from '#libs/media';
import { type DataSource, type EntityManager, Any } from 'typeorm';
import { Show } from '../show/show.entity.js';
import { findBlockers } from './blockers.plan.js';
import { loadCopies } from './copy-tree.js';
import type { EpisodeCopy } from './episode-copy.entity.js';
import type { Episode } from './episode.entity.js';
import { toFileWords } from './render-order.plan.js';

/** The part of a planned episode that decides whether it may go out. */
export type Planned = Pick<Episode, 'id' | 'showId' | 'recordingId' | 'publishedAt' | 'scheduledAt'>;

/**
 * The working copies of those planned episodes that would go out if their moment were now, as `publishDue` decides it:
 * nothing blocks them, and their file says already what it will say then. A fixed number of queries.
 */
export async function readReadyCopies(
  db: DataSource | EntityManager,
  episodes: readonly Planned[],
): Promise<Map<string, EpisodeCopy>> {
  if (episodes.length === 0) return new Map();
  const ids = episodes.map(({ id }) => id);
  const copies = new Map((await loadCopies(db, ids, 'working')).map((copy) => [copy.episodeId, copy]));
  const showIds = [...new Set(episodes.map(({ showId }) => showId))];
  const shows = await db.getRepository(Show).find({ where: { id: Any(showIds) }, relations: { texts: true } });
  const revisionIds = Any([...copies.values()].flatMap(({ revisionId }) => revisionId ?? []));
  const sounds = await db.getRepository(Rendition).findBy({ revisionId: revisionIds, kind: Any([...enclosureKinds]) });
  const revisions = await db.getRepository(Revision).find({ where: { id: revisionIds }, select: whatItSays });
  const ready = episodes.filter((episode) => {
    const copy = copies.get(episode.id);
    const show = shows.find(({ id }) => id === episode.showId);
    if (!copy || !show) return false;
    const hasSound = sounds.some(({ revisionId }) => revisionId === copy.revisionId);
    if (findBlockers(copy, show, hasSound ? 'ready' : 'none').length > 0) return false;
    const revision = revisions.find(({ id }) => id === copy.revisionId);
    return !revision || !episode.recordingId || isTold(revision, show, copy, episode);
  });
  return new Map(ready.map(({ id }) => [id, copies.get(id)!]));
}

/** The columns that `saysWhat` looks at; the others of a revision are large. */
const whatItSays = { id: true, order: true, refusedOrder: true, origin: true, releasedAt: true } as const;

function isTold(revision: Revision, show: Show, copy: EpisodeCopy, { publishedAt, scheduledAt }: Planned): boolean {
  return revision.releasedAt !== null || saysWhat(toFileWords(show, copy, publishedAt ?? scheduledAt!), revision);
}
