import { announce, notify } from '#libs/database';
import type { EntityManager } from 'typeorm';
import type { Episode } from '../episode/episode.entity.js';
import type { EpisodeFact } from '../episode/episode.facts.js';

/** Which clips and quotes of an episode may be shown, or what they say, is another than before. An `EpisodeFact`. */
export const highlightsChanged = 'highlights.changed';

/** Says so, if the transaction commits; page caches hear it at once, feeds, cards and kits renew themselves (`ux` 2.14, 5). */
export async function announceHighlights(
  manager: EntityManager,
  { id, showId, eventId }: Pick<Episode, 'id' | 'showId' | 'eventId'>,
): Promise<void> {
  const payload: EpisodeFact = { episodeId: id, showId, eventId };
  await announce(manager, highlightsChanged, { ...payload });
  await notify(manager, 'estrade_pages', { showId, eventId });
}
