/** What a member may do in a show, strongest first. */
export const roles = ['owner', 'producer', 'editor', 'moderator'] as const;
export type Role = (typeof roles)[number];

/** What an API token may be used for. */
export const scopes = ['read', 'write', 'publish', 'admin'] as const;
export type Scope = (typeof scopes)[number];

/** A signed-in user: the instance's owner, or a member of some shows. */
export interface UserActor {
  kind: 'user';
  userId: string;
  isInstanceOwner: boolean;
  /** Show id → role. */
  roles: Record<string, Role>;
  /** Undefined for a login; a token may only do what its scopes say (and only in `tokenShowId`, when set). */
  scopes?: readonly Scope[];
  tokenShowId?: string;
}

/** Anybody on the public side. */
export interface VisitorActor {
  kind: 'visitor';
}

/** Somebody with a guest's secret link: the guest, or, with fewer rights, who works for them (`ux:K-03`, `ux:K-05`). */
export interface GuestActor {
  kind: 'guest';
  linkId: string;
  episodeId: string;
  personId: string;
  role: 'guest' | 'team';
}

/** Somebody with the secret of a mail they asked for: may confirm, change and end their own following, nothing else. */
export interface FollowerActor {
  kind: 'follower';
  followerId: string;
}

/** The machine itself: schedule, jobs, demo. */
export interface SystemActor {
  kind: 'system';
}

export type Actor = UserActor | VisitorActor | GuestActor | FollowerActor | SystemActor;

export const system: SystemActor = { kind: 'system' };

/** Whether the actor has one of the roles in the show; the instance's owner and the system have all. */
export function hasRole(actor: Actor, showId: string, wanted: readonly Role[]): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'user') return false;
  if (actor.tokenShowId && actor.tokenShowId !== showId) return false;
  if (actor.isInstanceOwner) return true;
  const role = actor.roles[showId];
  return role !== undefined && wanted.includes(role);
}

/** Whether a token behind the actor (if it is one) carries the scope. A login carries all. */
export function hasScope(actor: Actor, scope: Scope): boolean {
  return actor.kind !== 'user' || actor.scopes === undefined || actor.scopes.includes(scope);
}
