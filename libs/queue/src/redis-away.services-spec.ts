// needs: redis-server
import { type DataSource } from 'typeorm';
import { announce, openDataSource } from '#libs/database';
import { systemClock } from '#libs/kernel';
import { type TestDatabase, createTestDatabase } from '../../../test/database.js';
import { noteJob } from '../../../test/setup/queue-jobs.js';
import { type TestRedis, freePort, startRedis } from '../../../test/setup/redis.js';
import { type QueueBackend, createQueueBackend } from './backend.js';
import { drain } from './drain.js';
import { startRelay } from './relay.js';
import { startWorkers } from './workers.js';

const log = { info() {}, warn() {}, error() {} };

describe('while Redis is away', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let redis: TestRedis | undefined;
  let backend: QueueBackend;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await openDataSource(database.url, []);
  });
  afterAll(async () => {
    await backend.close();
    await redis?.stop();
    await dataSource.destroy();
    await database.drop();
  });

  it('keeps what was announced in the outbox, fails orders within 3 s, and goes on by itself (fault:F08)', async () => {
    const port = await freePort();
    const done: string[] = [];
    backend = createQueueBackend({ databaseUrl: database.url, redisUrl: `redis://127.0.0.1:${port}` });
    const begun = performance.now();
    await expect(backend.enqueue(noteJob, { id: 'direct', version: 1 })).rejects.toThrow();
    expect(performance.now() - begun).toBeLessThan(3_000);

    const relay = await startRelay({
      ...{ dataSource, backend, jobs: [noteJob], subscriptions: {}, log },
      ...{ databaseUrl: database.url, clock: systemClock, pollMs: 100 },
    });
    await dataSource.transaction((manager) => announce(manager, 'test.note', { id: 'kept' }));
    expect(await relay.relayOnce()).toBe(0);
    redis = await startRedis(port);
    const handler = async ({ id }: { id: string }) => void done.push(id);
    const workers = startWorkers(backend, [noteJob] as const, { 'test.note': handler }, { log });
    while (done.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    await drain(backend, relay);
    expect(done).toEqual(['kept']);
    await relay.close();
    await workers.close(0);
  });
});
