import { type Actor, Forbidden, type GuestActor, NotFound } from '#libs/kernel';
import { makers, requireRole } from '../show/show.policy.js';

const what = 'This guest link';

/** Who makes the episode sees its guests' links, mails and histories. */
export function requireSeeGuestLinks(actor: Actor, showId: string): void {
  requireRole(actor, showId, makers, 'read', what);
}

/** Make, rotate, change, remind: they reach a person outside. */
export function requireChangeGuestLinks(actor: Actor, showId: string): void {
  requireRole(actor, showId, makers, 'write', what);
}

/** The guest in person; who works for them may download and copy, nothing else (`ux:K-05`). */
export function requireGuest(actor: Actor, linkId: string): asserts actor is GuestActor {
  if (actor.kind !== 'guest' || actor.linkId !== linkId) throw new NotFound(what);
  if (actor.role !== 'guest') throw new Forbidden('This link is for downloads; the guest’s own link is needed here.');
}
