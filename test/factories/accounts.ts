import { User } from '#libs/accounts';
import { newId, type Role, type UserActor } from '#libs/kernel';
import type { DataSource } from 'typeorm';

/** A user who cannot sign in: the hash fits no password. */
export async function aUser(db: DataSource, given: Partial<User> = {}): Promise<User> {
  const id = newId();
  const user = { id, email: `${id}@example.org`, name: 'Ada Producer', passwordHash: '$argon2id$none', ...given };
  await db.getRepository(User).insert(user);
  return db.getRepository(User).findOneByOrFail({ id: user.id });
}

/** The actor behind a user, with these roles; all of a login's rights unless `scopes` says otherwise. */
export function anActor(given: Partial<UserActor> & { roles?: Record<string, Role> } = {}): UserActor {
  return { kind: 'user', userId: newId(), isInstanceOwner: false, roles: {}, ...given };
}
