import type { Role, UserActor } from '#libs/kernel';
import type { Login } from '../login/login.entity.js';
import type { IssuedSecret } from '../login/logins.service.js';
import type { ApiToken } from '../token/api-token.entity.js';
import type { User } from '../user/user.entity.js';

/** Who stands behind a request: the actor for the policies, the user's row, and the login or the token that proved it. */
export interface Identity {
  actor: UserActor;
  user: User;
  login?: Login;
  token?: ApiToken;
  /** A new secret for the cookie, when this request rotated it. */
  issued?: IssuedSecret;
}

/**
 * The kernel actor of a user, with the roles of their memberships. A token narrows it: to its scopes and, when it
 * is for one show, to the role in that show and to no right over the instance.
 */
export function toActor(
  user: User,
  memberships: readonly { showId: string; role: Role }[],
  token?: ApiToken,
): UserActor {
  const roles = Object.fromEntries(memberships.map(({ showId, role }) => [showId, role]));
  const actor: UserActor = { kind: 'user', userId: user.id, isInstanceOwner: user.isInstanceOwner, roles };
  if (!token) return actor;
  if (!token.showId) return { ...actor, scopes: token.scopes };
  const role = user.isInstanceOwner ? 'owner' : roles[token.showId];
  return {
    ...actor,
    isInstanceOwner: false,
    roles: role ? { [token.showId]: role } : {},
    scopes: token.scopes,
    tokenShowId: token.showId,
  };
}
