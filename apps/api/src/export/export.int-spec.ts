import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Addresses, type Episode, Show } from '#libs/catalog';
import { ShowExport, makeWriteExport } from '#libs/transfer';
import { type TestApi, openTestApi, signInOwner } from '../../../../test/api.js';
import { aShow, anEpisode } from '../../../../test/factories/catalog.js';
import { aStorage, fillStorage } from '../../../../test/factories/archives.js';

let t: TestApi;
let owner: string;
let show: Show;
let episode: Episode;
let place: Awaited<ReturnType<typeof aStorage>>;
let host: Server;
/** What the new host answers, by path. */
const pages = new Map<string, string | { to: string }>();
let newHost: string;

beforeAll(async () => {
  host = createServer((request, response) => {
    const page = pages.get(request.url!);
    if (typeof page === 'object') return void response.writeHead(301, { location: page.to }).end();
    response.writeHead(page ? 200 : 404, { 'content-type': 'application/rss+xml' }).end(page);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => host.once('listening', resolve));
  newHost = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  place = await aStorage();
  t = await openTestApi({ OUTBOUND_ALLOW: newHost }, { storage: place.storage, addresses: new Addresses(newHost) });
  owner = await signInOwner(t);
  show = await aShow(t.dataSource);
  episode = await anEpisode(t.dataSource, show);
  await fillStorage(t.dataSource, place.storage);
});
afterAll(async () => {
  await t.close();
  host.close();
  await place.remove();
});

const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  t.ask(method, `/api/v1/shows/${show.id}${path}`, {
    as: owner,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

describe('archives', () => {
  const form = { baseUrl: 'https://podcast.example.org' };

  it('are ordered, looked at, fetched by range, and deleted', async () => {
    const ordered = await ask('POST', '/exports', form);
    expect(ordered.status).toBe(202);
    const { id } = ordered.json<{ id: string }>();
    expect(ordered.json()).toMatchObject({ state: 'waiting', url: null, baseUrl: form.baseUrl });
    expect((await ask('GET', `/exports/${id}/archive`)).status).toBe(409);

    const write = makeWriteExport({ dataSource: t.dataSource, storage: place.storage, clock: t.deps.clock });
    await write({ exportId: id }, { signal: new AbortController().signal, attempt: 1, isLastTry: true });
    const done = (await ask('GET', `/exports/${id}`)).json<{ url: string; bytes: number; state: string }>();
    expect(done.state).toBe('done');
    expect((await ask('GET', '/exports')).json<{ items: unknown[] }>().items).toEqual([done]);

    const whole = await t.ask('GET', done.url, { as: owner });
    expect([whole.status, whole.bytes.length]).toEqual([200, done.bytes]);
    expect(whole.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${show.slug}-2026-05-12.zip"`,
      'cache-control': 'private, no-store',
    });
    const part = await t.ask('GET', done.url, { as: owner, headers: { range: 'bytes=10-19' } });
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 10-19/${done.bytes}`]);
    expect(part.bytes).toEqual(whole.bytes.subarray(10, 20));
    const stale = await t.ask('GET', done.url, { as: owner, headers: { range: 'bytes=10-19', 'if-range': '"x"' } });
    expect(stale.status).toBe(200);
    expect((await t.ask('GET', done.url, { as: owner, headers: { range: `bytes=${done.bytes}-` } })).status).toBe(416);
    const head = await t.ask('HEAD', done.url, { as: owner });
    expect([head.status, head.headers['content-length'], head.text]).toEqual([200, String(done.bytes), '']);
    expect((await t.ask('GET', done.url)).status).toBe(401);

    expect((await ask('DELETE', `/exports/${id}`)).status).toBe(204);
    expect(await t.dataSource.getRepository(ShowExport).count()).toBe(0);
    expect((await t.ask('GET', done.url, { as: owner })).status).toBe(404);
  });

  it('need an address', async () => {
    expect((await ask('POST', '/exports', { baseUrl: 'nowhere' })).status).toBe(422);
    expect((await ask('POST', '/exports', {})).status).toBe(422);
  });
});

describe('a podcast that has moved', () => {
  const feed = (...parts: string[]) =>
    `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>New</title>${parts.join('')}</channel></rss>`;
  const item = (guid: string) => `<item><title>One</title><guid isPermaLink="false">${guid}</guid></item>`;
  const movedTo = async () => (await t.dataSource.getRepository(Show).findOneByOrFail({ id: show.id })).feed.movedTo;

  it('leads to the same podcast at its new address, and back', async () => {
    pages.set('/feed.xml', feed(item(episode.guid), item('more')));
    const moved = await ask('POST', '/move', { to: `${newHost}/feed.xml` });
    expect(moved.json()).toEqual({
      movedTo: `${newHost}/feed.xml`,
      check: { isSameGuid: false, found: 1, total: 1 },
    });
    expect(await movedTo()).toBe(`${newHost}/feed.xml`);
    expect((await ask('GET', '/move')).json()).toEqual({ movedTo: `${newHost}/feed.xml`, check: null });
    expect((await ask('DELETE', '/move')).json()).toEqual({ movedTo: null, check: null });
    expect(await movedTo()).toBe('');
  });

  it('is known by its podcast:guid too', async () => {
    const { podcastGuid } = await t.dataSource.getRepository(Show).findOneByOrFail({ id: show.id });
    pages.set('/guid.xml', feed(`<podcast:guid>${podcastGuid}</podcast:guid>`));
    expect((await ask('POST', '/move', { to: `${newHost}/guid.xml` })).json()).toMatchObject({
      check: { isSameGuid: true, found: 0 },
    });
  });

  it('is not led to another podcast, unless somebody insists', async () => {
    await ask('DELETE', '/move');
    pages.set('/other.xml', feed(item('another')));
    const refused = await ask('POST', '/move', { to: `${newHost}/other.xml` });
    expect([refused.status, refused.json()]).toMatchObject([422, { code: 'MOVE_OTHER_FEED' }]);
    expect(await movedTo()).toBe('');
    expect((await ask('POST', '/move', { to: `${newHost}/other.xml`, anyway: true })).status).toBe(200);
    await ask('DELETE', '/move');
  });

  it.each([
    ['nothing is there', '/missing.xml', 'MOVE_NO_FEED'],
    ['a page is there', '/page', 'MOVE_NO_FEED'],
    ['its own feed is there', 'own', 'MOVE_TO_ITSELF'],
    ['it leads back here', '/back.xml', 'MOVE_TO_ITSELF'],
  ])('stays when %s', async (_, path, code) => {
    pages.set('/page', '<!doctype html><html><body>Hello</body></html>');
    const own = t.deps.addresses.showFeed(show.slug);
    pages.set('/back.xml', { to: own });
    pages.set(new URL(own).pathname, feed(item(episode.guid)));
    const answer = await ask('POST', '/move', { to: path === 'own' ? own : newHost + path, anyway: true });
    expect([answer.status, answer.json()['code']]).toEqual([422, code]);
    expect(await movedTo()).toBe('');
  });

  it.each(['http://127.0.0.1:9/feed.xml', 'http://169.254.169.254/feed.xml'])(
    'never asks inside: %s (abuse:A14)',
    async (to) => {
      expect((await ask('POST', '/move', { to, anyway: true })).status).toBe(422);
      expect(await movedTo()).toBe('');
    },
  );
});
