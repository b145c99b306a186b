import { announce, openDataSource } from '#libs/database';
import { EstradeError, systemClock } from '#libs/kernel';
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { type TestDatabase, createTestDatabase } from '../../../test/database.js';
import { failJob, holdJob, noteJob } from '../../../test/setup/queue-jobs.js';
import { type QueueBackend, countJobs, createQueueBackend } from './backend.js';
import { drain } from './drain.js';
import type { Handlers } from './handlers.js';
import { workFor, workId } from './job.js';
import { type Relay, startRelay } from './relay.js';
import { type Workers, startWorkers } from './workers.js';

const root = new URL('../../../', import.meta.url).pathname;
const jobs = [noteJob, failJob, holdJob] as const;
const warnings: string[] = [];
const log = { info() {}, warn: (_: object, m: string) => void warnings.push(m), error() {} };

/** What every backend must do: the same tests run on Postgres and on Redis. */
export function describeQueue(name: string, redisUrl: () => string | undefined): void {
  describe(`the queue on ${name}`, () => {
    let database: TestDatabase;
    let dataSource: DataSource;
    let backend: QueueBackend;
    let workers: Workers | undefined;
    let relay: Relay | undefined;
    let done: string[];
    let parked: string[];

    const note = async ({ id }: { id: string }) => void done.push(id);
    const start = (handlers: Partial<Handlers<typeof jobs>> = {}) => {
      const all = { 'test.note': note, 'test.fail': note, 'test.hold': note, ...handlers };
      const onParked = async (_: string, __: unknown, reason: string) => void parked.push(reason);
      workers = startWorkers(backend, jobs, all, { log, onParked });
    };

    beforeEach(async () => {
      [done, parked] = [[], []];
      database = await createTestDatabase();
      dataSource = await openDataSource(database.url, []);
      const prefix = new URL(database.url).pathname.slice(1);
      backend = createQueueBackend({ databaseUrl: database.url, redisUrl: redisUrl(), prefix, lockMs: 2_000 });
    });
    afterEach(async () => {
      await relay?.close();
      await workers?.close(0);
      [relay, workers] = [undefined, undefined];
      await backend.close();
      await dataSource.destroy();
      await database.drop();
    });

    it('does work in the order in which it was ordered', async () => {
      for (const id of ['a', 'b', 'c', 'd']) await backend.enqueue(noteJob, { id, version: 1 });
      start();
      await drain(backend);
      expect(done).toEqual(['a', 'b', 'c', 'd']);
    });

    it('swallows the same order while it waits, and takes it again once it is done', async () => {
      await backend.enqueue(noteJob, { id: 'a', version: 1 });
      await backend.enqueue(noteJob, { id: 'a', version: 1 });
      await backend.enqueue(noteJob, { id: 'a', version: 2 });
      start();
      await drain(backend);
      expect(done).toEqual(['a', 'a']);
      await backend.enqueue(noteJob, { id: 'a', version: 1 });
      await drain(backend);
      expect(done).toHaveLength(3);
    });

    it('swallows the same order while it runs', async () => {
      let finish = (): void => {};
      const held = new Promise<void>((resolve) => (finish = resolve));
      let begun = 0;
      start({ 'test.hold': async () => ((begun += 1), held) });
      await backend.enqueue(holdJob, { id: 'a', version: 1 });
      while (begun === 0) await sleep(10);
      await backend.enqueue(holdJob, { id: 'a', version: 1 });
      finish();
      await drain(backend);
      expect(begun).toBe(1);
    });

    it('tries a failed job again after a pause, and says which try is the last', async () => {
      const tries: [number, boolean][] = [];
      start({
        'test.fail': async (_, { attempt, isLastTry }) => {
          tries.push([attempt, isLastTry]);
          if (attempt < 3) throw new Error('not yet');
        },
      });
      await backend.enqueue(failJob, { id: 'a', version: 1 });
      await drain(backend);
      expect(tries).toEqual([1, 2, 3].map((attempt) => [attempt, false]));
      expect(parked).toEqual([]);
    });

    it('parks hopeless work at once, and takes the same order anew', async () => {
      let tries = 0;
      start({
        'test.fail': async () => {
          tries += 1;
          throw new EstradeError('NOT_AUDIO', 422, 'This file is not audio.');
        },
      });
      await backend.enqueue(failJob, { id: 'a', version: 1 });
      while (parked.length === 0) await sleep(10);
      expect([tries, parked]).toEqual([1, ['This file is not audio.']]);
      await backend.enqueue(failJob, { id: 'a', version: 1 });
      await drain(backend);
      expect(tries).toBe(2);
    });

    it('goes on with the other jobs beside one that always throws (fault:F30)', async () => {
      start({ 'test.fail': async ({ id }) => (id === 'poison' ? Promise.reject(new Error('poison')) : note({ id })) });
      await backend.enqueue(failJob, { id: 'poison', version: 1 });
      for (let n = 0; n < 20; n += 1) await backend.enqueue(failJob, { id: `good-${n}`, version: 1 });
      while (done.length < 20) await sleep(20);
      expect((await countJobs(backend)).publish).toBe(1);
    });

    it('refuses an order whose payload has not the form', async () => {
      await expect(backend.enqueue(noteJob, { id: 7 } as never)).rejects.toThrow(/expected string/);
      await expect(backend.enqueue(noteJob, { id: 'a:b', version: 1 })).rejects.toMatchObject({ code: 'JOB_KEY' });
    });

    it('takes waiting work back', async () => {
      await backend.enqueue(noteJob, { id: 'a', version: 1 }, { delayMs: 60_000 });
      expect(await backend.removeJob(noteJob, { id: 'a', version: 1 })).toBe(true);
      expect(await backend.removeJob(noteJob, { id: 'a', version: 1 })).toBe(false);
      await drain(backend);
    });

    it('gives a job back without losing a try when the worker stops', async () => {
      const attempts: number[] = [];
      start({
        'test.hold': (_, { signal, attempt }) => {
          attempts.push(attempt);
          return new Promise((__, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
        },
      });
      await backend.enqueue(holdJob, { id: 'a', version: 1 });
      while (attempts.length === 0) await sleep(10);
      await workers!.close(50);
      start({ 'test.hold': async (_, { attempt }) => void attempts.push(attempt) });
      await drain(backend);
      expect(attempts).toEqual([1, 1]);
    });

    it('does the job of a worker that was killed again (fault:F01)', async () => {
      const killed = spawnWorker(database.url, redisUrl(), new URL(database.url).pathname.slice(1));
      await backend.enqueue(holdJob, { id: 'a', version: 1 });
      expect(await firstLine(killed)).toBe('begun a');
      killed.kill('SIGKILL');
      start();
      await drain(backend, undefined, 50_000);
      expect(done).toEqual(['a']);
    });

    const relaying = async (subscriptions = {}) =>
      (relay = await startRelay({
        ...{ dataSource, backend, jobs, subscriptions, log },
        ...{ databaseUrl: database.url, clock: systemClock, pollMs: 200 },
      }));

    it('orders what a committed transaction announced, and nothing of one that was rolled back (fault:F06)', async () => {
      start();
      await relaying({
        'test.happened': [async ({ id }: { id: string }) => [workFor(noteJob, { id: `${id}-1`, version: 1 })]],
      });
      const undone = dataSource.transaction(async (manager) => {
        await announce(manager, 'test.note', { id: 'never' });
        throw new Error('undo');
      });
      await expect(undone).rejects.toThrow('undo');
      await dataSource.transaction(async (manager) => {
        await announce(manager, 'test.note', { id: 'step' });
        await announce(manager, 'test.happened', { id: 'fact' });
        await announce(manager, 'nobody.listens', {});
        await relay!.relayOnce();
        expect(done).toEqual([]);
      });
      await drain(backend, relay);
      expect(done).toEqual(['step', 'fact-1']);
    });

    it('keeps a row whose subscription fails, with the rows after it relayed, until it works', async () => {
      start();
      let isBroken = true;
      await relaying({
        'test.happened': [
          async ({ id }: { id: string }, manager: { query(sql: string): Promise<unknown> }) => {
            if (isBroken) await manager.query('select no_such_column');
            return [workFor(noteJob, { id, version: 1 })];
          },
        ],
      });
      await dataSource.transaction(async (manager) => {
        await announce(manager, 'test.happened', { id: 'late' });
        await announce(manager, 'test.note', { id: 'early' });
      });
      while (done.length < 1) await sleep(20);
      expect(done).toEqual(['early']);
      isBroken = false;
      while (done.length < 2) await sleep(20);
      expect(done).toEqual(['early', 'late']);
    });

    it('shares the outbox between two relays and orders each row once or swallowed', async () => {
      start();
      const other = await relaying();
      await relaying();
      await dataSource.transaction(async (manager) => {
        for (let n = 0; n < 150; n += 1) await announce(manager, 'test.note', { id: `n${n}` });
      });
      await Promise.all([drain(backend, relay), drain(backend, other)]);
      await other.close();
      expect(new Set(done).size).toBe(150);
    });

    it('names a key by job, ids and version', () => {
      expect(workId(workFor(noteJob, { id: '42', version: 7 }))).toBe('test.note-42-v7');
    });
  });
}

function spawnWorker(databaseUrl: string, redisUrl: string | undefined, prefix: string): ChildProcess {
  const args = ['--import', `${root}test/setup/typescript.mjs`, `${root}test/setup/queue-worker.ts`];
  return spawn(process.execPath, [...args, databaseUrl, redisUrl ?? '-', prefix], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout!.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code} before it said anything`)));
  });
}
