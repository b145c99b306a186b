import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './redis.js';

export interface TestSwift {
  /** A STORAGE_URL for a bucket, with the right key and secret. */
  url(bucket: string): string;
  stop(): Promise<void>;
}

const kinds = ['account', 'container', 'object'] as const;

/**
 * OpenStack Swift with its S3 interface, all in one folder: three storage servers, the proxy and memcached, each
 * on a free port. Needs Debian's swift-proxy, swift-account, swift-container, swift-object and memcached.
 */
export async function startSwift(): Promise<TestSwift> {
  const folder = await mkdtemp(join(tmpdir(), 'estrade-swift-'));
  await mkdir(join(folder, 'devices', 'd1'), { recursive: true });
  const processes: ChildProcess[] = [];
  const start = (program: string, args: string[]) => {
    processes.push(spawn(program, args, { stdio: 'ignore', cwd: folder }));
  };

  const memcached = await freePort();
  start('memcached', ['-l', '127.0.0.1', '-p', String(memcached), '-u', userInfo().username]);
  for (const kind of kinds) {
    const port = await freePort();
    await makeRing(folder, kind, port);
    const file = await configure(
      folder,
      kind,
      { ...server(folder, port), mount_check: 'false' },
      storagePipeline(kind),
    );
    start(`swift-${kind}-server`, [file]);
  }
  const port = await freePort();
  start('swift-proxy-server', [await configure(folder, 'proxy', server(folder, port), proxyPipeline(memcached))]);
  const swift: TestSwift = {
    url: (bucket) => `s3://test%3Atester:testing@127.0.0.1:${port}/${bucket}?tls=0`,
    async stop() {
      for (const child of processes) child.kill('SIGKILL');
      await sleep(100);
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
  await waitUntilReady(`http://127.0.0.1:${port}`).catch(async (error) => {
    await swift.stop();
    throw error;
  });
  return swift;
}

/** The first seconds answer 503 even when the health check is content: only a made bucket proves that it works. */
async function waitUntilReady(endpoint: string): Promise<void> {
  const credentials = { accessKeyId: 'test:tester', secretAccessKey: 'testing' };
  const client = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials, maxAttempts: 1 });
  for (let tries = 0; ; tries += 1) {
    try {
      await client.send(new CreateBucketCommand({ Bucket: 'ready' }));
      return;
    } catch (error) {
      if (tries > 150) throw error;
      await sleep(200);
    }
  }
}

async function makeRing(folder: string, kind: string, port: number): Promise<void> {
  const builder = join(folder, `${kind}.builder`);
  const commands = [['create', '4', '1', '1'], ['add', `r1z1-127.0.0.1:${port}/d1`, '1'], ['rebalance']];
  for (const command of commands) spawnSync('swift-ring-builder', [builder, ...command], { stdio: 'ignore' });
}

type Section = Record<string, string>;

function server(folder: string, port: number): Section {
  return {
    ...{ bind_ip: '127.0.0.1', bind_port: String(port), workers: '0', user: userInfo().username },
    ...{ swift_dir: folder, devices: join(folder, 'devices'), fallocate_reserve: '0', log_level: 'ERROR' },
  };
}

function storagePipeline(kind: string): Record<string, Section> {
  return {
    'pipeline:main': { pipeline: `${kind}-server` },
    [`app:${kind}-server`]: { use: `egg:swift#${kind}` },
  };
}

function proxyPipeline(memcached: number): Record<string, Section> {
  const filters = 'catch_errors gatekeeper healthcheck cache listing_formats s3api tempauth bulk slo dlo versioned_writes copy'; // prettier-ignore
  const options: Record<string, Section> = {
    cache: { use: 'egg:swift#memcache', memcache_servers: `127.0.0.1:${memcached}` },
    s3api: { location: 'us-east-1', min_segment_size: '5242880' },
    tempauth: { user_test_tester: 'testing .admin' },
  };
  return {
    'pipeline:main': { pipeline: `${filters} proxy-server` },
    'app:proxy-server': { use: 'egg:swift#proxy', account_autocreate: 'true' },
    ...Object.fromEntries(
      filters.split(' ').map((name) => [`filter:${name}`, { use: `egg:swift#${name}`, ...options[name] }]),
    ),
  };
}

async function configure(
  folder: string,
  name: string,
  defaults: Section,
  sections: Record<string, Section>,
): Promise<string> {
  const text = Object.entries({ DEFAULT: defaults, ...sections })
    .map(
      ([title, values]) =>
        `[${title}]\n${Object.entries(values)
          .map((pair) => pair.join(' = '))
          .join('\n')}\n`,
    ) // prettier-ignore
    .join('\n');
  const file = join(folder, `${name}-server.conf`);
  await writeFile(file, text);
  return file;
}
