import type { Show } from '#libs/catalog';
import { type TestApi, cookieOf, openTestApi, ownerPassword, secretOf, signInOwner } from '../../../../test/api.js';
import { aShow } from '../../../../test/factories/catalog.js';

interface Member {
  state: string;
  userId: string | null;
  invitationId: string | null;
  email: string;
  role: string;
}

describe('the members of a show', () => {
  let t: TestApi;
  let ada: string;
  let show: Show;
  const path = () => `/api/v1/shows/${show.id}/members`;
  const members = async (as = ada) => (await t.ask('GET', path(), { as })).json<{ items: Member[] }>().items;
  const invite = async (email: string, role = 'editor', as = ada) => {
    const answer = await t.ask('POST', path(), { as, body: { email, role } });
    await t.settle();
    return answer;
  };
  const accept = (form: object) => t.ask('POST', '/api/v1/invitations/accept', { body: form });
  const join = async (email: string, role: string) => {
    await invite(email, role);
    const form = { token: secretOf(t.mails.at(-1)), name: email, password: ownerPassword };
    return cookieOf(await accept(form))!;
  };

  beforeAll(async () => (t = await openTestApi()));
  afterAll(() => t.close());
  beforeEach(async () => {
    await t.empty();
    ada = await signInOwner(t);
    show = await aShow(t.dataSource);
  });

  it('are invited by mail, and become members with the account that they make', async () => {
    expect((await invite('Bob@estrade.test')).status).toBe(202);
    expect(t.mails[0]).toMatchObject({ to: 'bob@estrade.test', subject: expect.stringContaining('Des dates') });
    expect(await members()).toMatchObject([
      { state: 'invited', userId: null, email: 'bob@estrade.test', role: 'editor' },
    ]);
    const token = secretOf(t.mails[0]);
    const opened = await t.ask('POST', '/api/v1/invitations/open', { body: { token } });
    expect(opened.json()).toMatchObject({
      email: 'bob@estrade.test',
      role: 'editor',
      show: { id: show.id },
      hasAccount: false,
    });
    expect((await accept({ token })).json()).toMatchObject({
      status: 422,
      fields: [{ path: 'name' }, { path: 'password' }],
    });
    const accepted = await accept({ token, name: 'Bob', password: ownerPassword });
    expect(accepted.json()).toEqual({ email: 'bob@estrade.test', showId: show.id, signedIn: true });
    const me = await t.ask('GET', '/api/v1/me', { as: cookieOf(accepted)! });
    expect(me.json()).toMatchObject({ name: 'Bob', isInstanceOwner: false, roles: { [show.id]: 'editor' } });
    expect((await accept({ token, name: 'Eve', password: ownerPassword })).status).toBe(410);
    expect(await members()).toMatchObject([{ state: 'member', email: 'bob@estrade.test' }]);
  });

  it('are invited alike with and without an account; the link alone signs nobody in to an account (abuse:A35)', async () => {
    const bob = await join('bob@estrade.test', 'editor');
    const other = await aShow(t.dataSource);
    const ask = (email: string) =>
      t.ask('POST', `/api/v1/shows/${other.id}/members`, { as: ada, body: { email, role: 'producer' } });
    const [known, unknown] = [await ask('bob@estrade.test'), await ask('carol@estrade.test')];
    await t.settle();
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    const mail = t.mails.find(({ to, html }) => to === 'bob@estrade.test' && html !== t.mails[0]!.html);
    const accepted = await accept({ token: secretOf(mail) });
    expect(accepted.json()).toMatchObject({ signedIn: false });
    expect(cookieOf(accepted)).toBeUndefined();
    const me = (await t.ask('GET', '/api/v1/me', { as: bob })).json();
    expect(me['roles']).toEqual({ [show.id]: 'editor', [other.id]: 'producer' });
  });

  it('are changed by owners only', async () => {
    const bob = await join('bob@estrade.test', 'producer');
    const [{ userId }] = (await members()) as [Member];
    expect((await invite('eve@estrade.test', 'owner', bob)).status).toBe(403);
    expect((await t.ask('PATCH', `${path()}/${userId}`, { as: bob, body: { role: 'owner' } })).status).toBe(403);
    expect((await t.ask('PATCH', `${path()}/${userId}`, { as: ada, body: { role: 'owner' } })).status).toBe(204);
    expect((await members(bob))[0]).toMatchObject({ role: 'owner' });
  });

  it('have their cookie replaced when their role changes (abuse:A34)', async () => {
    const bob = await join('bob@estrade.test', 'producer');
    const [{ userId }] = (await members()) as [Member];
    await t.ask('PATCH', `${path()}/${userId}`, { as: ada, body: { role: 'moderator' } });
    const next = await t.ask('GET', '/api/v1/me', { as: bob });
    expect(next.json()).toMatchObject({ roles: { [show.id]: 'moderator' } });
    expect(cookieOf(next)).toBeDefined();
    expect(cookieOf(next)).not.toBe(bob);
  });

  it('always have an owner among them, even when two owners remove each other at once', async () => {
    const bob = await join('bob@estrade.test', 'owner');
    const remove = (userId: string | null, as: string) => t.ask('DELETE', `${path()}/${userId}`, { as });
    const [first] = await members();
    expect((await remove(first!.userId, bob)).json()).toMatchObject({ status: 409, code: 'LAST_OWNER' });
    const carol = await join('carol@estrade.test', 'owner');
    const [b, c] = (await members()).map(({ userId }) => userId) as [string, string];
    const both = await Promise.all([remove(c, bob), remove(b, carol)]);
    expect(both.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await members()).toHaveLength(1);
  });

  it('may leave by themselves, and an invitation may be taken back', async () => {
    const bob = await join('bob@estrade.test', 'moderator');
    const [{ userId }] = (await members()) as [Member];
    expect((await t.ask('DELETE', `${path()}/${userId}`, { as: bob })).status).toBe(204);
    expect((await t.ask('GET', path(), { as: bob })).status).toBe(404);
    await invite('carol@estrade.test');
    const token = secretOf(t.mails.at(-1));
    const [{ invitationId }] = (await members()) as [Member];
    const back = await t.ask('DELETE', `/api/v1/shows/${show.id}/invitations/${invitationId}`, { as: ada });
    expect(back.status).toBe(204);
    expect((await accept({ token, name: 'Carol', password: ownerPassword })).status).toBe(410);
  });

  it('do not see the kept mails; the owner of the instance does', async () => {
    const bob = await join('bob@estrade.test', 'owner');
    expect((await t.ask('GET', '/api/v1/mails', { as: bob })).status).toBe(404);
    expect((await t.ask('GET', '/api/v1/mails', { as: ada })).json()).toMatchObject({
      items: [{ to: 'bob@estrade.test' }],
    });
  });
});
