// needs: nginx, redis-server
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { startRedis, type TestRedis } from '../setup/redis.js';
import { openClient, ownerEnv } from './client.js';
import { makeShow, publishSound } from './client-steps.js';
import { type Instance, startInstance } from './instance.js';
import { until } from './processes.js';

jest.setTimeout(180_000);

/** The shipped proxy configuration in front of an instance whose queue is Redis: what the compose file puts together. */
let folder: string;
let redis: TestRedis;
let instance: Instance;
let nginx: ChildProcess;
let site: string;
let behind: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estrade-proxy-'));
  const port = await freePort();
  site = `http://localhost:${port}`;
  redis = await startRedis();
  const own = String(await freePort());
  behind = `127.0.0.1:${own}`;
  const env = { ...ownerEnv, PORT: own, REDIS_URL: redis.url, PUBLIC_URL: site, TRUSTED_PROXY: '127.0.0.1' };
  instance = await startInstance({ env });
  nginx = await startNginx(port);
});
afterAll(async () => {
  nginx?.kill('SIGQUIT');
  await instance?.remove();
  await redis?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('behind the proxy, with Redis as the queue', () => {
  it('uploads, repairs, publishes and serves by byte range', async () => {
    const client = openClient(site);
    await client.signIn();
    const show = await makeShow(client, 'Behind the proxy');
    await publishSound(client, show, 'A short trailer', await readFile('test/recordings/trailer.wav'));
    await until(async () => (await (await fetch(show.feedUrl)).text()).includes('<item>'));
    const xml = await (await fetch(show.feedUrl)).text();
    const enclosure = /<enclosure url="([^"]+)" length="(\d+)"/.exec(xml)!;
    expect(enclosure[1]).toContain(site);
    const part = await fetch(enclosure[1]!, { headers: { range: 'bytes=-8' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toMatch(new RegExp(`/${enclosure[2]}$`));
  });

  it('passes validators, encodings and pages through unchanged', async () => {
    const etagAt = async (origin: string) => (await fetch(`${origin}/en`)).headers.get('etag')!;
    // What was published just now may still change the page between two of these.
    await until(async () => {
      const etag = await etagAt(site);
      const again = await fetch(`${site}/en`, { headers: { 'if-none-match': etag } });
      return etag === (await etagAt(`http://${behind}`)) && again.status === 304;
    });
  });

  it('streams live progress at once instead of holding it back', async () => {
    const client = openClient(site);
    await client.signIn();
    const stop = new AbortController();
    const stream = await fetch(`${site}/api/v1/progress`, { headers: client.headers(), signal: stop.signal });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const first = await stream.body!.getReader().read();
    expect(new TextDecoder().decode(first.value)).toContain('retry:');
    stop.abort();
  });
});

async function startNginx(port: number): Promise<ChildProcess> {
  const shipped = (await readFile('docker/nginx.conf', 'utf8'))
    .replace(/server (web|api):3000/g, `server ${behind}`)
    .replace('listen 80 default_server', `listen 127.0.0.1:${port} default_server`);
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const file = join(folder, 'nginx.conf');
  await writeFile(
    file,
    `pid ${folder}/pid; error_log ${folder}/error.log; events {} http { access_log off; ${paths.join(' ')}\n${shipped}\n}`,
  );
  const child = spawn('nginx', ['-c', file, '-p', folder, '-g', 'daemon off;'], {
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
    stdio: 'inherit',
  });
  await until(async () => fetch(`${site}/healthz`).then((answer) => answer.ok, () => false)); // prettier-ignore
  return child;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
