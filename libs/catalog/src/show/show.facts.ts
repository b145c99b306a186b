import { announce, notify } from '#libs/database';
import type { EntityManager } from 'typeorm';

export interface ShowFact {
  showId: string;
}

/** What happened to a show: its settings, cover or place in the bin. */
export const showFacts = { changed: 'show.changed', deleted: 'show.deleted' } as const;

export async function announceShow(manager: EntityManager, name: 'changed' | 'deleted', showId: string): Promise<void> {
  const payload: ShowFact = { showId };
  await announce(manager, showFacts[name], { ...payload });
  await notify(manager, 'estrade_pages', { ...payload });
}
