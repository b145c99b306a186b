import { isId, NotFound } from '#libs/kernel';
import { enclosureKinds, Rendition } from '#libs/media';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { Show } from '../show/show.entity.js';
import type { AudioStanding } from './blockers.plan.js';
import { loadCopy } from './copy-tree.js';
import type { EpisodeCopy } from './episode-copy.entity.js';
import { Episode } from './episode.entity.js';

/** An episode of this show; neither is in the bin. @throws NotFound, also when it is another show's (`abuse:A25`). */
export async function loadEpisode(db: DataSource | EntityManager, showId: string, episodeId: string): Promise<Episode> {
  const episode =
    isId(episodeId) &&
    isId(showId) &&
    (await db
      .getRepository(Episode)
      .createQueryBuilder('e')
      .innerJoin(Show, 's', 's.id = e.showId and s.deletedAt is null and s.purgedAt is null')
      .where('e.id = :episodeId and e.showId = :showId', { episodeId, showId })
      .andWhere('e.deletedAt is null and e.purgedAt is null')
      .getOne());
  if (!episode) throw new NotFound('This episode');
  return episode;
}

/** As `loadEpisode`, with the row locked until the transaction ends: changes of one episode come one after the other. */
export async function lockEpisode(manager: EntityManager, showId: string, episodeId: string): Promise<Episode> {
  await loadEpisode(manager, showId, episodeId);
  await manager.findOne(Episode, { where: { id: episodeId }, lock: { mode: 'pessimistic_write' } });
  return loadEpisode(manager, showId, episodeId);
}

/** The working copy, which every episode has until it is purged. */
export async function loadWorking(db: DataSource | EntityManager, episodeId: string): Promise<EpisodeCopy> {
  const copy = await loadCopy(db, episodeId, 'working');
  if (!copy) throw new NotFound('This episode');
  return copy;
}

/** How far the sound of a copy is. */
export async function readAudio(
  db: DataSource | EntityManager,
  episode: Episode,
  copy: EpisodeCopy,
): Promise<AudioStanding> {
  const { revisionId } = copy;
  if (revisionId && (await db.getRepository(Rendition).existsBy({ revisionId, kind: In([...enclosureKinds]) })))
    return 'ready';
  return episode.recordingId ? 'waiting' : 'none';
}
