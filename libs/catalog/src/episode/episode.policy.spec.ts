import { type Actor, type Role, type Scope, system, type UserActor } from '#libs/kernel';
import { mayCreateShow, requireChangeShow, requireDeleteShow, requireSeeShow } from '../show/show.policy.js';
import {
  requireDeleteEpisode,
  requireEditEpisode,
  requirePublishEpisode,
  requireSeeEpisode,
} from './episode.policy.js';

const user = (role?: Role, more: Partial<UserActor> = {}): UserActor => ({
  ...{ kind: 'user', userId: 'u', isInstanceOwner: false, roles: role ? { s1: role } : {} },
  ...more,
});
const status = (ask: (actor: Actor, showId: string) => void, actor: Actor, showId = 's1') => {
  try {
    ask(actor, showId);
    return 200;
  } catch (error) {
    return (error as { status: number }).status;
  }
};

describe('who may do what', () => {
  it.each<[string, (actor: Actor, showId: string) => void, Record<Role, number>]>([
    ['see', requireSeeEpisode, { owner: 200, producer: 200, editor: 200, moderator: 200 }],
    ['edit', requireEditEpisode, { owner: 200, producer: 200, editor: 200, moderator: 403 }],
    ['publish', requirePublishEpisode, { owner: 200, producer: 200, editor: 403, moderator: 403 }],
    [
      'delete a draft',
      (a, s) => requireDeleteEpisode(a, s, false),
      { owner: 200, producer: 200, editor: 200, moderator: 403 },
    ],
    [
      'delete a release',
      (a, s) => requireDeleteEpisode(a, s, true),
      { owner: 200, producer: 200, editor: 403, moderator: 403 },
    ],
    ['see the show', requireSeeShow, { owner: 200, producer: 200, editor: 200, moderator: 200 }],
    ['change the show', requireChangeShow, { owner: 200, producer: 200, editor: 403, moderator: 403 }],
    ['delete the show', requireDeleteShow, { owner: 200, producer: 403, editor: 403, moderator: 403 }],
  ])('may %s by role; in another show it is as if missing (abuse:A25)', (_, ask, byRole) => {
    for (const [role, expected] of Object.entries(byRole)) {
      expect([role, status(ask, user(role as Role))]).toEqual([role, expected]);
      expect(status(ask, user(role as Role), 's2')).toBe(404);
    }
    expect(status(ask, user())).toBe(404);
    expect(status(ask, { kind: 'visitor' })).toBe(404);
    expect(status(ask, user(undefined, { isInstanceOwner: true }))).toBe(200);
    expect(status(ask, system)).toBe(200);
  });

  it.each<[string, (actor: Actor, showId: string) => void, Scope]>([
    ['see', requireSeeEpisode, 'read'],
    ['edit', requireEditEpisode, 'write'],
    ['publish', requirePublishEpisode, 'publish'],
    ['delete the show', requireDeleteShow, 'admin'],
  ])('needs of a token, to %s, the scope that fits (abuse:A27)', (_, ask, scope) => {
    const others = (['read', 'write', 'publish', 'admin'] as const).filter((s) => s !== scope);
    expect(status(ask, user('owner', { scopes: [scope] }))).toBe(200);
    expect(status(ask, user('owner', { scopes: others }))).toBe(403);
    expect(status(ask, user('owner', { scopes: [scope], tokenShowId: 's9' }))).toBe(404);
  });

  it('lets the instance’s owner and producers create shows', () => {
    expect(mayCreateShow(user(undefined, { isInstanceOwner: true }))).toBe(true);
    expect(mayCreateShow(user('producer'))).toBe(true);
    expect(mayCreateShow(user('editor'))).toBe(false);
    expect(mayCreateShow(user())).toBe(false);
    expect(mayCreateShow(user('owner', { tokenShowId: 's1', scopes: ['admin'] }))).toBe(false);
    expect(mayCreateShow({ kind: 'visitor' })).toBe(false);
  });
});
