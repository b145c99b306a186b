import { announce, notify } from '#libs/database';
import type { EntityManager } from 'typeorm';
import type { Event } from './event.entity.js';

export interface EventFact {
  eventId: string;
  showId: string;
}

export const eventFacts = { changed: 'event.changed' } as const;

/** An event was made, changed or deleted. */
export async function announceEvent(manager: EntityManager, event: Pick<Event, 'id' | 'showId'>): Promise<void> {
  const payload: EventFact = { eventId: event.id, showId: event.showId };
  await announce(manager, eventFacts.changed, { ...payload });
  await notify(manager, 'estrade_pages', { ...payload });
}
