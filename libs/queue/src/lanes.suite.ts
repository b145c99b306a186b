import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TestDatabase, createTestDatabase } from '../../../test/database.js';
import { holdJob, noteJob, quickJob, soundJob } from '../../../test/setup/queue-jobs.js';
import { type QueueBackend, createQueueBackend, isQuiet } from './backend.js';
import { drain } from './drain.js';
import type { Handler } from './handlers.js';
import { type Workers, startWorkers } from './workers.js';

const root = new URL('../../../', import.meta.url).pathname;
const jobs = [soundJob, holdJob, quickJob, noteJob] as const;
const log = { info() {}, warn() {}, error() {} };
type Sound = { id: string; owner: string; isLater: boolean };

/** What every backend must do about who goes first: the same tests run on Postgres and on Redis. */
export function describeLanes(name: string, redisUrl: () => string | undefined): void {
  describe(`whose turn it is on ${name}`, () => {
    let database: TestDatabase;
    let prefix: string;
    let backend: QueueBackend;
    let workers: Workers[];
    let begun: string[];
    let running: Sound[];

    const order = (owner: string, id: string, rest: { isLater?: boolean; order?: number } = {}) =>
      backend.enqueue(soundJob, { id, owner, order: 5, isLater: false, ...rest });
    /** Work that takes `ms`; `look` is asked at each beginning. */
    const lasting =
      (ms: number, look: (sound: Sound) => void = () => {}): Handler<Sound> =>
      async (sound) => {
        look(sound);
        begun.push(sound.id);
        running.push(sound);
        await sleep(ms);
        running.splice(running.indexOf(sound), 1);
      };
    const start = (sound: Handler<Sound>, rest: { hold?: Handler<{ id: string }>; hands?: number } = {}) => {
      const note = async ({ id }: { id: string }) => void begun.push(id);
      const handlers = {
        ...{ 'test.sound': sound, 'test.hold': rest.hold ?? note, 'test.quick': note, 'test.note': note },
      };
      workers.push(startWorkers(backend, jobs, handlers, { log, concurrency: { 'encode-short': rest.hands ?? 1 } }));
    };
    const until = async (isTrue: () => boolean) => {
      while (!isTrue()) await sleep(5);
    };

    beforeEach(async () => {
      [workers, begun, running] = [[], [], []];
      database = await createTestDatabase();
      prefix = new URL(database.url).pathname.slice(1);
      backend = createQueueBackend({ databaseUrl: database.url, redisUrl: redisUrl(), prefix, lockMs: 2_000 });
    });
    afterEach(async () => {
      await Promise.all(workers.map((each) => each.close(0)));
      await backend.close();
      await database.drop();
    });

    it('goes round the shows, however much one of them has sent before', async () => {
      for (const id of ['a1', 'a2', 'a3', 'a4', 'a5']) await order('a', id);
      for (const id of ['b1', 'b2']) await order('b', id);
      await order('c', 'c1');
      start(lasting(5));
      await drain(backend);
      expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4', 'a5']);
    });

    it('never runs two jobs of a show while another show waits, with two workers', async () => {
      const waiting = new Map<string, string>();
      const wrong: string[] = [];
      const look = ({ id, owner }: Sound) => {
        waiting.delete(id);
        const left = [...waiting.values()].filter((other) => !running.some((each) => each.owner === other));
        if (running.some((each) => each.owner === owner) && left.length > 0) wrong.push(`${id} before ${left.join()}`);
      };
      const all = ['a', 'a', 'a', 'a', 'a', 'a', 'b', 'b', 'c'].map((owner, i) => ({ owner, id: `${owner}${i}` }));
      for (const { owner, id } of all) waiting.set(id, owner);
      for (const { owner, id } of all) await order(owner, id);
      start(lasting(60, look));
      start(lasting(60, look));
      await drain(backend);
      expect(wrong).toEqual([]);
      expect(begun).toHaveLength(all.length);
    });

    it('uses every hand for one show when nobody else waits', async () => {
      let most = 0;
      for (const id of ['a1', 'a2', 'a3', 'a4']) await order('a', id);
      start(
        lasting(100, () => (most = Math.max(most, running.length + 1))),
        { hands: 2 },
      );
      await drain(backend);
      expect(most).toBe(2);
    });

    it('finishes what a show has begun before it begins more', async () => {
      await order('a', 'render', { order: 7 });
      await order('a', 'verify', { order: 2 });
      start(lasting(5));
      await drain(backend);
      expect(begun).toEqual(['verify', 'render']);
    });

    it('tries a job that gave way as often as any other', async () => {
      const tries: number[] = [];
      await order('a', 'a1');
      await order('a', 'a2');
      await order('b', 'b1');
      start(async ({ id }, { attempt }) => {
        if (id === 'a2') tries.push(attempt);
        begun.push(id);
      });
      await drain(backend);
      expect([begun, tries]).toEqual([['a1', 'b1', 'a2'], [1]]);
    });

    it('begins nothing in the background while somebody waits, and one at a time afterwards', async () => {
      let most = 0;
      const look = ({ isLater }: Sound) => {
        const later = running.filter((each) => each.isLater).length + Number(isLater);
        most = Math.max(most, later);
      };
      for (const id of ['batch1', 'batch2', 'batch3']) await order('a', id, { isLater: true });
      for (const id of ['new1', 'new2', 'new3']) await order('b', id);
      start(lasting(150, look));
      start(lasting(150, look));
      await drain(backend);
      // Two workers begin at the same time: which of them says so first is chance.
      expect(begun.slice(0, 3).sort()).toEqual(['new1', 'new2', 'new3']);
      expect(begun.slice(3).sort()).toEqual(['batch1', 'batch2', 'batch3']);
      expect(most).toBe(1);
    });

    it('keeps a free hand for new work while the background runs', async () => {
      start(lasting(400));
      await order('a', 'batch1', { isLater: true });
      await until(() => running.length === 1);
      await order('b', 'new1');
      await until(() => running.length === 2);
      expect(begun).toEqual(['batch1', 'new1']);
      await drain(backend);
    });

    it('does quick work while short and long sound is under way', async () => {
      let finish = (): void => {};
      const held = new Promise<void>((resolve) => (finish = resolve));
      start(() => held, { hold: () => held });
      await order('a', 'short');
      await backend.enqueue(holdJob, { id: 'long', version: 1 });
      await sleep(200);
      await backend.enqueue(quickJob, { id: 'preview', version: 1 });
      await until(() => begun.includes('preview'));
      finish();
      await drain(backend);
    });

    it('is quiet for the only recording, and for none beside another', async () => {
      const told: Record<string, boolean> = {};
      const ask: Handler<Sound> = async ({ id }) => {
        // What waits in the background is taken, and given back.
        if (id === 'alone') await order('a', 'later', { isLater: true });
        if (id === 'alone') await sleep(500);
        told[id] = await isQuiet(backend);
      };
      expect(await isQuiet(backend)).toBe(true);
      await order('a', 'alone');
      start(ask);
      await drain(backend);
      await workers.pop()!.close(0);
      await order('a', 'first');
      await order('a', 'last');
      start(ask);
      await drain(backend);
      expect(told).toEqual({ alone: true, later: false, first: false, last: true });
    });

    it('finds an order in whichever queue it lies', async () => {
      await order('a', 'a1', { isLater: true });
      const asked = { id: 'a1', owner: 'a', order: 5, isLater: false };
      expect(await backend.find(soundJob, asked)).toEqual({ queue: 'encode-later', isParked: false });
      expect(await backend.removeJob(soundJob, asked)).toBe(true);
      expect(await backend.find(soundJob, asked)).toBeUndefined();
    });

    it('parks what kills its worker, and finishes what ran beside it each time (fault:F30)', async () => {
      await order('a', 'poison');
      await backend.enqueue(holdJob, { id: 'innocent', version: 1 });
      const said: string[] = [];
      let isOver = false;
      const args = [database.url, redisUrl() ?? '-', prefix, 'poisoned'];
      const worker = () => {
        const child = fork(`${root}test/setup/queue-worker.ts`, args, {
          execArgv: ['--import', `${root}test/setup/typescript.mjs`],
          stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
        });
        child.stdout!.on('data', (chunk: Buffer) => said.push(...chunk.toString().trim().split('\n')));
        child.on('exit', () => isOver || (current = worker()));
        return child;
      };
      let current = worker();
      try {
        while (!said.includes('done innocent') || !said.includes('parked poison')) await sleep(50);
        expect(said.filter((line) => line === 'begun poison')).toHaveLength(3);
        expect(said.filter((line) => line === 'parked innocent')).toEqual([]);
      } finally {
        isOver = true;
        current.kill('SIGKILL');
      }
    }, 90_000);
  });
}
