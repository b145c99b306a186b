import { type TestApi, cookieOf, openTestApi, ownerPassword, secretOf, signInOwner } from '../../../../test/api.js';

describe('my account', () => {
  let t: TestApi;
  let cookie: string;
  const me = (as = cookie) => t.ask('GET', '/api/v1/me', { as });
  const logIn = (email = 'ada@estrade.test', password = ownerPassword) =>
    t.ask('POST', '/api/v1/login', { body: { email, password } });
  const change = (email: string, password = ownerPassword) =>
    t.ask('POST', '/api/v1/me/email', { as: cookie, body: { email, password } });
  const confirm = (token: string) => t.ask('POST', '/api/v1/email-change/confirm', { body: { token } });

  beforeAll(async () => (t = await openTestApi()));
  afterAll(() => t.close());
  beforeEach(async () => {
    await t.empty();
    cookie = await signInOwner(t);
  });

  it('saves name, locale and time zone, and refuses a zone that does not exist', async () => {
    const body = { name: '  Ada  Lovelace ', locale: 'fr-FR', timeZone: 'Europe/Paris' };
    expect((await t.ask('PATCH', '/api/v1/me', { as: cookie, body })).json()).toMatchObject({
      name: 'Ada Lovelace',
      locale: 'fr-FR',
      timeZone: 'Europe/Paris',
    });
    const wrong = await t.ask('PATCH', '/api/v1/me', { as: cookie, body: { timeZone: 'Mars/Olympus' } });
    expect(wrong.json()).toMatchObject({
      status: 422,
      fields: [{ path: 'timeZone', message: 'Ce n’est pas un fuseau horaire, comme America/Montreal.' }],
    });
  });

  it.each(['isInstanceOwner', 'role', 'id', 'email', 'passwordHash', 'createdAt'])(
    'refuses a form with %s and saves nothing of it (abuse:A26)',
    async (field) => {
      const body = { name: 'Eve', [field]: 'x' };
      const answer = await t.ask('PATCH', '/api/v1/me', { as: cookie, body });
      expect(answer.status).toBe(400);
      expect(answer.json()).toMatchObject({ code: 'UNKNOWN_FIELD', fields: [{ path: field }] });
      expect((await me()).json()).toMatchObject({ name: 'Ada' });
    },
  );

  it('is not confused by __proto__ and constructor', async () => {
    const odd = await t.ask('PATCH', '/api/v1/me', {
      as: cookie,
      body: { constructor: { prototype: { isInstanceOwner: true } } },
    });
    expect(odd.status).toBe(400);
    const headers = { 'content-type': 'application/json' };
    const body = '{"name":"Eve","__proto__":{"isInstanceOwner":false}}';
    expect((await t.ask('PATCH', '/api/v1/me', { as: cookie, body, headers })).status).toBe(400);
    expect((await me()).json()).toMatchObject({ name: 'Ada' });
  });

  it('changes the password: the cookie is new, the other logins have ended (abuse:A34)', async () => {
    const other = cookieOf(await logIn())!;
    const body = { current: ownerPassword, next: 'another good password' };
    const answer = await t.ask('POST', '/api/v1/me/password', { as: cookie, body });
    expect(answer.status).toBe(204);
    const renewed = cookieOf(answer)!;
    expect(renewed).not.toBe(cookie);
    const statuses = await Promise.all([me(renewed), me(cookie), me(other)]);
    expect(statuses.map(({ status }) => status)).toEqual([200, 401, 401]);
    expect((await logIn()).status).toBe(401);
  });

  it('asks for the present password, ten times at most', async () => {
    const body = { current: 'wrong password', next: 'another good password' };
    const ask = () => t.ask('POST', '/api/v1/me/password', { as: cookie, body });
    expect((await ask()).json()).toMatchObject({ status: 422, code: 'WRONG_PASSWORD', fields: [{ path: 'current' }] });
    for (let i = 0; i < 9; i += 1) await ask();
    expect((await ask()).status).toBe(429);
  });

  it('lists the browsers that are signed in, and ends one of them', async () => {
    const other = cookieOf(await logIn())!;
    const { items } = (await t.ask('GET', '/api/v1/me/logins', { as: cookie })).json<{
      items: { id: string; current: boolean }[];
    }>();
    expect(items.map(({ current }) => current).sort()).toEqual([false, true]);
    const id = items.find(({ current }) => !current)!.id;
    expect((await t.ask('DELETE', `/api/v1/me/logins/${id}`, { as: cookie })).status).toBe(204);
    expect((await me(other)).status).toBe(401);
    expect((await t.ask('DELETE', `/api/v1/me/logins/${id}`, { as: cookie })).status).toBe(404);
  });

  it('changes the address when both the old and the new one have confirmed', async () => {
    expect((await change('Ada.New@estrade.test')).status).toBe(202);
    await t.settle();
    expect(t.mails.map(({ to }) => to)).toEqual(['ada@estrade.test', 'ada.new@estrade.test']);
    expect((await confirm(secretOf(t.mails[1]))).json()).toEqual({ changed: false });
    expect((await logIn()).status).toBe(200);
    expect((await confirm(secretOf(t.mails[1]))).status).toBe(410);
    expect((await confirm(secretOf(t.mails[0]))).json()).toEqual({ changed: true });
    expect((await logIn('ada.new@estrade.test')).status).toBe(200);
    expect((await logIn()).status).toBe(401);
  });

  it('makes a reset link in the old mailbox worthless with the change', async () => {
    await t.ask('POST', '/api/v1/password-reset', { body: { email: 'ada@estrade.test' } });
    await t.settle();
    await change('ada.new@estrade.test');
    await t.settle();
    const [reset, ...both] = t.mails.map((mail) => secretOf(mail));
    for (const link of both) await confirm(link);
    const body = { token: reset!, password: 'a password of the finder' };
    expect((await t.ask('POST', '/api/v1/password-reset/confirm', { body })).status).toBe(410);
  });

  it('changes the address once when both confirm at the same moment', async () => {
    await change('ada.new@estrade.test');
    await t.settle();
    const both = await Promise.all(t.mails.map((mail) => confirm(secretOf(mail))));
    expect(both.map((answer) => answer.json()['changed']).sort()).toEqual([false, true]);
  });

  it('answers alike when the new address is taken, and mails nobody', async () => {
    expect((await change('ada@estrade.test')).status).toBe(202);
    await t.settle();
    expect(t.mails).toHaveLength(0);
    expect((await change('ada.new@estrade.test', 'wrong password')).json()).toMatchObject({ code: 'WRONG_PASSWORD' });
  });
});
