import { requireRole } from '#libs/catalog';
import type { Actor } from '#libs/kernel';

const producers = ['owner', 'producer'] as const;
const what = 'These followers';

/** Addresses of people: nobody's to read but who looks after them. @throws NotFound, Forbidden. */
export function requireSeeFollowers(actor: Actor, showId: string): void {
  requireRole(actor, showId, producers, 'read', what);
}

/** @throws NotFound, Forbidden. */
export function requireRemoveFollower(actor: Actor, showId: string): void {
  requireRole(actor, showId, producers, 'write', what);
}
