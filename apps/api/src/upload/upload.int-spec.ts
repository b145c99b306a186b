import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#libs/kernel';
import { type Episode, type Show } from '#libs/catalog';
import { Upload } from '#libs/media';
import { createStorage } from '#libs/storage';
import { type TestApi, openTestApi, signInOwner } from '../../../../test/api.js';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { ReceiveService } from './receive.service.js';
import { StagedStore } from './staged-store.js';
import { UploadLocker } from './upload-locker.js';

const MB = 1024 ** 2;
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const toMetadata = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

let t: TestApi;
let cookie: string;
let folder: string;
let show: Show;
let episode: Episode;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estrade-upload-'));
  const env = { DATA_DIR: folder, UPLOAD_MAX_BYTES: String(50 * MB), UPLOAD_QUOTA_BYTES: String(200 * MB) };
  t = await openTestApi(env, { storage: await createStorage({ dataDir: folder, storageUrl: undefined }) });
  cookie = await signInOwner(t);
  show = await aShow(t.dataSource);
});
beforeEach(async () => {
  episode = await anEpisode(t.dataSource, show, { state: 'draft', revision: false });
  await t.dataSource.query('delete from uploads');
});
afterAll(async () => {
  await t.close();
  await rm(folder, { recursive: true, force: true });
});

const tus = { 'tus-resumable': '1.0.0' };
const announce = (bytes: number, metadata: Record<string, string> = {}, as = cookie) =>
  t.ask('POST', '/api/v1/uploads', {
    as,
    headers: {
      ...tus,
      'upload-length': String(bytes),
      'upload-metadata': toMetadata({ showId: show.id, episodeId: episode.id, filename: 'a.wav', ...metadata }),
    },
  });
const offsetOf = async (path: string) =>
  Number((await t.ask('HEAD', path, { as: cookie, headers: tus })).headers['upload-offset']);
const send = (path: string, offset: number, body: Buffer, as = cookie) =>
  t.ask('PATCH', path, {
    as,
    body,
    headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
  });
const recording = async () =>
  (await t.ask('GET', `/api/v1/shows/${show.id}/episodes/${episode.id}/recording`, { as: cookie })).json();

describe('an upload', () => {
  it('arrives in parts, is hashed, and becomes a revision of the episode’s recording', async () => {
    const bytes = randomBytes(3 * MB);
    const created = await announce(bytes.length, { filename: 'MNC-087 é.wav' });
    expect(created.status).toBe(201);
    const path = created.headers.location!;
    expect(path).toMatch(/^\/api\/v1\/uploads\/[0-9a-f-]{36}$/);

    expect((await send(path, 0, bytes.subarray(0, MB))).headers['upload-offset']).toBe(String(MB));
    expect(await recording()).toMatchObject({
      upload: { fileName: 'MNC-087 é.wav', receivedBytes: MB, totalBytes: 3 * MB, state: 'receiving' },
      revisions: [],
    });
    expect((await send(path, MB, bytes.subarray(MB))).status).toBe(204);

    expect(await recording()).toMatchObject({
      upload: { receivedBytes: 3 * MB, state: 'finished' },
      revisions: [{ number: 1, state: 'waiting', step: 'probe', error: null, originalName: 'MNC-087 é.wav' }],
    });
    const id = path.split('/').at(-1)!;
    const row = await t.dataSource.manager.findOneByOrFail(Upload, { id });
    expect(row.sha256).toBe(sha256(bytes));
    expect(sha256(await t.deps.storage.readBytes(row.key))).toBe(sha256(bytes));
    expect(await readdir(join(folder, 'uploads'))).toEqual([]);
    const facts = await t.dataSource.query(`select payload from outbox where name = 'upload.finished'`);
    expect(facts.at(-1)!.payload).toMatchObject({ uploadId: id });
    expect(await offsetOf(path)).toBe(bytes.length);
  });

  it('becomes a second revision when the episode has a recording', async () => {
    for (const name of ['one.wav', 'two.wav']) {
      const path = (await announce(1000, { filename: name })).headers.location!;
      await send(path, 0, randomBytes(1000));
    }
    expect((await recording()).revisions).toMatchObject([
      { number: 2, state: 'waiting', originalName: 'two.wav' },
      { number: 1, state: 'cancelled', originalName: 'one.wav' },
    ]);
  });

  it('resumes where the connection broke, byte for byte', async () => {
    const bytes = randomBytes(4 * MB);
    const path = (await announce(bytes.length)).headers.location!;
    await sendAndBreak(path, bytes, 1.5 * MB);
    const offset = await waitForQuiet(path);
    const id = path.split('/').at(-1)!;
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThanOrEqual((await stat(join(folder, 'uploads', id))).size);
    expect((await send(path, offset, bytes.subarray(offset))).status).toBe(204);
    expect((await t.dataSource.manager.findOneByOrFail(Upload, { id })).sha256).toBe(sha256(bytes));
  });

  it('lets one of two senders win (fault:F20)', async () => {
    const bytes = randomBytes(8 * MB);
    const path = (await announce(bytes.length)).headers.location!;
    const statuses = (await Promise.all([send(path, 0, bytes), send(path, 0, bytes)])).map(({ status }) => status);
    expect(statuses.sort()[0]).toBe(204);
    expect([409, 423]).toContain(statuses.sort()[1]);
    const row = await t.dataSource.manager.findOneByOrFail(Upload, { id: path.split('/').at(-1)! });
    expect(row.sha256).toBe(sha256(bytes));
  });

  it('refuses bytes at a wrong offset and after the end', async () => {
    const path = (await announce(1000)).headers.location!;
    expect((await send(path, 10, randomBytes(10))).status).toBe(409);
    expect((await send(path, 0, randomBytes(1001))).status).toBe(413);
    expect(await offsetOf(path)).toBe(0);
  });

  it('compares with what the browser read, and asks to send again when it differs', async () => {
    const bytes = randomBytes(5000);
    const path = (await announce(bytes.length)).headers.location!;
    const claim = (digest: string) => t.ask('POST', `${path}/digest`, { as: cookie, body: { sha256: digest } });
    expect((await claim(sha256(bytes))).json()).toMatchObject({ code: 'UPLOAD_UNFINISHED', status: 409 });
    await send(path, 0, bytes);
    expect((await claim(sha256(bytes))).json()).toEqual({ same: true });
    const wrong = await claim('ab'.repeat(32));
    expect(wrong.json()).toMatchObject({
      code: 'DIGEST_DIFFERS',
      status: 409,
      detail: expect.stringContaining('Send it again'),
    });
    expect(await recording()).toMatchObject({ revisions: [{ state: 'failed', error: { code: 'DIGEST_DIFFERS' } }] });
  });

  it('does not work on a file that arrived other than it was announced', async () => {
    const path = (await announce(5000, { sha256: 'ab'.repeat(32) })).headers.location!;
    await send(path, 0, randomBytes(5000));
    expect(await recording()).toMatchObject({ upload: { state: 'refused' }, revisions: [] });
  });

  it.each([
    ['larger than one file may be', 50 * MB + 1, 413, 'UPLOAD_TOO_LARGE'],
    ['empty', 0, 422, 'EMPTY_FILE'],
  ])('is refused before its first byte when it is %s', async (_, bytes, status, code) => {
    const answer = await announce(bytes);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status, code });
    expect(await t.dataSource.manager.count(Upload)).toBe(0);
  });

  it('is refused when the instance keeps as much as it may', async () => {
    for (let i = 0; i < 4; i += 1) expect((await announce(48 * MB)).status).toBe(201);
    expect((await announce(48 * MB)).json()).toMatchObject({ status: 413, code: 'QUOTA_EXCEEDED' });
  });

  it.each([
    '../../x',
    '..\\..\\x',
    '%2e%2e%2f',
    '/etc/passwd',
    'a\0b',
    'x'.repeat(5000),
    'CON',
    '\u202ecod.exe',
    'a.',
    '-i /etc/passwd.mp3',
    '$(id).mp3',
  ])('named %j lies under an id of ours (abuse:A22, abuse:A04)', async (filename) => {
    const path = (await announce(10, { filename })).headers.location!;
    expect(path).toMatch(/^\/api\/v1\/uploads\/[0-9a-f-]{36}$/);
    expect(await readdir(join(folder, 'uploads'))).toContain(path.split('/').at(-1));
    const { fileName } = (await recording()).upload as { fileName: string };
    expect(fileName).not.toMatch(/[/\\\0\u202e]/);
    expect(fileName.length).toBeLessThanOrEqual(200);
  });

  it('is not there for another show, another episode’s show, or a stranger (abuse:A25)', async () => {
    const other = await aShow(t.dataSource, { title: 'Une autre' });
    const theirs = await anEpisode(t.dataSource, other, { state: 'draft', revision: false });
    expect((await announce(10, { episodeId: theirs.id })).status).toBe(404);
    expect((await announce(10, { showId: newId() })).status).toBe(404);
    expect((await announce(10, {}, '')).status).toBe(401);
    const path = (await announce(10)).headers.location!;
    expect((await send(`/api/v1/uploads/${newId()}`, 0, Buffer.alloc(1))).status).toBe(404);
    expect((await send('/api/v1/uploads/..%2f..%2fx', 0, Buffer.alloc(1))).status).toBe(404);
    expect((await send(path, 0, Buffer.alloc(1), '')).status).toBe(401);
    expect(await t.dataSource.manager.count(Upload)).toBe(1);
  });

  it.each([
    ['no length', { 'upload-metadata': toMetadata({ showId: newId() }) }],
    ['no metadata', { 'upload-length': '10' }],
    ['metadata that is not base64', { 'upload-length': '10', 'upload-metadata': 'showId !!!' }],
    ['an id that is none', { 'upload-length': '10', 'upload-metadata': toMetadata({ showId: '{"$ne":1}' }) }],
    ['a length that is none', { 'upload-length': '1e99', 'upload-metadata': toMetadata({ showId: newId() }) }],
  ])('with %s answers 422 and names the header', async (_, headers) => {
    const answer = await t.ask('POST', '/api/v1/uploads', { as: cookie, headers: { ...tus, ...headers } });
    expect(answer.json()).toMatchObject({
      status: 422,
      code: 'INVALID',
      fields: [{ path: expect.stringMatching(/^Upload-/) }],
    });
  });

  it('ends when nobody goes on with it, and frees its room', async () => {
    const path = (await announce(1000)).headers.location!;
    await send(path, 0, randomBytes(500));
    t.clock.pass(73 * 3_600_000);
    cookie = await signInOwner(t);
    await sweep();
    expect(await readdir(join(folder, 'uploads'))).toEqual([]);
    expect((await t.ask('HEAD', path, { as: cookie, headers: tus })).status).toBe(410);
  });

  it('is given up on wish', async () => {
    const path = (await announce(1000)).headers.location!;
    expect((await t.ask('DELETE', path, { as: cookie, headers: tus })).status).toBe(204);
    expect(await readdir(join(folder, 'uploads'))).toEqual([]);
    expect((await send(path, 0, randomBytes(1000))).status).toBe(410);
  });

  it('is finished by the sweep when a crash came after its last byte (fault:F06)', async () => {
    const bytes = randomBytes(2000);
    const path = (await announce(bytes.length)).headers.location!;
    await writeFile(join(folder, 'uploads', path.split('/').at(-1)!), bytes);
    await sweep();
    expect(await recording()).toMatchObject({ upload: { state: 'finished' }, revisions: [{ number: 1 }] });
  });

  it('says that the disk is full, keeps what had arrived, and goes on when there is room (fault:F23)', async () => {
    const bytes = randomBytes(2 * MB);
    const path = (await announce(bytes.length)).headers.location!;
    const staged = join(folder, 'uploads', path.split('/').at(-1)!);
    await rm(staged);
    await symlink('/dev/full', staged);
    const full = await send(path, 0, bytes);
    expect(full.headers['content-type']).toContain('application/problem+json');
    expect(full.json()).toMatchObject({ status: 507, code: 'DISK_FULL', detail: expect.stringContaining('disk') });
    expect(await recording()).toMatchObject({ upload: { state: 'receiving' } });
    await rm(staged);
    await writeFile(staged, '');
    expect((await send(path, await offsetOf(path), bytes)).status).toBe(204);
    expect(await recording()).toMatchObject({ upload: { state: 'finished' }, revisions: [{ number: 1 }] });
  });

  it('leaves no file and no row behind after many broken attempts (abuse:A46)', async () => {
    for (let i = 0; i < 100; i += 1) {
      await t.ask('POST', '/api/v1/uploads', { as: cookie, headers: { ...tus, 'upload-length': 'x' } });
    }
    expect(await t.dataSource.manager.count(Upload)).toBe(0);
    expect(await readdir(join(folder, 'uploads'))).toEqual([]);
  });
});

function sweep(): Promise<void> {
  const { app } = t.api;
  return app.get(ReceiveService).sweep(app.get(StagedStore), app.get(UploadLocker));
}

/** Sends a part of the announced body, then tears the connection down. */
async function sendAndBreak(path: string, bytes: Buffer, part: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const sending = request({
      ...{ host: '127.0.0.1', port: t.port, method: 'PATCH', path },
      headers: {
        ...{ ...tus, cookie, origin: 'https://estrade.test', 'upload-offset': '0' },
        ...{ 'content-type': 'application/offset+octet-stream', 'content-length': bytes.length },
      },
    });
    sending.on('error', () => resolve());
    sending.on('close', () => resolve());
    sending.write(bytes.subarray(0, part), () => setTimeout(() => sending.destroy(), 50));
  });
}

async function waitForQuiet(path: string): Promise<number> {
  for (let last = -1; ;) {
    const offset = await offsetOf(path);
    if (offset === last) return offset;
    last = offset;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
