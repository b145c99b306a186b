import { openDataSource } from '#libs/database';
import { newId } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { growthOf, steadyGrowth } from '../../../../test/growth.js';
import { FeedFetchRecorder } from './feed-fetch-recorder.js';
import { FeedFetchesQuery } from './feed-fetches.query.js';

const overcast = 'Overcast/3.0 (+http://overcast.fm/; iOS podcast app)';
const pod = 'AntennaPod/3.4.0';

describe('what feeds were asked for', () => {
  let database: TestDatabase;
  let db: DataSource;
  let now: Date;
  let recorder: FeedFetchRecorder;
  let fetches: FeedFetchesQuery;
  let feedId: string;
  let versionId: string;
  let warned: object[];
  let isAway: boolean;

  const clock = { now: () => now };
  const count = (status: number, userAgent: string | undefined, over: { method?: string; versionId?: string } = {}) =>
    recorder.count({ versionId, status, method: 'GET', bytes: 1_000, userAgent, ...over });
  const addFeed = async (kind = 'show') => {
    const id = newId();
    await db.query(`insert into feeds (id, kind, subject_id) values ($1, $2, $3)`, [id, kind, newId()]);
    return { id, version: await addVersion(id, 1) };
  };
  const addVersion = async (feed: string, version: number) => {
    const id = newId();
    await db.query(
      `insert into feed_versions (id, feed_id, version, identity, gzip, br, digest, changed_at, item_count)
       values ($1, $2, $3, '', '', '', '', now(), 0)`,
      [id, feed, version],
    );
    return id;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    db = await openDataSource(database.url, []);
  });
  beforeEach(async () => {
    now = new Date('2026-11-22T10:00:00Z');
    warned = [];
    isAway = false;
    const query = async (...args: Parameters<DataSource['query']>) => {
      if (isAway) throw new Error('the database is away');
      return db.query(...args);
    };
    recorder = new FeedFetchRecorder({ query } as never, clock, { warn: (fields) => void warned.push(fields) });
    fetches = new FeedFetchesQuery(db);
    ({ id: feedId, version: versionId } = await addFeed());
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it('is counted by day: with the bytes, unchanged, and the rest', async () => {
    count(200, overcast);
    count(304, overcast);
    count(304, pod);
    count(200, pod, { method: 'HEAD' });
    count(404, pod);
    await recorder.flush();
    now = new Date('2026-11-23T00:00:01Z');
    count(304, pod);
    await recorder.flush();
    const days = await fetches.byDay(feedId, now);
    expect(days).toHaveLength(7);
    expect(days[0]).toEqual({ day: '2026-11-17', ok: 0, unchanged: 0, other: 0, bytes: 0 });
    expect(days.slice(-2)).toEqual([
      { day: '2026-11-22', ok: 1, unchanged: 2, other: 2, bytes: 1_000 },
      { day: '2026-11-23', ok: 0, unchanged: 1, other: 0, bytes: 0 },
    ]);
  });

  it('adds up over flushes, and over several web apps', async () => {
    const other = new FeedFetchRecorder(db, clock, { warn() {} });
    for (let i = 0; i < 3; i += 1) {
      count(304, pod);
      other.count({ versionId, status: 304, method: 'GET', bytes: 0, userAgent: pod });
      await Promise.all([recorder.flush(), other.flush()]);
    }
    expect((await fetches.byDay(feedId, now)).at(-1)).toMatchObject({ unchanged: 6 });
  });

  it('says which apps have the present bytes, in the order in which they came', async () => {
    count(200, pod);
    now = new Date('2026-11-22T10:00:30Z');
    count(304, overcast);
    count(200, pod, { method: 'HEAD', versionId });
    await recorder.flush();
    now = new Date('2026-11-22T11:00:00Z');
    count(304, pod);
    await recorder.flush();
    expect(await fetches.whoHas(versionId)).toEqual([
      { app: 'antennapod', firstAt: new Date('2026-11-22T10:00:00Z'), count: 2 },
      { app: 'overcast', firstAt: new Date('2026-11-22T10:00:30Z'), count: 1 },
    ]);
    const next = await addVersion(feedId, 2);
    expect(await fetches.whoHas(next)).toEqual([]);
  });

  it('is of public feeds only, and of versions that are still there', async () => {
    const secret = await addFeed('private');
    count(200, pod, { versionId: secret.version });
    count(200, pod, { versionId: newId() });
    count(200, pod);
    await recorder.flush();
    expect((await fetches.byDay(secret.id, now)).at(-1)).toMatchObject({ ok: 0 });
    expect(await fetches.whoHas(secret.version)).toEqual([]);
    expect((await fetches.byDay(feedId, now)).at(-1)).toMatchObject({ ok: 1 });
  });

  it('keeps nothing of a User-Agent but the app’s name', async () => {
    count(200, 'Overcast/3.0 (device of Marie; 203.0.113.7)');
    count(200, 'Maries eigener Abrufer');
    await recorder.flush();
    const rows = await db.query('select * from feed_fetches where feed_id = $1', [feedId]);
    expect(JSON.stringify(rows)).not.toMatch(/Marie|203\.0/);
    expect((rows as { app: string }[]).map(({ app }) => app).sort()).toEqual(['other', 'overcast']);
  });

  it('goes on without the database, and is written when that is back (fault:F12)', async () => {
    isAway = true;
    count(200, pod);
    await recorder.flush();
    count(304, pod);
    await recorder.flush();
    expect(warned).toHaveLength(2);
    isAway = false;
    await recorder.stop();
    expect((await fetches.byDay(feedId, now)).at(-1)).toMatchObject({ ok: 1, unchanged: 1 });
    expect(await fetches.whoHas(versionId)).toHaveLength(1);
  });

  it('has bounds, however many feeds and apps there are', async () => {
    isAway = true;
    for (let i = 0; i < 30_000; i += 1) count(304, `App ${i}`, { versionId: `v${i}` });
    await recorder.flush();
    const { counts, agents } = recorder as unknown as { counts: Map<string, unknown>; agents: Map<string, unknown> };
    expect(counts.size).toBeLessThanOrEqual(20_000);
    expect(agents.size).toBeLessThanOrEqual(2_000);
  });

  it('costs the hundred-thousandth answer no more than the first ones', () => {
    const answered = { versionId, status: 304, method: 'GET', bytes: 0, userAgent: overcast };
    const countMany = (many: number) => {
      for (let i = 0; i < many; i += 1) recorder.count(answered);
    };
    expect(growthOf(countMany, 100_000)).toBeLessThan(steadyGrowth);
  });
});
