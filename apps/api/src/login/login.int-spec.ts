import { type TestApi, cookieOf, openTestApi, ownerPassword, signInOwner } from '../../../../test/api.js';

describe('signing in', () => {
  let t: TestApi;
  beforeAll(async () => (t = await openTestApi()));
  afterAll(() => t.close());

  it('answers who is signed in, and a cookie that only we can read', async () => {
    await signInOwner(t);
    const answer = await t.ask('POST', '/api/v1/login', {
      body: { email: ' ADA@estrade.test', password: ownerPassword },
    });
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({ email: 'ada@estrade.test', isInstanceOwner: true, roles: {} });
    expect(answer.headers['set-cookie']![0]).toMatch(
      /^estrade_login=[\w-]{43}; Path=\/api; Expires=.*; HttpOnly; SameSite=Lax; Secure$/,
    );
    const me = await t.ask('GET', '/api/v1/me', { as: cookieOf(answer)! });
    expect(me.json()).toMatchObject({ name: 'Ada' });
  });
});
