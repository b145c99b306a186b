import type { RenderOrder } from '#libs/media';
import type { EntityManager } from 'typeorm';
import { Show } from '../show/show.entity.js';
import { readSoundWish } from '../sound/sound-order.js';
import { loadWorking } from './episode-rows.js';
import type { Episode } from './episode.entity.js';
import { toRenderOrder } from './render-order.plan.js';

/** What the file of an episode should be and say, from the working copy as it is; dated `now` unless a release has its date. */
export async function readRenderOrder(
  manager: EntityManager,
  episode: Pick<Episode, 'id' | 'showId' | 'publishedAt' | 'scheduledAt' | 'sound'> & { recordingId: string },
  now: Date,
): Promise<RenderOrder> {
  const show = await manager.findOneOrFail(Show, { where: { id: episode.showId }, relations: { texts: true } });
  const at = episode.publishedAt ?? episode.scheduledAt ?? now;
  const wish = await readSoundWish(manager, show, episode);
  return toRenderOrder(episode.recordingId, show, await loadWorking(manager, episode.id), at, wish);
}
