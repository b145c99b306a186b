import { announce, notify } from '#libs/database';
import type { EntityManager } from 'typeorm';

/** The channel on which web apps hear that a secret address was made, changed or revoked. */
export const secretsChannel = 'estrade_secrets';

/** A show has its first subscribers, or others: its private feed is wanted. */
export const subscribersChanged = 'subscribers.changed';

/** A listener has put a feed together. */
export const selectionMade = 'selection.made';

export interface SubscribersFact {
  showId: string;
}

export interface SelectionFact {
  selectionId: string;
}

/** Within a moment no replica answers a secret that was revoked (`feed:V07`). */
export async function announceSecrets(manager: EntityManager): Promise<void> {
  await notify(manager, secretsChannel, {});
}

export async function announceSubscribers(manager: EntityManager, showId: string): Promise<void> {
  await announce(manager, subscribersChanged, { showId } satisfies SubscribersFact);
  await announceSecrets(manager);
}

export async function announceSelection(manager: EntityManager, selectionId: string): Promise<void> {
  await announce(manager, selectionMade, { selectionId } satisfies SelectionFact);
}
