import { announce } from '#libs/database';
import type { EntityManager } from 'typeorm';

/** A show has a subscriber: its private feed is wanted. Whose secret is open is asked of the rows each time, and needs no fact. */
export const subscribersChanged = 'subscribers.changed';

/** A listener has put a feed together. */
export const selectionMade = 'selection.made';

export interface SubscribersFact {
  showId: string;
}

export interface SelectionFact {
  selectionId: string;
}

export async function announceSubscribers(manager: EntityManager, showId: string): Promise<void> {
  await announce(manager, subscribersChanged, { showId } satisfies SubscribersFact);
}

export async function announceSelection(manager: EntityManager, selectionId: string): Promise<void> {
  await announce(manager, selectionMade, { selectionId } satisfies SelectionFact);
}
