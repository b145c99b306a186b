import { User } from '#libs/accounts';
import { Follower, Mailing } from '#libs/audience';
import type { Show } from '#libs/catalog';
import { newId } from '#libs/kernel';
import { cookieOf, openTestApi, signInOwner, type TestApi } from '../../../../test/api.js';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import type { FollowersAnswer, MailingsAnswer } from './followers.answer.js';

describe('the followers of a show, over the API', () => {
  let t: TestApi;
  let owner: string;
  let show: Show;
  let at: string;

  beforeAll(async () => {
    t = await openTestApi();
    owner = await signInOwner(t);
    show = await aShow(t.dataSource);
    const ada = await t.dataSource.getRepository(User).findOneByOrFail({});
    await t.accounts.memberships.grant(t.dataSource.manager, ada.id, show.id, 'owner');
    at = `/api/v1/shows/${show.id}`;
    await insert('eve@example.org', {});
    await insert('=cmd|calc@example.org', { target: 'series', targetId: newId(), part: 2, isOnce: true }, 1);
    await insert('not-yet@example.org', { state: 'asked', confirmedAt: null });
  });
  afterAll(() => t.close());

  const insert = (email: string, given: Partial<Follower>, day = 0) =>
    t.dataSource.getRepository(Follower).insert({
      ...{ id: newId(), target: 'show', targetId: show.id, showId: show.id, isOnce: false, email, locale: 'fr-CA' },
      ...{ state: 'confirmed', secretHash: newId(), wording: '2026-11-22', askedAt: new Date('2026-05-01') },
      ...{ confirmedAt: new Date(Date.UTC(2026, 4, 1 + day)), ...given },
    });
  const ask = async (method: string, path: string) => {
    const answer = await t.ask(method, path, { as: owner });
    owner = cookieOf(answer) ?? owner;
    return answer;
  };
  const list = async (query = '') => (await ask('GET', `${at}/followers${query}`)).json<FollowersAnswer>();
  const as = async (role: 'editor' | 'producer' | 'moderator') => {
    const user = { id: newId(), email: `${role}@estrade.test`, name: role, passwordHash: '-' };
    await t.dataSource.getRepository(User).insert(user);
    await t.accounts.memberships.grant(t.dataSource.manager, user.id, show.id, role);
    return `estrade_login=${(await t.accounts.logins.open(user.id, '')).issued!.secret}`;
  };

  it('are listed newest first, who has not confirmed only counted, no secrets with them', async () => {
    const { items, ...rest } = await list();
    expect(rest).toEqual({ confirmed: 2, waiting: 1, hasMore: false });
    expect(items.map(({ email }) => email)).toEqual(['=cmd|calc@example.org', 'eve@example.org']);
    expect(Object.keys(items[1]!).sort()).toEqual(
      ['id', 'email', 'target', 'part', 'title', 'isOnce', 'locale', 'confirmedAt'].sort(),
    );
    expect(items[1]).toMatchObject({ target: 'show', title: 'Des dates plutôt que des logos' });
  });

  it('are found by a part of their address, and come a hundred at a time', async () => {
    expect((await list('?find=EVE')).items).toHaveLength(1);
    expect((await list('?find=%25')).items).toEqual([]);
    const many = Array.from({ length: 120 }, (_, n) => insert(`many-${n}@example.org`, {}, -2));
    await Promise.all(many);
    expect([(await list()).items.length, (await list()).hasMore]).toEqual([100, true]);
    expect([(await list('?page=2')).items.length, (await list('?page=2')).hasMore]).toEqual([22, false]);
    expect((await ask('GET', `${at}/followers?page=0`)).status).toBe(422);
    await t.dataSource.query(`delete from followers where email like 'many-%'`);
  });

  it('are taken out as a table that no spreadsheet runs (abuse:A54)', async () => {
    const answer = await ask('GET', `${at}/followers.csv?locale=fr-CA`);
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'private, no-store',
    ]);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="followers.csv"');
    expect(answer.text.split('\r\n')).toEqual([
      '\ufeffAdresse,Demande,Depuis',
      `"'=cmd|calc@example.org",La partie 2 de …,2026-05-02`,
      'eve@example.org,Les nouveaux épisodes,2026-05-01',
      '',
    ]);
  });

  it('are for owners and producers alone (abuse:A25)', async () => {
    const [producer, editor, moderator] = [await as('producer'), await as('editor'), await as('moderator')];
    for (const path of ['followers', 'followers.csv', 'mailings']) {
      const statuses = [];
      for (const who of [producer, editor, moderator])
        statuses.push((await t.ask('GET', `${at}/${path}`, { as: who })).status);
      expect([path, ...statuses]).toEqual([path, 200, 403, 403]);
    }
  });

  it('are removed with their address, once; another show’s are not', async () => {
    const { items } = await list('?find=cmd');
    const other = await aShow(t.dataSource, { title: 'Other', slug: 'other' });
    const ada = await t.dataSource.getRepository(User).findOneByOrFail({ email: 'ada@estrade.test' });
    await t.accounts.memberships.grant(t.dataSource.manager, ada.id, other.id, 'owner');
    owner = `estrade_login=${(await t.accounts.logins.open(ada.id, '')).issued!.secret}`;
    const remove = async (showId: string) =>
      (await ask('DELETE', `/api/v1/shows/${showId}/followers/${items[0]!.id}`)).status;
    expect([await remove(other.id), await remove(show.id), await remove(show.id)]).toEqual([404, 204, 404]);
    expect(await t.dataSource.query(`select 1 from followers where email like '%cmd%'`)).toEqual([]);
  });

  it('have a log of what was sent to how many', async () => {
    const episode = await anEpisode(t.dataSource, show, { title: 'Une date' });
    const numbers = { total: 3, sent: 2, failed: 1, dueAt: new Date('2026-05-12T11:01:00Z'), finishedAt: new Date() };
    const mailing = { id: newId(), showId: show.id, episodeId: episode.id, state: 'done' as const, ...numbers };
    await t.dataSource.getRepository(Mailing).insert(mailing);
    const { items } = (await ask('GET', `${at}/mailings`)).json<MailingsAnswer>();
    expect(items).toEqual([
      expect.objectContaining({ title: 'Une date', state: 'done', total: 3, sent: 2, failed: 1 }),
    ]);
    expect(JSON.stringify(items)).not.toContain('@');
  });
});
