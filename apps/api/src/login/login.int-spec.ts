import { type TestApi, cookieOf, openTestApi, ownerPassword, signInOwner } from '../../../../test/api.js';

const hour = 3_600_000;

describe('signing in', () => {
  let t: TestApi;
  let cookie: string;
  const me = (as: string) => t.ask('GET', '/api/v1/me', { as });
  const logIn = (email: string, password: string, from = '203.0.113.1') =>
    t.ask('POST', '/api/v1/login', { body: { email, password }, from });
  const tries = async (n: number, email: string, from: string) => {
    for (let i = 0; i < n; i += 1) expect((await logIn(email, 'wrong password', from)).status).toBe(401);
  };

  beforeAll(async () => (t = await openTestApi()));
  afterAll(() => t.close());
  beforeEach(async () => {
    await t.dataSource.query('delete from throttles');
    cookie = await signInOwner(t);
  });

  it('answers who is signed in, and a cookie that scripts and other sites do not get', async () => {
    const answer = await logIn(' ADA@estrade.test', ownerPassword);
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({ email: 'ada@estrade.test', isInstanceOwner: true, roles: {} });
    expect(answer.headers['set-cookie']![0]).toMatch(
      /^estrade_login=[\w-]{43}; Path=\/api; Expires=.*; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect((await me(cookieOf(answer)!)).json()).toMatchObject({ name: 'Ada' });
  });

  it('keeps only a hash of the cookie', async () => {
    const rows = JSON.stringify(await t.dataSource.query('select * from logins'));
    expect(rows).not.toContain(cookie.split('=')[1]);
  });

  it('takes no secret that the browser brought, and ends the login it replaces (abuse:A34)', async () => {
    const planted = `estrade_login=${'x'.repeat(43)}`;
    const body = { email: 'ada@estrade.test', password: ownerPassword };
    const first = cookieOf(await t.ask('POST', '/api/v1/login', { body, as: planted }))!;
    expect(first).not.toBe(planted);
    const second = cookieOf(await t.ask('POST', '/api/v1/login', { body, as: first }))!;
    expect((await me(first)).status).toBe(401);
    expect((await me(second)).status).toBe(200);
  });

  it('ends with the log-out, on the server too', async () => {
    const out = await t.ask('DELETE', '/api/v1/login', { as: cookie });
    expect(out.status).toBe(204);
    expect(out.headers['set-cookie']![0]).toContain('1970');
    expect((await me(cookie)).status).toBe(401);
  });

  it('replaces the cookie after an hour of use; the one before survives parallel requests, then means a copy', async () => {
    t.clock.pass(hour);
    const answers = await Promise.all([me(cookie), me(cookie), me(cookie), me(cookie)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const issued = answers.map(cookieOf).filter(Boolean);
    expect(issued).toHaveLength(1);
    t.clock.pass(1000);
    expect((await me(issued[0]!)).status).toBe(200);
    expect((await me(cookie)).status).toBe(200);
    t.clock.pass(hour / 2);
    expect((await me(cookie)).status).toBe(401);
    expect((await me(issued[0]!)).status).toBe(401);
  });

  it('goes on with the old cookie when the answer with the new one was lost', async () => {
    t.clock.pass(hour);
    expect(cookieOf(await me(cookie))).toBeDefined();
    t.clock.pass(hour / 2);
    const again = await me(cookie);
    expect(again.status).toBe(200);
    expect((await me(cookieOf(again)!)).status).toBe(200);
  });

  it('ends after a week without use', async () => {
    t.clock.pass(7 * 24 * hour + 1);
    expect((await me(cookie)).status).toBe(401);
  });

  it('answers unknown and known addresses alike, in words and in time (abuse:A35)', async () => {
    const times: Record<string, number[]> = { known: [], unknown: [] };
    const texts = new Set<string>();
    for (let i = 0; i < 12; i += 1) {
      for (const kind of ['known', 'unknown']) {
        const began = performance.now();
        const answer = await logIn(kind === 'known' ? 'ada@estrade.test' : 'bob@estrade.test', 'wrong password');
        times[kind]!.push(performance.now() - began);
        const { requestId: _, ...rest } = answer.json();
        texts.add(JSON.stringify([answer.status, rest, answer.headers['set-cookie'] ?? '']));
        await t.dataSource.query('delete from throttles');
      }
    }
    expect(texts.size).toBe(1);
    const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;
    const ratio = median(times['known']!) / median(times['unknown']!);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.7);
  });

  it.each(['ada@estrade.test', 'bob@estrade.test'])(
    'lets ten tries pass for %s, known or not, then asks to wait',
    async (email) => {
      await tries(10, email, '203.0.113.2');
      const eleventh = await logIn(email, ownerPassword, '203.0.113.3');
      expect(eleventh.status).toBe(429);
      expect(eleventh.json()).toMatchObject({ code: 'TOO_MANY' });
      expect(Number(eleventh.headers['retry-after'])).toBeGreaterThan(800);
      t.clock.pass(15 * 60_000);
      expect((await logIn(email, 'wrong password', '203.0.113.3')).status).toBe(401);
    },
  );

  it('counts a client over all accounts, by the address that the trusted proxy says', async () => {
    for (let i = 0; i < 40; i += 1) await tries(1, `user${i}@estrade.test`, '203.0.113.4');
    expect((await logIn('ada@estrade.test', ownerPassword, '203.0.113.4')).status).toBe(429);
    expect((await logIn('ada@estrade.test', ownerPassword, '203.0.113.5')).status).toBe(200);
  });

  it('keeps no network address, neither in rows nor in the log', async () => {
    await tries(1, 'ada@estrade.test', '203.0.113.77');
    const rows = JSON.stringify(await t.dataSource.query('select * from throttles'));
    expect(rows + t.log.join('')).not.toContain('203.0.113.77');
  });
});

describe('a client address', () => {
  it('is not believed from anybody but the proxy', async () => {
    const t = await openTestApi({ TRUSTED_PROXY: '192.0.2.1' });
    const body = { email: 'ada@estrade.test', password: 'wrong password' };
    const statuses = [];
    for (let i = 0; i < 41; i += 1) {
      const answer = await t.ask('POST', '/api/v1/login', {
        body: { ...body, email: `u${i}@estrade.test` },
        from: `203.0.113.${i}`,
      });
      statuses.push(answer.status);
    }
    expect(statuses.at(-1)).toBe(429);
    await t.close();
  });
});
