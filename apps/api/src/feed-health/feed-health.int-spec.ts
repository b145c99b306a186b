import { User } from '#libs/accounts';
import { Feed, FeedVersion } from '#libs/feeds';
import type { Show } from '#libs/catalog';
import { newId, type Role } from '#libs/kernel';
import { FeedFetchRecorder } from '#libs/stats';
import { aUser } from '../../../../test/factories/accounts.js';
import { type TestApi, openTestApi, ownerPassword } from '../../../../test/api.js';
import { aShow } from '../../../../test/factories/catalog.js';
import type { FeedHealthAnswer, PushesAnswer } from './feed-health.answer.js';

const hub = 'https://hub.example.org/';
let t: TestApi;
let cookie: string;
let show: Show;
let feedId: string;

beforeAll(async () => {
  t = await openTestApi({
    PUBLIC_URL: 'https://pod.example.org',
    WEBSUB_HUBS: hub,
    PODPING_URL: 'https://ping.example.org/',
    PODPING_TOKEN: 'a secret token',
  });
  // The usual way in asks from an address that is not public.
  await t.accounts.setup.ensureOwner('ada@estrade.test', ownerPassword, 'Ada');
  const { id } = await t.dataSource.getRepository(User).findOneByOrFail({});
  cookie = await logIn(id);
});
beforeEach(async () => {
  show = await aShow(t.dataSource, { title: `Show ${newId()}` });
  feedId = newId();
  const path = `/${show.slug}/feed.xml`;
  await t.dataSource.getRepository(Feed).insert({ id: feedId, kind: 'show', subjectId: show.id, path });
});
afterAll(() => t.close());

const logIn = async (userId: string) => `estrade_login=${(await t.accounts.logins.open(userId, '')).issued!.secret}`;
const ask = (method: string, end: string, as = cookie) =>
  t.ask(method, `/api/v1/shows/${show.id}/feeds/${feedId}${end}`, {
    as,
    headers: { origin: 'https://pod.example.org' },
  });
const health = async () => (await ask('GET', '/health')).json<FeedHealthAnswer>();

async function addVersion(version: number, validFrom: Date): Promise<string> {
  const id = newId();
  await t.dataSource.getRepository(FeedVersion).insert({
    ...{ id, feedId, version, validFrom, digest: `digest ${version}`, changedAt: validFrom, itemCount: 12 },
    ...{ identity: Buffer.alloc(900), gzip: Buffer.alloc(300), br: Buffer.alloc(200) },
  } as never);
  return id;
}

async function fetchedBy(versionId: string, ...answers: [status: number, userAgent: string][]): Promise<void> {
  const recorder = new FeedFetchRecorder(t.dataSource, t.deps.clock, { warn() {} });
  for (const [status, userAgent] of answers) {
    recorder.count({ versionId, status, userAgent, method: 'GET', bytes: 300 });
  }
  await recorder.stop();
}

const asMember = async (role: Role) => {
  const user = await aUser(t.dataSource);
  await t.accounts.memberships.grant(t.dataSource.manager, user.id, show.id, role);
  return logIn(user.id);
};

describe('the health of a feed', () => {
  it('is empty before it is served', async () => {
    const { served, days, unchangedShare, apps } = await health();
    expect({ served, unchangedShare, apps }).toEqual({ served: null, unchangedShare: null, apps: [] });
    expect(days).toHaveLength(7);
  });

  it('says size, fetches, and who has what is served now', async () => {
    const old = await addVersion(1, new Date('2026-05-11T08:00:00Z'));
    await fetchedBy(old, [200, 'AntennaPod/3'], [200, 'Overcast/3'], [304, 'Overcast/3']);
    const current = await addVersion(2, new Date('2026-05-12T08:00:00Z'));
    await addVersion(3, new Date('2026-05-13T08:00:00Z'));
    await fetchedBy(current, [200, 'Overcast/3'], [304, 'Overcast/3'], [304, 'Overcast/3']);
    const { served, days, unchangedShare, apps } = await health();
    expect(served).toMatchObject({ items: 12, sizes: { identity: 900, gzip: 300, br: 200 } });
    expect(served!.since).toBe('2026-05-12T08:00:00.000Z');
    expect(days.at(-1)).toEqual({ day: '2026-05-12', ok: 3, unchanged: 3, other: 0, bytes: 900 });
    expect(unchangedShare).toBe(0.5);
    expect(apps).toEqual([{ app: 'overcast', firstAt: '2026-05-12T10:00:00.000Z', count: 3 }]);
  });

  it('says whom a change is told, without the token', async () => {
    const { push } = await health();
    expect(push).toMatchObject({ hubs: [hub], podping: 'https://ping.example.org/', silence: null, items: [] });
    expect(JSON.stringify(push)).not.toContain('secret');
  });
});

describe('telling hubs by hand', () => {
  it('orders a message to each, once', async () => {
    const answer = await ask('POST', '/pushes');
    expect(answer.status).toBe(202);
    const { items } = answer.json<PushesAnswer>();
    expect(items.map(({ target, state, tries }) => `${target} ${state} ${tries}`).sort()).toEqual([
      'podping waiting 0',
      'websub waiting 0',
    ]);
    await ask('POST', '/pushes');
    expect((await health()).push.items.map(({ changes }) => changes)).toEqual([2, 2]);
  });

  it('sends a dead letter again, beside the one that failed', async () => {
    await ask('POST', '/pushes');
    await t.dataSource.query(`update pushes set state = 'failed' where feed_id = $1`, [feedId]);
    const { items } = (await ask('POST', '/pushes')).json<PushesAnswer>();
    expect(items.map(({ state }) => state).sort()).toEqual(['failed', 'failed', 'waiting', 'waiting']);
  });

  it('is refused with the reason where nobody may be told', async () => {
    await t.dataSource.query(`update shows set feed = feed || '{"push": false}' where id = $1`, [show.id]);
    const answer = await ask('POST', '/pushes');
    expect(answer.status).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'FEED_NOT_TOLD', silence: 'switched-off' });
    expect((await health()).push.silence).toBe('switched-off');
  });

  it.each<[Role, number]>([
    ['moderator', 403],
    ['editor', 403],
    ['producer', 202],
  ])('is for producers: a %s gets %d', async (role, status) => {
    expect((await ask('POST', '/pushes', await asMember(role))).status).toBe(status);
  });
});
