import { type ChildProcess, fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAccounts } from '#libs/accounts';
import { Upload } from '#libs/media';
import { systemClock } from '#libs/kernel';
import { createStorage } from '#libs/storage';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';

const publicUrl = 'http://estrade.test';
const kills = 5;
const serverFile = fileURLToPath(new URL('../../../../test/setup/api-server.ts', import.meta.url));
const typescript = fileURLToPath(new URL('../../../../test/setup/typescript.mjs', import.meta.url));

let world: World;
let folder: string;
let server: ChildProcess;
let port: number;
let cookie: string;

async function startServer(): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'test', DATABASE_URL: world.url, DATA_DIR: folder, PUBLIC_URL: publicUrl };
  server = fork(serverFile, [], {
    env: { ...env, LOG_LEVEL: 'silent', SECRET: 's'.repeat(32) },
    execArgv: ['--import', typescript],
  });
  [port] = (await once(server, 'message')) as [number];
}

beforeAll(async () => {
  world = await aWorld(publicUrl);
  folder = await mkdtemp(join(tmpdir(), 'estrade-resume-'));
  await startServer();
  const accounts = createAccounts({
    ...{ dataSource: world.db, clock: systemClock, addresses: world.addresses, secret: 's'.repeat(32) },
    mailer: { send: async () => {} },
    log: console as never,
  });
  await accounts.setup.ensureOwner('ada@estrade.test', 'a password for tests', 'Ada');
  const body = JSON.stringify({ email: 'ada@estrade.test', password: 'a password for tests' });
  const login = await ask('POST', '/api/v1/login', { 'content-type': 'application/json' }, body);
  cookie = login.headers['set-cookie']![0]!.split(';')[0]!;
}, 60_000);
afterAll(async () => {
  server.kill('SIGKILL');
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
}

function ask(method: string, path: string, headers: Record<string, string>, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const all = { origin: publicUrl, 'tus-resumable': '1.0.0', ...(cookie && { cookie }), ...headers };
    const sending = request({ host: '127.0.0.1', port, method, path, headers: all }, (response) => {
      response.resume();
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers as Answer['headers'] }),
      );
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

/** Sends slowly from an offset on until the connection breaks or the end is acknowledged. */
function sendFrom(path: string, bytes: Buffer, offset: number): Promise<boolean> {
  return new Promise((resolve) => {
    const headers = {
      ...{ origin: publicUrl, cookie, 'tus-resumable': '1.0.0', 'upload-offset': String(offset) },
      ...{ 'content-type': 'application/offset+octet-stream', 'content-length': bytes.length - offset },
    };
    const sending = request({ host: '127.0.0.1', port, method: 'PATCH', path, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 204));
    });
    sending.on('error', () => resolve(false));
    let at = offset;
    const more = () => {
      if (sending.destroyed || at >= bytes.length) return void sending.end();
      sending.write(bytes.subarray(at, (at += 128 * 1024)), () => setTimeout(more, 2));
    };
    more();
  });
}

it(`an upload survives ${kills} kills of the server at random bytes, byte for byte (fault:F19)`, async () => {
  const bytes = randomBytes(24 * 1024 ** 2 + 137);
  const show = await aShow(world.db);
  const episode = await anEpisode(world.db, show, { state: 'draft', revision: false });
  const metadata = { showId: show.id, episodeId: episode.id, filename: 'long.wav' };
  const created = await ask('POST', '/api/v1/uploads', {
    'upload-length': String(bytes.length),
    'upload-metadata': Object.entries(metadata)
      .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
      .join(','),
  });
  expect(created.status).toBe(201);
  const path = created.headers.location as string;
  const staged = join(folder, 'uploads', path.split('/').at(-1)!);

  let offset = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const sending = sendFrom(path, bytes, offset);
    const target = offset + Math.floor(Math.random() * ((bytes.length - offset) / 3));
    while ((await stat(staged)).size < target) await new Promise((resolve) => setTimeout(resolve, 1));
    server.kill('SIGKILL');
    await once(server, 'exit');
    expect(await sending).toBe(false);
    const onDisk = (await stat(staged)).size;
    await startServer();
    const head = await ask('HEAD', path, {});
    const next = Number(head.headers['upload-offset']);
    expect(head.status).toBe(200);
    expect(next).toBeLessThanOrEqual(onDisk);
    expect(next).toBeGreaterThanOrEqual(target);
    offset = next;
  }
  expect(await sendFrom(path, bytes, offset)).toBe(true);

  const digest = createHash('sha256').update(bytes).digest('hex');
  const upload = await world.db.manager.findOneByOrFail(Upload, { id: path.split('/').at(-1)! });
  expect(upload).toMatchObject({ state: 'finished', sha256: digest, receivedBytes: bytes.length });
  const stored = await (await createStorage({ dataDir: folder, storageUrl: undefined })).readBytes(upload.key);
  expect(createHash('sha256').update(stored).digest('hex')).toBe(digest);
}, 180_000);
