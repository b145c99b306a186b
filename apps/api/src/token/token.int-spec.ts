import { type TestApi, openTestApi, signInOwner } from '../../../../test/api.js';

interface Token {
  id: string;
  secret: string;
}

describe('an API token', () => {
  let t: TestApi;
  let cookie: string;
  const make = async (form: Record<string, unknown> = {}) => {
    const body = { name: 'Robot', scopes: ['read'], ...form };
    return (await t.ask('POST', '/api/v1/tokens', { as: cookie, body })).json<Token>();
  };

  beforeAll(async () => {
    t = await openTestApi();
    cookie = await signInOwner(t);
  });
  afterAll(() => t.close());

  it('acts for its user without an Origin, and shows its secret once', async () => {
    const { secret, id } = await make();
    expect(secret).toMatch(/^estrade_[\w-]{43}$/);
    const me = await t.ask('GET', '/api/v1/me', { as: secret });
    expect(me.json()).toMatchObject({ email: 'ada@estrade.test' });
    const list = await t.ask('GET', '/api/v1/tokens', { as: cookie });
    expect(list.text).toContain(id);
    expect(list.text).not.toContain(secret);
    expect(JSON.stringify(await t.dataSource.query('select * from api_tokens'))).not.toContain(secret);
  });

  it('cannot make, see or end tokens, nor change the account, with or without a trailing slash (abuse:A27)', async () => {
    const { secret, id } = await make({ scopes: ['read', 'write', 'publish', 'admin'] });
    const loginOnly: [string, string, unknown?][] = [
      ['GET', '/api/v1/tokens'],
      ['POST', '/api/v1/tokens', { name: 'More', scopes: ['admin'] }],
      ['DELETE', `/api/v1/tokens/${id}`],
      ['PATCH', '/api/v1/me', { name: 'Eve' }],
      ['POST', '/api/v1/me/password', { current: 'a password for tests', next: 'another good password' }],
      ['POST', '/api/v1/me/email', { email: 'eve@estrade.test', password: 'a password for tests' }],
      ['GET', '/api/v1/me/logins'],
    ];
    for (const [method, path, body] of loginOnly) {
      const answer = await t.ask(method, path, { as: secret, body });
      expect([path, answer.status, answer.json()['code']]).toEqual([path, 403, 'LOGIN_ONLY']);
      expect([403, 404]).toContain((await t.ask(method, `${path}/`, { as: secret, body })).status);
    }
    expect(await t.dataSource.query(`select count(*)::int as n from api_tokens where name = 'More'`)).toEqual([
      { n: 0 },
    ]);
  });

  it('does not reach what its scopes do not say, and nothing is changed', async () => {
    const { secret } = await make({ scopes: ['write'] });
    const answer = await t.ask('GET', '/api/v1/me', { as: secret });
    expect(answer.json()).toMatchObject({
      status: 403,
      code: 'SCOPE_MISSING',
      detail: expect.stringContaining('read'),
    });
  });

  it('is good within its dates only, and ends when it is revoked', async () => {
    const now = t.clock.at.getTime();
    const at = (ms: number) => new Date(now + ms).toISOString();
    const { secret, id } = await make({ validFrom: at(60_000), validUntil: at(120_000) });
    const status = async () => (await t.ask('GET', '/api/v1/me', { as: secret })).status;
    expect(await status()).toBe(401);
    t.clock.pass(60_000);
    expect(await status()).toBe(200);
    t.clock.pass(60_000);
    expect(await status()).toBe(401);
    const other = await make();
    expect((await t.ask('DELETE', `/api/v1/tokens/${other.id}`, { as: cookie })).status).toBe(204);
    expect((await t.ask('GET', '/api/v1/me', { as: other.secret })).json()).toMatchObject({ code: 'TOKEN_UNKNOWN' });
    expect((await t.ask('DELETE', `/api/v1/tokens/${id}`, { as: cookie })).status).toBe(204);
  });

  it('is refused with an end before its start, an unknown scope or the id of a show that is not there', async () => {
    const ask = (form: Record<string, unknown>) =>
      t.ask('POST', '/api/v1/tokens', { as: cookie, body: { name: 'Robot', scopes: ['read'], ...form } });
    expect((await ask({ validUntil: '2020-01-01T00:00:00Z' })).status).toBe(422);
    expect((await ask({ scopes: ['everything'] })).status).toBe(422);
    expect((await ask({ scopes: [] })).status).toBe(422);
    expect((await ask({ showId: '01890000-0000-7000-8000-000000000000' })).status).toBe(404);
  });

  it('that is unknown is not helped by a good cookie beside it', async () => {
    const headers = { cookie, authorization: `Bearer estrade_${'x'.repeat(43)}` };
    expect((await t.ask('GET', '/api/v1/me', { headers })).status).toBe(401);
  });
});
