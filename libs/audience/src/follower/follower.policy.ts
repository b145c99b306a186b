import { requireRole } from '#libs/catalog';
import type { Actor } from '#libs/kernel';

const producers = ['owner', 'producer'] as const;
const what = 'These followers';

/** Addresses of people: nobody's to read but who looks after them, and no token's that only reads. @throws NotFound, Forbidden. */
export function requireSeeFollowers(actor: Actor, showId: string): void {
  requireRole(actor, showId, producers, 'write', what);
}

/** How many mails went out about what. @throws NotFound, Forbidden. */
export function requireSeeMailings(actor: Actor, showId: string): void {
  requireRole(actor, showId, producers, 'read', what);
}

/** @throws NotFound, Forbidden. */
export function requireRemoveFollower(actor: Actor, showId: string): void {
  requireRole(actor, showId, producers, 'write', what);
}
