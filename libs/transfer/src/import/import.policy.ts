import { mayCreateShow, requireRole } from '#libs/catalog';
import { type Actor, Forbidden, hasRole, hasScope, NotFound } from '#libs/kernel';
import type { Import } from './import.entity.js';

const producers = ['owner', 'producer'] as const;

/** Into a new show: whoever may create one. Into one that is there: its producers. @throws Forbidden, NotFound */
export function requireImport(actor: Actor, showId: string | null): void {
  if (showId) return requireRole(actor, showId, producers, 'publish');
  if (!mayCreateShow(actor)) throw new Forbidden('Ask the owner of this instance to move your show in for you.');
}

/** Whoever began it, and the producers of its show. @throws NotFound to everybody else (`abuse:A25`). */
export function requireSeeImport(actor: Actor, { userId, showId }: Pick<Import, 'userId' | 'showId'>): void {
  if (!maySeeImport(actor, { userId, showId })) throw new NotFound('This import');
}

export function maySeeImport(actor: Actor, { userId, showId }: Pick<Import, 'userId' | 'showId'>): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'user' || !hasScope(actor, 'read')) return false;
  if (showId && hasRole(actor, showId, producers)) return true;
  if (actor.tokenShowId) return false;
  return actor.isInstanceOwner || actor.userId === userId;
}
