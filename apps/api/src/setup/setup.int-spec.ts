import { type TestApi, cookieOf, openTestApi } from '../../../../test/api.js';

describe('setting up', () => {
  let t: TestApi;
  const form = { email: 'Ada@estrade.test', name: 'Ada', password: 'a password for tests', locale: 'fr-CA' };
  const setUp = (token: string, more = {}) => t.ask('POST', '/api/v1/setup', { body: { token, ...form, ...more } });
  const newLink = async () => (await t.accounts.setup.createSetupLink())!.split('#token=')[1]!;
  const needsSetup = async () => (await t.ask('GET', '/api/v1/instance')).json()['needsSetup'];

  beforeAll(async () => (t = await openTestApi()));
  afterAll(() => t.close());
  beforeEach(() => t.empty());

  it('makes the owner with the link of the console, once, and signs them in', async () => {
    expect(await needsSetup()).toBe(true);
    const secret = await newLink();
    const answer = await setUp(secret);
    expect(answer.status).toBe(201);
    expect(answer.json()).toMatchObject({ email: 'ada@estrade.test', locale: 'fr-CA', isInstanceOwner: true });
    expect((await t.ask('GET', '/api/v1/me', { as: cookieOf(answer)! })).status).toBe(200);
    expect(await needsSetup()).toBe(false);
    expect((await setUp(secret)).json()).toMatchObject({ status: 409, code: 'ALREADY_SET_UP' });
    expect(await t.accounts.setup.createSetupLink()).toBeUndefined();
  });

  it('refuses a guessed, an old and a replaced link', async () => {
    expect((await setUp('guessed')).status).toBe(410);
    const [replaced, good] = [await newLink(), await newLink()];
    expect((await setUp(replaced)).status).toBe(410);
    t.clock.pass(24 * 3_600_000);
    expect((await setUp(good)).status).toBe(410);
  });

  it('makes one owner of two requests at the same moment', async () => {
    const secret = await newLink();
    const both = await Promise.all([setUp(secret), setUp(secret, { email: 'eve@estrade.test' })]);
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await t.dataSource.query('select count(*)::int as n from users')).toEqual([{ n: 1 }]);
  });

  it('makes the owner unattended, once', async () => {
    await t.accounts.setup.ensureOwner('ada@estrade.test', 'a password for tests');
    await t.accounts.setup.ensureOwner('eve@estrade.test', 'a password for tests');
    expect(await t.dataSource.query("select email, password_hash like '$argon2id$%' as hashed from users")).toEqual([
      { email: 'ada@estrade.test', hashed: true },
    ]);
  });
});
