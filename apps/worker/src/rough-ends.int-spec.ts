import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { system, systemClock } from '#libs/kernel';
import { RecordingsService, Rendition, type Revision } from '#libs/media';
import { openWorkerBench, pause, until, type WorkerBench } from './testing/worker-bench.js';

let bench: WorkerBench;
beforeEach(async () => (bench = await openWorkerBench()));
afterEach(() => bench.close());

const service = () => new RecordingsService(bench.world.db, systemClock);

/** Everything that a producer is told about how far the whole is, until `stop`, which looks once more. */
function watchWhole({ id }: Revision) {
  const told: number[] = [];
  const look = async () => {
    const { progress } = (await service().findJob(id))!;
    if (progress !== null && progress !== told.at(-1)) told.push(progress);
  };
  let isOver = false;
  const watching = (async () => {
    for (; !isOver; await pause(15)) await look();
  })();
  return async () => {
    isOver = true;
    await watching;
    await look();
    return told;
  };
}

describe('work that ends roughly', () => {
  it('is done again after a kill -9 in any step, with no orphan, no leftover and no step back (fault:F01)', async () => {
    const hold = join(bench.folder, 'hold');
    const stand = await bench.standIn(`while [ -e ${hold} ]; do sleep 0.05; done`);
    await writeFile(hold, '');
    const { revision } = await bench.receive('trailer.wav');
    const stop = watchWhole(revision);
    let worker: ChildProcess | undefined;
    for (const step of ['analyse', 'render', 'verify']) {
      worker ??= bench.startAside({ FFMPEG_PATH: stand });
      await until(`the step ${step}`, async () => {
        const row = await bench.again(revision);
        if (row.step === step) await writeFile(hold, '');
        else await rm(hold, { force: true });
        return row.step === step && row.state === 'running' && (await bench.programs()).length > 0;
      });
      worker.kill('SIGKILL');
      await once(worker, 'exit');
      // Nobody else works yet: they have died with their worker.
      await until('the end of its programs', async () => (await bench.programs()).length === 0, 2_000);
      worker = undefined;
    }
    await rm(hold, { force: true });
    worker = bench.startAside({ FFMPEG_PATH: stand });
    try {
      await until('the end', async () => (await bench.again(revision)).state === 'done');
      const told = await stop();
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect(told.at(-1)).toBe(1);
      expect(await bench.world.db.manager.countBy(Rendition, { revisionId: revision.id })).toBe(1);
      expect((await readdir(join(bench.folder, 'files', 'mp3'))).length).toBe(1);
      expect(await readdir(join(bench.folder, 'work'))).toEqual([]);
      expect(await bench.programs()).toEqual([]);
    } finally {
      worker.kill('SIGTERM');
      await once(worker, 'exit');
    }
  }, 300_000);

  it('ends a program that hangs, says what to do, and does the next recording', async () => {
    // It hangs with children of its own, for the recording that is to be made to hang.
    const marker = join(bench.folder, 'hang');
    const stand = await bench.standIn(`if [ -e ${marker} ]; then sh -c 'sleep 1000; : ${bench.folder}' & wait; fi`);
    const worker = await bench.startHere({ ffmpeg: stand, stallSeconds: 1 });
    try {
      await writeFile(marker, '');
      const { revision } = await bench.receive('trailer.wav');
      const failed = await until('the refusal', async () => {
        const row = await bench.again(revision);
        return row.state === 'failed' && row;
      });
      expect(failed).toMatchObject({ errorCode: 'MEDIA_COMMAND_STALLED', errorParams: { seconds: 1 } });
      expect(await bench.programs()).toEqual([]);
      await rm(marker);
      const { revision: next } = await bench.receive('trailer.wav');
      await until('the next one', async () => (await bench.again(next)).state === 'done');
      await service().retry(system, revision.recordingId);
      await until('the second try', async () => (await bench.again(revision)).state === 'done');
    } finally {
      await worker.close();
    }
  }, 240_000);

  it('ends the whole process group within two seconds of a cancel', async () => {
    const stand = await bench.standIn(`sh -c 'sleep 1000; : ${bench.folder}' & wait`);
    const worker = await bench.startHere({ ffmpeg: stand });
    try {
      const { revision } = await bench.receive('trailer.wav');
      await until('the program and its child', async () => (await bench.programs()).length >= 2);
      const asked = performance.now();
      await service().cancel(system, revision.recordingId);
      await until('the end of both', async () => (await bench.programs()).length === 0, 2_000);
      expect(performance.now() - asked).toBeLessThan(2_000);
      expect((await bench.again(revision)).state).toBe('cancelled');
    } finally {
      await worker.close();
    }
  }, 120_000);
});
