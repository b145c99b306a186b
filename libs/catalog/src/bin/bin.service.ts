import { type Actor, type Clock, isId, NotFound } from '#libs/kernel';
import { type DataSource, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { lockEpisode } from '../episode/episode-rows.js';
import { Episode } from '../episode/episode.entity.js';
import { announceEpisode } from '../episode/episode.facts.js';
import { requireDeleteEpisode, requireSeeEpisode } from '../episode/episode.policy.js';
import { bin } from '../episode/episode.state.js';
import { Show } from '../show/show.entity.js';
import { announceShow } from '../show/show.facts.js';
import { requireDeleteShow } from '../show/show.policy.js';
import { loadShow, lockShow } from '../show/shows.service.js';
import { type Eraser, purgeEpisode, purgeShow } from './purge.js';

/** How long a deleted show or episode can be had back. */
export const binDays = 30;

/** The 30 days between deleting and being gone. What was published leaves pages and feeds at once. */
export class BinService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly eraser: Eraser,
  ) {}

  async deleteEpisode(actor: Actor, showId: string, episodeId: string): Promise<void> {
    requireSeeEpisode(actor, showId);
    await this.db.transaction(async (manager) => {
      const episode = await lockEpisode(manager, showId, episodeId);
      requireDeleteEpisode(actor, showId, episode.publishedAt !== null);
      await manager.update(Episode, { id: episodeId }, { ...bin(episode), deletedAt: this.clock.now() });
      await announceEpisode(manager, 'deleted', episode);
    });
  }

  /** Back as it was, published ones included; a plan to publish is not restored. @throws NotFound once purged. */
  async restoreEpisode(actor: Actor, showId: string, episodeId: string): Promise<void> {
    requireSeeEpisode(actor, showId);
    await this.db.transaction(async (manager) => {
      await loadShow(manager, showId);
      const where = { id: episodeId, showId, deletedAt: Not(IsNull()), purgedAt: IsNull() };
      const episode =
        isId(episodeId) && (await manager.findOne(Episode, { where, lock: { mode: 'pessimistic_write' } }));
      if (!episode) throw new NotFound('This episode');
      requireDeleteEpisode(actor, showId, episode.publishedAt !== null);
      await manager.update(Episode, { id: episodeId }, { deletedAt: null });
      await announceEpisode(manager, 'restored', episode);
    });
  }

  /** The show with all its episodes and events. */
  async deleteShow(actor: Actor, showId: string): Promise<void> {
    requireDeleteShow(actor, showId);
    await this.db.transaction(async (manager) => {
      await lockShow(manager, showId);
      await manager.update(Show, { id: showId }, { deletedAt: this.clock.now() });
      await announceShow(manager, 'deleted', showId);
    });
  }

  async restoreShow(actor: Actor, showId: string): Promise<void> {
    requireDeleteShow(actor, showId);
    await this.db.transaction(async (manager) => {
      const where = { id: showId, deletedAt: Not(IsNull()), purgedAt: IsNull() };
      const show = await manager.findOne(Show, { where, lock: { mode: 'pessimistic_write' } });
      if (!show) throw new NotFound('This show');
      await manager.update(Show, { id: showId }, { deletedAt: null });
      await announceShow(manager, 'changed', showId);
    });
  }

  /**
   * Removes for good what has been in the bin for 30 days: files, texts and copies. The rows of episode and show stay
   * with their addresses, which answer 410. May run as often as it likes; gives how many it removed.
   */
  async purge(now: Date): Promise<number> {
    const where = { deletedAt: LessThanOrEqual(new Date(now.getTime() - binDays * 86_400_000)), purgedAt: IsNull() };
    const shows = await this.db.getRepository(Show).findBy(where);
    for (const show of shows) await purgeShow(this.db, this.eraser, show, now);
    const episodes = await this.db.getRepository(Episode).findBy(where);
    for (const episode of episodes) await purgeEpisode(this.db, this.eraser, episode, now);
    return shows.length + episodes.length;
  }
}
