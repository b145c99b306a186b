import { createServer, type Server } from 'node:http';
import { type Show } from '#libs/catalog';
import { Outbound } from '#libs/outbound';
import { type TestApi, openTestApi, signInOwner } from '../../../../test/api.js';
import { aUser } from '../../../../test/factories/accounts.js';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { checkHost } from './host-check.js';
import type { ShowPageAnswer } from './show-page.answer.js';

let t: TestApi;
let cookie: string;
let show: Show;

beforeAll(async () => {
  t = await openTestApi();
  cookie = await signInOwner(t);
});
beforeEach(async () => {
  show = await aShow(t.dataSource);
});
afterAll(() => t.close());

const ask = (method: string, end = '', body?: unknown) =>
  t.ask(method, `/api/v1/shows/${show.id}/page${end}`, { as: cookie, body });
const read = async () => (await ask('GET')).json<ShowPageAnswer>();
const pathsOf = (answer: { json<T>(): T }) =>
  answer.json<{ fields: { path: string }[] }>().fields.map(({ path }) => path);

describe('the page settings of a show over the API', () => {
  it('are saved field by field, cleaned', async () => {
    const episode = await anEpisode(t.dataSource, show);
    const saved = await ask('PUT', '', {
      ...{ version: 1, startWith: [episode.id, episode.id], contact: ' nous@example.org ' },
      promises: [
        { lang: 'fr', text: '  Une phrase.  ' },
        { lang: 'en', text: '' },
      ],
      apps: [{ app: 'spotify', url: 'https://open.spotify.com/show/x' }],
    });
    expect(saved.status).toBe(200);
    expect((await ask('PUT', '', { version: 2, rhythms: [{ lang: 'fr', text: 'Le mardi' }] })).status).toBe(200);
    expect(await read()).toMatchObject({
      version: 3,
      page: {
        ...{ promises: [{ lang: 'fr', text: 'Une phrase.' }], startWith: [episode.id], contact: 'nous@example.org' },
        rhythms: [{ lang: 'fr', text: 'Le mardi' }],
      },
      host: { name: '', activeAt: null },
    });
  });

  it('name each wrong field, and save nothing', async () => {
    const elsewhere = await anEpisode(t.dataSource, await aShow(t.dataSource));
    const refused = await ask('PUT', '', {
      ...{
        version: 1,
        startWith: [elsewhere.id],
        host: 'localhost',
        promises: [{ lang: 'fr', text: 'x'.repeat(300) }],
      },
      apps: [
        { app: 'spotify', url: 'javascript:alert(1)' },
        { app: 'apple', url: 'https://podcasts.apple.com.evil.example/x' },
      ],
    });
    expect(refused.status).toBe(422);
    expect(pathsOf(refused)).toEqual(['promises.0.text', 'apps.0.url', 'apps.1.url', 'startWith', 'host']);
    expect((await read()).version).toBe(1);
  });

  it('answer 409 with both values to a stale save', async () => {
    await ask('PUT', '', { version: 1, contact: 'theirs' });
    const stale = await ask('PUT', '', { version: 1, contact: 'mine' });
    expect(stale.json()).toMatchObject({
      code: 'STALE_VERSION',
      theirs: { contact: 'theirs' },
      yours: { contact: 'mine' },
    });
  });

  it('use a host only when it leads here, or when they are told to; and leave it', async () => {
    expect((await ask('POST', '/host', {})).json()).toMatchObject({ code: 'HOST_MISSING' });
    await ask('PUT', '', { version: 1, host: 'https://Radio.nowhere.test/' });
    const refused = await ask('POST', '/host', {});
    expect([refused.status, refused.json<{ code: string }>().code]).toEqual([422, 'HOST_NOT_HERE']);
    expect((await read()).host).toMatchObject({ name: 'radio.nowhere.test', activeAt: null });
    const used = (await ask('POST', '/host', { withoutCheck: true })).json<ShowPageAnswer>();
    expect(used.host.activeAt).not.toBeNull();
    expect(new URL(used.pageUrl.fr).hostname).toBe('radio.nowhere.test');
    const left = (await ask('DELETE', '/host')).json<ShowPageAnswer>();
    expect(left.host).toMatchObject({ name: 'radio.nowhere.test', activeAt: null });
    expect(left.pageUrl.fr).toContain(`/fr/${show.slug}`);
  });

  it('give a host to one show alone, and forget that it was checked when it changes', async () => {
    await ask('PUT', '', { version: 1, host: 'one.nowhere.test' });
    const user = await aUser(t.dataSource);
    await t.accounts.memberships.grant(t.dataSource.manager, user.id, show.id, 'owner');
    const theirs = `estrade_login=${(await t.accounts.logins.open(user.id, '')).issued!.secret}`;
    const path = `/api/v1/shows/${show.id}/page/host`;
    // A name that nobody proved may be another's: that is the instance's owner's to decide.
    expect((await t.ask('POST', path, { as: theirs, body: { withoutCheck: true } })).status).toBe(403);
    await ask('POST', '/host', { withoutCheck: true });
    const first = show;
    show = await aShow(t.dataSource);
    expect(pathsOf(await ask('PUT', '', { version: 1, host: 'one.nowhere.test' }))).toEqual(['host']);
    show = first;
    const changed = (await ask('PUT', '', { version: 2, host: 'two.nowhere.test' })).json<ShowPageAnswer>();
    expect(changed.host).toMatchObject({ name: 'two.nowhere.test', activeAt: null });
  });
});

describe('the check of a host', () => {
  let server: Server;
  let origin: string;
  let answer: string;
  beforeAll(async () => {
    server = createServer((_request, response) => response.end(answer));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const check = (allow: string[]) => checkHost(new Outbound({ publicUrl: 'http://a.test', allow }), origin, 'the-id');

  it('wants the id of the show', async () => {
    answer = 'the-id\n';
    await expect(check([origin])).resolves.toBeUndefined();
    answer = '<html>';
    await expect(check([origin])).rejects.toMatchObject({ code: 'HOST_NOT_HERE', params: { reason: 'wrong' } });
  });

  it('asks no address inside', async () => {
    answer = 'the-id';
    await expect(check([])).rejects.toMatchObject({ params: { reason: 'unreachable' } });
  });
});
