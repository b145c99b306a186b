import { type Actor, Forbidden, hasRole, hasScope, NotFound, roles } from '#libs/kernel';

/** Sending audio is an editor's work; a moderator of the show sees it and may not; for anybody else there is no such show (`abuse:A25`). */
export function checkMaySend(actor: Actor, scope: string): void {
  checkMaySee(actor, scope);
  if (!hasRole(actor, scope, ['owner', 'producer', 'editor']) || !hasScope(actor, 'write')) throw new Forbidden();
}

/** Every member of the show sees how its recordings stand. */
export function checkMaySee(actor: Actor, scope: string): void {
  if (!hasRole(actor, scope, roles)) throw new NotFound();
}
