import type { UserActor } from '#libs/kernel';
import { isTokenValid, mayManageTokens, mayNarrowTo } from './token.policy.js';

const login: UserActor = { kind: 'user', userId: 'u', isInstanceOwner: false, roles: { s: 'editor' } };
const at = (time: string) => new Date(`2026-05-12T${time}Z`);

describe('a token', () => {
  it('is made by a signed-in browser, never by a token, whatever its scopes (abuse:A27)', () => {
    expect(mayManageTokens(login)).toBe(true);
    expect(mayManageTokens({ ...login, scopes: ['read', 'write', 'publish', 'admin'] })).toBe(false);
    expect(mayManageTokens({ kind: 'visitor' })).toBe(false);
  });

  it('can be narrowed to a show of its user only', () => {
    expect(mayNarrowTo(login, 's')).toBe(true);
    expect(mayNarrowTo(login, 'other')).toBe(false);
  });

  it('is good from its first moment until just before its last', () => {
    const token = { validFrom: at('10:00:00'), validUntil: at('11:00:00'), revokedAt: null };
    expect(isTokenValid(token, at('09:59:59'))).toBe(false);
    expect(isTokenValid(token, at('10:00:00'))).toBe(true);
    expect(isTokenValid(token, at('11:00:00'))).toBe(false);
    expect(isTokenValid({ ...token, validUntil: null }, at('23:00:00'))).toBe(true);
    expect(isTokenValid({ ...token, revokedAt: at('10:01:00') }, at('10:30:00'))).toBe(false);
  });
});
