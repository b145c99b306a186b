import { type TestApi, openTestApi, ownerPassword, secretOf, signInOwner } from '../../../../test/api.js';

describe('a forgotten password', () => {
  let t: TestApi;
  let cookie: string;
  const ask = (email: string, headers = {}) => t.ask('POST', '/api/v1/password-reset', { body: { email }, headers });
  const confirm = (token: string, password = 'another good password') =>
    t.ask('POST', '/api/v1/password-reset/confirm', { body: { token, password } });
  const logIn = (password: string) => t.ask('POST', '/api/v1/login', { body: { email: 'ada@estrade.test', password } });

  beforeAll(async () => (t = await openTestApi()));
  afterAll(() => t.close());
  beforeEach(async () => {
    await t.empty();
    cookie = await signInOwner(t);
  });

  it('answers 202 for every address and mails the known one only (abuse:A35)', async () => {
    const [known, unknown] = [await ask('ada@estrade.test'), await ask('bob@estrade.test')];
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect(known.status).toBe(202);
    await t.settle();
    expect(t.mails.map(({ to }) => to)).toEqual(['ada@estrade.test']);
  });

  it('builds its link from PUBLIC_URL, never from the Host header', async () => {
    await ask('ada@estrade.test', { host: 'evil.test', 'x-forwarded-host': 'evil.test' });
    await t.settle();
    expect(t.mails[0]!.text).toContain('https://estrade.test/studio/reset#token=');
    expect(t.mails[0]!.text + t.mails[0]!.html).not.toContain('evil');
  });

  it('sets the password once, and ends every login', async () => {
    await ask('ada@estrade.test');
    await t.settle();
    const secret = secretOf(t.mails[0]);
    expect((await confirm(secret)).status).toBe(204);
    expect((await t.ask('GET', '/api/v1/me', { as: cookie })).status).toBe(401);
    expect((await logIn(ownerPassword)).status).toBe(401);
    expect((await logIn('another good password')).status).toBe(200);
    const again = await confirm(secret, 'a third good password');
    expect(again.status).toBe(410);
    expect(again.json()).toMatchObject({ code: 'LINK_ENDED' });
  });

  it('is used once even by two requests at the same moment', async () => {
    await ask('ada@estrade.test');
    await t.settle();
    const both = await Promise.all([confirm(secretOf(t.mails[0])), confirm(secretOf(t.mails[0]))]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 410]);
  });

  it('ends after an hour, and when a newer link is asked for', async () => {
    await ask('ada@estrade.test');
    await ask('ada@estrade.test');
    await t.settle();
    expect((await confirm(secretOf(t.mails[0]))).status).toBe(410);
    t.clock.pass(3_600_000);
    expect((await confirm(secretOf(t.mails[1]))).status).toBe(410);
  });

  it('stays good when the new password is too short', async () => {
    await ask('ada@estrade.test');
    await t.settle();
    const short = await confirm(secretOf(t.mails[0]), 'short');
    expect(short.status).toBe(422);
    expect(short.json()).toMatchObject({ fields: [{ path: 'password', message: 'At least 10 characters.' }] });
    expect((await confirm(secretOf(t.mails[0]))).status).toBe(204);
  });

  it('mails an address three times an hour at most', async () => {
    for (let i = 0; i < 5; i += 1) expect((await ask('ada@estrade.test')).status).toBe(202);
    await t.settle();
    expect(t.mails).toHaveLength(3);
  });

  it('is mended from the console with the owner’s link', async () => {
    const link = await t.accounts.setup.ownerLink();
    expect(link).toMatch(/^https:\/\/estrade\.test\/studio\/reset#token=/);
    expect((await confirm(link!.split('#token=')[1]!)).status).toBe(204);
    expect((await logIn('another good password')).status).toBe(200);
  });
});
