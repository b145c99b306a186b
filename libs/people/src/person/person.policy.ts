import { type Actor, Forbidden, hasScope, type Role, type Scope } from '#libs/kernel';

const makers: readonly Role[] = ['owner', 'producer', 'editor'];

/** Persons belong to the instance: whoever makes episodes somewhere may find and add them. */
export function mayFindPersons(actor: Actor): boolean {
  return isMaker(actor, 'read');
}

export function mayCreatePerson(actor: Actor): boolean {
  return isMaker(actor, 'write');
}

/**
 * A living record is shared by all shows, so a token that is bound to one show may not change it. Guests change their
 * own, through their own link; who works for them does not (`ux:K-05`).
 */
export function mayChangePerson(actor: Actor, personId: string): boolean {
  if (actor.kind === 'guest') return actor.role === 'guest' && actor.personId === personId;
  return isMaker(actor, 'write') && (actor.kind !== 'user' || actor.tokenShowId === undefined);
}

/** @throws Forbidden unless allowed. */
export function refuseUnless(allowed: boolean): void {
  if (!allowed) throw new Forbidden('You need to be editor of a show to do that.');
}

function isMaker(actor: Actor, scope: Scope): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'user' || !hasScope(actor, scope)) return false;
  return actor.isInstanceOwner || Object.values(actor.roles).some((role) => makers.includes(role));
}
