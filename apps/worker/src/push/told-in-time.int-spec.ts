import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Episode, episodePlanned, type Show } from '#libs/catalog';
import { createLog, readConfig } from '#libs/config';
import { announce, openDataSource } from '#libs/database';
import { FeedVersion } from '#libs/feeds';
import { findFfmpeg } from '#libs/ffmpeg';
import { systemClock } from '#libs/kernel';
import { createStorage } from '#libs/storage';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { allEntities, aWorld, type World, testSecret } from '../../../../test/factories/world.js';
import { until } from '../testing/worker-bench.js';
import { createWorkerApp, type WorkerApp } from '../worker.app.js';

describe('a release that is planned', () => {
  let world: World;
  let folder: string;
  let server: Server;
  let worker: WorkerApp;
  let show: Show;
  /** When the hub was told of which feed. */
  const told: { topic: string; at: number }[] = [];

  beforeAll(async () => {
    world = await aWorld();
    folder = await mkdtemp(join(tmpdir(), 'estrade-push-'));
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        told.push({ topic: new URLSearchParams(body).get('hub.url')!, at: Date.now() });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const hub = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const config = readConfig({
      ...{ NODE_ENV: 'test', DATA_DIR: folder, PUBLIC_URL: 'https://estrade.example.org' },
      ...{ WEBSUB_HUBS: hub, OUTBOUND_ALLOW: hub },
    });
    show = await aShow(world.db);
    worker = await createWorkerApp({
      ...{ config, databaseUrl: world.url, addresses: world.addresses, secret: testSecret, clock: systemClock },
      ...{ ffmpeg: await findFfmpeg(config), storage: await createStorage(config) },
      dataSource: await openDataSource(world.url, allEntities),
      log: createLog({ logLevel: 'silent' }, 'worker'),
    });
  }, 60_000);
  afterAll(async () => {
    await worker.close();
    server.closeAllConnections();
    server.close();
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is told to hubs when its bytes begin to be served, and not when they are made ready', async () => {
    const topic = `https://estrade.example.org/${show.slug}/feed.xml`;
    await until('the first bytes', async () => told.some((each) => each.topic === topic));
    const episode = await anEpisode(world.db, show, { state: 'draft' });
    told.length = 0;
    const at = new Date(Math.ceil(Date.now() / 1000 + 6) * 1000);
    await world.db.transaction(async (manager) => {
      await manager.update(Episode, { id: episode.id }, { state: 'scheduled', scheduledAt: at });
      await announce(manager, episodePlanned, { episodeId: episode.id, showId: show.id, eventId: null });
    });
    await until('the bytes for that moment', () => world.db.manager.existsBy(FeedVersion, { validFrom: at }));
    expect(Date.now()).toBeLessThan(at.getTime());
    const first = await until('the word', async () => told.find((each) => each.topic === topic));
    expect(first.at).toBeGreaterThanOrEqual(at.getTime());
    await until('the release', () => world.db.manager.existsBy(Episode, { id: episode.id, state: 'published' }));
    expect(told.filter((each) => each.topic === topic)).toHaveLength(1);
  }, 60_000);
});
