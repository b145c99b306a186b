import { system } from '#libs/kernel';
import { jest } from '@jest/globals';
import { failRevision } from '../recording/revision.writes.js';
import { ProcessingFailed } from '../recording/recording.error.js';
import { Revision } from '../recording/revision.entity.js';
import { finishedFiles, trailer } from '../testing/finished-files.js';
import { type MediaBench, openMediaBench } from '../testing/media-bench.js';
import { makePlanHandler } from './plan.handler.js';

jest.setTimeout(120_000);

let bench: MediaBench;
let files: ReturnType<typeof finishedFiles>;
beforeAll(async () => {
  bench = await openMediaBench();
  files = finishedFiles(bench);
});
afterAll(() => bench.close());

describe('work on a recording', () => {
  it('that an older version had planned and made is planned anew before it is checked', async () => {
    const revision = await bench.receive(trailer);
    await bench.workUntil('media.verify');
    const plan = { version: 1, attempt: 1, mode: 'linear', gainDb: 3, pan: null, durationMs: 6_440, kbps: 96 };
    const old = { plan, order: { preset: 'speech' } };
    await bench.dataSource.manager.update(Revision, { id: revision.id }, old as object);
    await bench.work();
    const done = await bench.again(revision);
    expect(done).toMatchObject({ state: 'done', plan: { version: 2 }, order: { sound: { targetLufs: -16 } } });
    await files.isWhole(done);
  });

  it('that was begun anew is not ended by the failure of the run before it', async () => {
    const revision = await bench.receive(trailer);
    await bench.workUntil('media.plan');
    const orderFor = async () => {
      await bench.recordings.cancel(system, revision.recordingId);
      await bench.recordings.retry(system, revision.recordingId);
      throw new Error('the database is away');
    };
    const { id: revisionId } = revision;
    const payload = { revisionId, attempt: 1, lane: 'short', urgency: 'now', scope: bench.scope } as const;
    const run = { signal: new AbortController().signal, attempt: 3, isLastTry: true };
    await makePlanHandler({ ...bench.deps, orderFor })(payload, run).catch(() => {});
    expect(await bench.again(revision)).toMatchObject({ state: 'waiting', attempt: 2, errorCode: null });
    await bench.work();
    expect(await bench.again(revision)).toMatchObject({ state: 'done' });
  });

  it('that is done stays done, whatever becomes of its last job', async () => {
    const { id } = await files.made();
    const { manager } = bench.dataSource;
    await bench.dataSource.transaction((inside) =>
      failRevision(inside, id, new ProcessingFailed('verify'), new Date()),
    );
    expect(await manager.findOneBy(Revision, { id })).toMatchObject({ state: 'done', errorCode: null });
  });
});
