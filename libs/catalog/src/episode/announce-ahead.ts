import type { EntityManager } from 'typeorm';
import { notify } from '#libs/database';
import { assignAddresses } from '../address/episode-addresses.js';
import { loadCopy } from './copy-tree.js';
import { loadWorking } from './episode-rows.js';
import { Episode } from './episode.entity.js';

/**
 * Gives an episode its page before the release, or takes it away again, in the caller's transaction. The first time it
 * gets its addresses, so that links from now on lead to the page that it will be (`ux:K-15`).
 */
export async function setAnnounced(manager: EntityManager, episode: Episode, isAnnounced: boolean): Promise<void> {
  if (episode.isAnnounced === isAnnounced) return;
  const { id, showId, eventId } = episode;
  await manager.update(Episode, { id }, { isAnnounced });
  const hasAddress = (await loadCopy(manager, id, 'released')) !== undefined;
  if (isAnnounced && !hasAddress) await assignAddresses(manager, episode, await loadWorking(manager, id));
  await notify(manager, 'estrade_pages', { showId, eventId });
}
