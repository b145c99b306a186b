import { system } from '#libs/kernel';
import { ImagesService } from '#libs/media';
import { PersonsService } from '#libs/people';
import { drain } from '#libs/queue';
import sharp from 'sharp';
import { openWorkerBench, type WorkerBench } from './testing/worker-bench.js';

let bench: WorkerBench;
beforeAll(async () => (bench = await openWorkerBench()));
afterAll(() => bench.close());

describe('a photograph', () => {
  it('is gone in every size once it was replaced or taken away', async () => {
    const worker = await bench.startHere();
    try {
      const { db } = bench.world;
      const persons = new PersonsService(db, new ImagesService(bench.storage));
      const { id } = await persons.create(system, { name: 'Ève Côté' });
      const bytes = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#456' } })
        .png()
        .toBuffer();
      const first = (await persons.replacePhoto(system, id, bytes)).photoKey!;
      const second = (await persons.replacePhoto(system, id, bytes)).photoKey!;
      await drain(worker.backend, worker.relay, 60_000);
      const files = async (key: string) => {
        const found: string[] = [];
        for await (const file of bench.storage.list(key.replace('.jpg', ''))) found.push(file.key);
        return found.length;
      };
      expect([await files(first), await files(second)]).toEqual([0, 5]);
      await persons.removePhoto(system, id);
      await drain(worker.backend, worker.relay, 60_000);
      expect(await files(second)).toBe(0);
    } finally {
      await worker.close();
    }
  }, 120_000);
});
