import { announce, notify } from '#libs/database';
import type { EntityManager } from 'typeorm';
import type { Episode } from './episode.entity.js';

/** `eventId` is null unless it is a talk. */
export interface EpisodeFact {
  episodeId: string;
  showId: string;
  eventId: string | null;
}

export const episodeFacts = {
  published: 'episode.published',
  updated: 'episode.updated',
  unpublished: 'episode.unpublished',
  deleted: 'episode.deleted',
  restored: 'episode.restored',
} as const;

/** Says, if the transaction commits, what happened to an episode; page caches of its show and event hear it at once. */
export async function announceEpisode(
  manager: EntityManager,
  name: keyof typeof episodeFacts,
  episode: Pick<Episode, 'id' | 'showId' | 'eventId'>,
): Promise<void> {
  const payload: EpisodeFact = { episodeId: episode.id, showId: episode.showId, eventId: episode.eventId };
  await announce(manager, episodeFacts[name], { ...payload });
  await notify(manager, 'estrade_pages', { showId: episode.showId, eventId: episode.eventId });
}
