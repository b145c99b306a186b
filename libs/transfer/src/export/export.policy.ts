import { requireRole } from '#libs/catalog';
import type { Actor } from '#libs/kernel';

/** An archive holds everything, drafts and originals too: its owner's alone. @throws NotFound, Forbidden */
export function requireTakeOut(actor: Actor, showId: string): void {
  requireRole(actor, showId, ['owner'], 'admin');
}
