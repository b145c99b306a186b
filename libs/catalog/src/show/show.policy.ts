import { type Actor, Forbidden, hasRole, hasScope, NotFound, type Role, roles, type Scope } from '#libs/kernel';

/** Everybody who may change what a show publishes. */
export const producers: readonly Role[] = ['owner', 'producer'];
export const makers: readonly Role[] = ['owner', 'producer', 'editor'];

/** @throws NotFound for anybody who is no member; Forbidden for a token without the scope. */
export function requireSeeShow(actor: Actor, showId: string): void {
  requireRole(actor, showId, roles, 'read');
}

/** Settings, cover, events. */
export function requireChangeShow(actor: Actor, showId: string): void {
  requireRole(actor, showId, producers, 'write');
}

/** Into the bin and out of it. */
export function requireDeleteShow(actor: Actor, showId: string): void {
  requireRole(actor, showId, ['owner'], 'admin');
}

/**
 * The instance's owner, and whoever is owner or producer of a show already: they know what a show is here.
 * A token needs `admin` and must not be bound to one show.
 */
export function mayCreateShow(actor: Actor): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'user' || actor.tokenShowId || !hasScope(actor, 'admin')) return false;
  return actor.isInstanceOwner || Object.values(actor.roles).some((role) => producers.includes(role));
}

/** @throws NotFound when the actor may not know the show (`abuse:A25`), Forbidden when the role or token is too weak. */
export function requireRole(
  actor: Actor,
  showId: string,
  wanted: readonly Role[],
  scope: Scope,
  what = 'This show',
): void {
  if (!hasRole(actor, showId, roles)) throw new NotFound(what);
  if (!hasRole(actor, showId, wanted)) throw new Forbidden();
  if (!hasScope(actor, scope)) throw new Forbidden(`This token has no “${scope}” scope.`);
}
