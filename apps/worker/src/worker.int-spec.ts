import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Episode, EpisodeCopy } from '#libs/catalog';
import { FeedVersion } from '#libs/feeds';
import { system, systemClock } from '#libs/kernel';
import { Rendition } from '#libs/media';
import { drain } from '#libs/queue';
import { anEpisode } from '../../../test/factories/catalog.js';
import { openWorkerBench, pause, typescript, until, type WorkerBench } from './testing/worker-bench.js';

const mainFile = fileURLToPath(new URL('./main.ts', import.meta.url));

let bench: WorkerBench;
let world: WorkerBench['world'];
beforeEach(async () => ({ world } = bench = await openWorkerBench()));
afterEach(() => bench.close());

/** Programs that write into the work folder: renders. */
const renders = async () => (await bench.programs()).filter((line) => line.includes(join(bench.folder, 'work')));

describe('the worker', () => {
  it('leads an upload to a publishable episode, and its release to a feed', async () => {
    const worker = await bench.startHere();
    try {
      const { episode, revision } = await bench.receive('trailer.wav');
      await drain(worker.backend, worker.relay);
      expect(await bench.again(revision)).toMatchObject({ state: 'done', renditions: [{ kind: 'mp3' }] });
      const working = { episodeId: episode.id, kind: 'working' as const };
      expect(await world.db.manager.findOneByOrFail(EpisodeCopy, working)).toMatchObject({ revisionId: revision.id });

      await world.catalog.publishing.publish(system, bench.show.id, episode.id);
      await drain(worker.backend, worker.relay);
      const [feed] = await world.db.manager.find(FeedVersion, { order: { changedAt: 'desc' } });
      expect(feed).toBeDefined();
    } finally {
      await worker.close();
    }
  }, 180_000);

  it('does a killed worker’s render again on another one: one file, nothing left (fault:F01)', async () => {
    const first = bench.startAside();
    const { revision } = await bench.receive('MNC-087-jean-tremblay-FINAL2.flac');
    await until('the render', async () => (await renders()).length > 0);
    first.kill('SIGKILL');
    const second = bench.startAside();
    try {
      await until('the end', async () => (await bench.again(revision)).state === 'done');
      const files = await readdir(join(bench.folder, 'files', 'mp3'));
      expect(files).toHaveLength(1);
      expect(await world.db.manager.countBy(Rendition, { revisionId: revision.id })).toBe(1);
      expect((await bench.again(revision)).attempt).toBe(1);
      expect(await readdir(join(bench.folder, 'work'))).toEqual([]);
      expect(await bench.programs()).toEqual([]);
    } finally {
      second.kill('SIGTERM');
      expect(await once(second, 'exit')).toEqual([0, null]);
    }
  }, 240_000);

  it('gives a running job back when it is asked to stop, and leaves with code 0 (fault:F31)', async () => {
    const first = bench.startAside();
    const { revision } = await bench.receive('MNC-087-jean-tremblay-FINAL2.flac');
    await until('the render', async () => (await renders()).length > 0);
    first.kill('SIGTERM');
    expect(await once(first, 'exit')).toEqual([0, null]);
    expect(await bench.programs()).toEqual([]);
    const second = await bench.startHere();
    try {
      await until('the end', async () => (await bench.again(revision)).state === 'done');
    } finally {
      await second.close();
    }
  }, 240_000);

  it('announces again what the queue has lost', async () => {
    const { revision } = await bench.receive('trailer.wav');
    await world.db.query(`update outbox set relayed_at = now()`);
    await world.db.query(`update revisions set updated_at = now() - interval '1 minute'`);
    const worker = await bench.startHere();
    try {
      await until('the end', async () => (await bench.again(revision)).state === 'done');
    } finally {
      await worker.close();
    }
  }, 180_000);

  it('parks a job that kills its worker again and again, with a reason, and does the others (fault:F30)', async () => {
    const { revision: poison } = await bench.receive('trailer.wav');
    await world.db.query(`update revisions set original_key = 'poison' where id = $1`, [poison.id]);
    let worker = bench.startAside();
    const restart = () => {
      worker = bench.startAside();
      worker.once('exit', (code) => code === 137 && restart());
    };
    worker.once('exit', (code) => code === 137 && restart());
    try {
      const { revision: good } = await bench.receive('trailer.wav');
      await until('the good one', async () => (await bench.again(good)).state === 'done', 120_000);
      const parked = await until('the reason', async () => {
        const row = await bench.again(poison);
        return row.state === 'failed' && row;
      });
      expect(parked.errorCode).toBe('PROCESSING_FAILED');
      expect(worker.exitCode).toBeNull();
    } finally {
      worker.removeAllListeners('exit');
      worker.kill('SIGKILL');
    }
  }, 300_000);

  it('publishes once, late, what was due while nobody worked (fault:F29)', async () => {
    const episode = await anEpisode(world.db, bench.show, { state: 'draft' });
    const due = new Date(systemClock.now().getTime() - 600_000);
    await world.db.manager.update(Episode, { id: episode.id }, { state: 'scheduled', scheduledAt: due });
    const workers = [await bench.startHere(), await bench.startHere()];
    try {
      const published = await until('the release', async () => {
        const row = await world.db.manager.findOneByOrFail(Episode, { id: episode.id });
        return row.state === 'published' && row;
      });
      expect(published.publishedAt).toEqual(due);
      await pause(1500);
      const facts = await world.db.query(`select 1 from outbox where name = 'episode.published'`);
      expect(facts).toHaveLength(1);
    } finally {
      await Promise.all(workers.map((worker) => worker.close()));
    }
  }, 180_000);

  it('says in one message that it needs a database, and leaves with an error', async () => {
    const child = spawn(process.execPath, ['--import', typescript, mainFile], {
      env: { PATH: process.env.PATH, DATA_DIR: bench.folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    expect((await once(child, 'exit'))[0]).toBe(1);
    expect(said).toContain('DATABASE_URL');
    expect(said).not.toContain('    at ');
  }, 90_000);

  it('ends when the process that started it is gone', async () => {
    const worker = bench.startAside();
    await once(worker, 'message');
    worker.disconnect();
    expect(await once(worker, 'exit')).toEqual([0, null]);
  }, 90_000);
});
