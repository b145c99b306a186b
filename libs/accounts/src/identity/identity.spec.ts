import { hasRole, hasScope } from '#libs/kernel';
import type { ApiToken } from '../token/api-token.entity.js';
import type { User } from '../user/user.entity.js';
import { toActor } from './identity.js';

const user = { id: 'u', isInstanceOwner: false } as User;
const owner = { id: 'o', isInstanceOwner: true } as User;
const token = (change: Partial<ApiToken>) => ({ scopes: ['read'], showId: null, ...change }) as ApiToken;

describe('an actor', () => {
  it('has the roles of its memberships and, as a login, every scope', () => {
    const actor = toActor(user, [{ showId: 's', role: 'editor' }]);
    expect(actor.roles).toEqual({ s: 'editor' });
    expect(hasScope(actor, 'admin')).toBe(true);
  });

  it('of a token is narrowed to its scopes', () => {
    const actor = toActor(user, [{ showId: 's', role: 'owner' }], token({}));
    expect(hasScope(actor, 'read')).toBe(true);
    expect(hasScope(actor, 'write')).toBe(false);
  });

  it('of a token for one show knows no other show and not the instance', () => {
    const actor = toActor(owner, [{ showId: 'other', role: 'owner' }], token({ showId: 's' }));
    expect(actor).toMatchObject({ isInstanceOwner: false, roles: { s: 'owner' } });
    expect(hasRole(actor, 'other', ['owner'])).toBe(false);
  });

  it('of a token for a show that its user has left has no role at all', () => {
    expect(toActor(user, [{ showId: 'other', role: 'owner' }], token({ showId: 's' })).roles).toEqual({});
  });
});
