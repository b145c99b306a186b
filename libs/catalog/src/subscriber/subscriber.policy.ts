import type { Actor } from '#libs/kernel';
import { producers, requireRole } from '../show/show.policy.js';

const what = 'These subscribers';

/** Names of people who pay or are trusted: nobody's to read but who looks after them. @throws NotFound, Forbidden. */
export function requireSeeSubscribers(actor: Actor, showId: string): void {
  requireRole(actor, showId, producers, 'read', what);
}

/** Making, naming, a new address, revoking. @throws NotFound, Forbidden. */
export function requireChangeSubscribers(actor: Actor, showId: string): void {
  requireRole(actor, showId, producers, 'write', what);
}
