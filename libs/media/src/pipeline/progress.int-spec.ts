import { system } from '#libs/kernel';
import { fileURLToPath } from 'node:url';
import type { Revision } from '../recording/revision.entity.js';
import { openMediaBench } from '../testing/media-bench.js';
import { StepTime } from '../work/step-time.entity.js';
import { WorkService } from '../work/work.service.js';

const recording = (name: string) => fileURLToPath(new URL(`../../../../test/recordings/${name}`, import.meta.url));

let bench: Awaited<ReturnType<typeof openMediaBench>>;
beforeAll(async () => (bench = await openMediaBench()));
afterAll(() => bench.close());

/** Does all work while looking at what a producer is told of the whole. */
async function workWatched({ id }: Revision): Promise<number[]> {
  const told: number[] = [];
  let isOver = false;
  const watching = (async () => {
    for (; !isOver; await new Promise((resolve) => setTimeout(resolve, 10))) {
      const { progress } = (await bench.recordings.findJob(id))!;
      if (progress !== null && progress !== told.at(-1)) told.push(progress);
    }
  })();
  await bench.work();
  told.push((await bench.recordings.findJob(id))!.progress!);
  isOver = true;
  await watching;
  return told;
}

describe('progress over the whole', () => {
  it('rises to its end, also where a step goes back to an earlier one', async () => {
    const revision = await bench.receive(recording('trailer.wav'));
    const { orderFor } = bench.deps;
    const losing: typeof orderFor = async (...asked) => {
      Object.assign(bench.deps, { orderFor });
      await bench.storage.delete(`analysis/${revision.id}.bin`);
      return orderFor(...asked);
    };
    Object.assign(bench.deps, { orderFor: losing });
    const told = await workWatched(revision);
    expect((await bench.again(revision)).attempt).toBe(2);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.length).toBeGreaterThan(4);
    expect(told.at(-1)).toBe(1);
  }, 120_000);

  it('does not fall when somebody tries again', async () => {
    const revision = await bench.receive(recording('trailer.wav'));
    const { orderFor } = bench.deps;
    Object.assign(bench.deps, { orderFor: () => Promise.reject(new Error('the database is away')) });
    const before = await workWatched(revision);
    Object.assign(bench.deps, { orderFor });
    await bench.recordings.retry(system, revision.recordingId);
    const after = await workWatched(revision);
    expect([...before, ...after]).toEqual([...before, ...after].sort((a, b) => a - b));
  }, 120_000);

  it('leaves the times by which the next one is estimated, of the last twenty alone', async () => {
    const { manager } = bench.dataSource;
    await manager.query(
      `insert into step_times (id, step, lane, sound_ms, took_ms, ended_at)
       select gen_random_uuid(), 'render', 'short', 60000, 6000, now() - interval '1 hour' from generate_series(1, 30)`,
    );
    const done = await bench.receive(recording('trailer.wav'));
    await bench.work();
    expect(await manager.countBy(StepTime, { step: 'render', lane: 'short' })).toBe(20);
    const { recordingId } = await bench.receive(recording('trailer.wav'));
    const next = (await bench.recordings.get(system, recordingId)).revisions[0]!;
    await manager.query(`update revisions set duration_ms = 60000, step = 'render' where id = $1`, [next.id]);
    const outlook = await new WorkService(bench.dataSource, bench.deps.clock).outlook([next.id, done.id]);
    expect([...outlook.keys()]).toEqual([next.id]);
    expect(outlook.get(next.id)).toMatchObject({ ahead: 0, estimate: { jobs: 20, remainingMs: expect.any(Number) } });
    expect(outlook.get(next.id)!.estimate!.remainingMs).toBeGreaterThan(5_000);
  }, 120_000);
});
