import type { UserActor } from '#libs/kernel';
import { mayRunInstance, toEmail } from './user.policy.js';

const owner: UserActor = { kind: 'user', userId: 'u', isInstanceOwner: true, roles: {} };

describe('running the instance', () => {
  it('is for its owner, and for a token of theirs with the scope admin and no show', () => {
    expect(mayRunInstance(owner)).toBe(true);
    expect(mayRunInstance({ ...owner, isInstanceOwner: false })).toBe(false);
    expect(mayRunInstance({ ...owner, scopes: ['admin'] })).toBe(true);
    expect(mayRunInstance({ ...owner, scopes: ['read', 'write'] })).toBe(false);
    expect(mayRunInstance({ ...owner, scopes: ['admin'], tokenShowId: 's' })).toBe(false);
  });
});

describe('an e-mail address', () => {
  it('is kept in one form', () => expect(toEmail('  Zoé@Estrade.TEST ')).toBe('zoé@estrade.test'));
});
