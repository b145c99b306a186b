import { openDataSource } from '#libs/database';
import type { DataSource } from 'typeorm';
import { createTestDatabase } from '../../../test/database.js';
import { type Accounts, accountsEntities, createAccounts, forgetEnded } from './index.js';

const day = 24 * 3_600_000;

describe('forgetting what has ended', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let db: DataSource;
  let accounts: Accounts;
  const clock = { at: new Date('2026-05-12T10:00:00Z'), now: () => clock.at };
  const count = async () => {
    const tables = ['logins', 'one_time_links', 'throttles'];
    const rows = await Promise.all(
      tables.map((name) => db.query<{ n: number }[]>(`select count(*)::int as n from ${name}`)),
    );
    return rows.map(([row]) => row!.n);
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    // Memberships and tokens name shows by key only; this lib's own entities are enough for its rows.
    db = await openDataSource(
      database.url,
      accountsEntities.filter(({ name }) => !['Membership', 'ApiToken'].includes(name)),
      [],
      3,
    );
    const addresses = { studio: (path: string) => `https://estrade.test/studio${path}` };
    const deps = { dataSource: db, clock, addresses, log: { error: () => {} }, secret: 's' };
    accounts = createAccounts({ ...deps, mailer: { send: async () => {} } });
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it('keeps what is still good and deletes the rest', async () => {
    await accounts.setup.ensureOwner('ada@estrade.test', 'a password for tests');
    const [{ id }] = await db.query<[{ id: string }]>('select id from users');
    await accounts.logins.open(id, '');
    await accounts.setup.ownerLink();
    await accounts.throttles.take('login-account', 'ada@estrade.test');
    await forgetEnded(db, clock.at);
    expect(await count()).toEqual([1, 1, 1]);
    await forgetEnded(db, new Date(clock.at.getTime() + 2 * day));
    expect(await count()).toEqual([1, 0, 0]);
    await forgetEnded(db, new Date(clock.at.getTime() + 9 * day));
    expect(await count()).toEqual([0, 0, 0]);
  });
});
