import { system, systemClock } from '#libs/kernel';
import { Revision, RevisionsService } from '#libs/media';
import { drain } from '#libs/queue';
import { aShow } from '../../../test/factories/catalog.js';
import { openWorkerBench, until, type WorkerBench } from './testing/worker-bench.js';

let bench: WorkerBench;
beforeEach(async () => (bench = await openWorkerBench()));
afterEach(() => bench.close());

const find = (id: string) => bench.world.db.manager.findOneByOrFail(Revision, { id });

describe('a catalogue that is made anew in the background', () => {
  it('never delays a new upload, runs one at a time, and is done in the end', async () => {
    const worker = await bench.startHere();
    try {
      const { manager } = bench.world.db;
      const old = [];
      for (let n = 0; n < 3; n += 1) old.push((await bench.receive('trailer.wav')).revision);
      await drain(worker.backend, worker.relay, 120_000);

      const revisions = new RevisionsService(bench.world.db, systemClock);
      const asked = { origin: 'order', urgency: 'batch' } as const;
      const batch = [];
      for (const { recordingId } of old) batch.push((await revisions.render(system, recordingId, asked)).id);
      await until(
        'the first of the batch',
        async () => (await manager.countBy(Revision, { urgency: 'batch', state: 'running' })) > 0,
      );

      const { revision } = await bench.receive('trailer.wav', await aShow(bench.world.db, { title: 'Une autre' }));
      let most = 0;
      await until('the new one', async () => {
        const [row, running] = [
          await find(revision.id),
          await manager.countBy(Revision, { urgency: 'batch', state: 'running' }),
        ];
        most = Math.max(most, running);
        return row.state === 'done';
      });
      expect(await manager.countBy(Revision, { urgency: 'batch', state: 'done' })).toBeLessThan(3);
      await drain(worker.backend, worker.relay, 120_000);
      expect(most).toBe(1);
      for (const id of batch) expect(await find(id)).toMatchObject({ state: 'done', number: 2, urgency: 'batch' });
    } finally {
      await worker.close();
    }
  }, 300_000);
});
