import { type Actor, newId } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { PersonChange } from './person-change.entity.js';

/** Keeps, inside the caller's transaction, who changed which fields; never their values. */
export async function keepChange(
  manager: EntityManager,
  actor: Actor,
  personId: string,
  fields: string[],
): Promise<void> {
  const kind = actor.kind === 'guest' ? 'guest' : actor.kind === 'user' ? 'user' : 'system';
  const userId = actor.kind === 'user' ? actor.userId : null;
  await manager.insert(PersonChange, { id: newId(), personId, actor: kind, userId, fields });
}
