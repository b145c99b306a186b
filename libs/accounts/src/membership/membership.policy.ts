import { type Actor, Forbidden, NotFound, type Role, hasRole, roles } from '#libs/kernel';

/** Who may see a show's members: all of them. */
export const mayList: readonly Role[] = roles;
/** Who may invite, change roles and remove members. */
export const mayManage: readonly Role[] = ['owner'];

/**
 * Refuses an actor without one of the wanted roles: as missing when they have no role in the show at all
 * (`abuse:A25`), as forbidden when they have another one.
 * @throws NotFound, Forbidden
 */
export function assertRole(actor: Actor, showId: string, wanted: readonly Role[]): void {
  if (hasRole(actor, showId, wanted)) return;
  throw hasRole(actor, showId, roles) ? new Forbidden() : new NotFound();
}

/** Whether a change would leave the show without an owner. `next` is undefined for a removal. */
export function losesLastOwner(
  members: readonly { userId: string; role: Role }[],
  userId: string,
  next: Role | undefined,
): boolean {
  const owners = members.filter(({ role }) => role === 'owner');
  return next !== 'owner' && owners.length === 1 && owners[0]!.userId === userId;
}
