import { announce, notify } from '#libs/database';
import type { EntityManager } from 'typeorm';

export interface SeriesFact {
  seriesId: string;
  showId: string;
}

export const seriesFacts = { changed: 'series.changed' } as const;

/** A mini-series was made, changed or deleted. */
export async function announceSeries(manager: EntityManager, seriesId: string, showId: string): Promise<void> {
  const payload: SeriesFact = { seriesId, showId };
  await announce(manager, seriesFacts.changed, { ...payload });
  await notify(manager, 'estrade_pages', { showId });
}
