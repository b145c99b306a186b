import { Forbidden, NotFound, type Role, type UserActor } from '#libs/kernel';
import { assertRole, losesLastOwner, mayManage } from './membership.policy.js';

const actor = (roles: Record<string, Role>, more: Partial<UserActor> = {}): UserActor => ({
  kind: 'user',
  userId: 'u',
  isInstanceOwner: false,
  roles,
  ...more,
});

describe('managing members', () => {
  it('is for the owners of the show and of the instance', () => {
    expect(() => assertRole(actor({ s: 'owner' }), 's', mayManage)).not.toThrow();
    expect(() => assertRole(actor({}, { isInstanceOwner: true }), 's', mayManage)).not.toThrow();
  });

  it('is forbidden to other members, and a stranger does not learn that the show exists (abuse:A25)', () => {
    expect(() => assertRole(actor({ s: 'producer' }), 's', mayManage)).toThrow(Forbidden);
    expect(() => assertRole(actor({ other: 'owner' }), 's', mayManage)).toThrow(NotFound);
    expect(() => assertRole({ kind: 'visitor' }, 's', mayManage)).toThrow(NotFound);
  });

  it('never leaves a show without an owner', () => {
    const one: { userId: string; role: Role }[] = [
      { userId: 'a', role: 'owner' },
      { userId: 'b', role: 'editor' },
    ];
    expect(losesLastOwner(one, 'a', undefined)).toBe(true);
    expect(losesLastOwner(one, 'a', 'producer')).toBe(true);
    expect(losesLastOwner(one, 'a', 'owner')).toBe(false);
    expect(losesLastOwner(one, 'b', undefined)).toBe(false);
    expect(losesLastOwner([...one, { userId: 'c', role: 'owner' }], 'a', undefined)).toBe(false);
  });
});
