import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Episode, EpisodeCopy, type Show } from '#libs/catalog';
import { createLog, readConfig } from '#libs/config';
import { openDataSource } from '#libs/database';
import { FeedVersion } from '#libs/feeds';
import { findFfmpeg } from '#libs/ffmpeg';
import { system, systemClock } from '#libs/kernel';
import { addRecording, Rendition, Revision, Staging, UploadsService } from '#libs/media';
import { drain } from '#libs/queue';
import { createStorage } from '#libs/storage';
import { anEpisode, aShow } from '../../../test/factories/catalog.js';
import { allEntities, aWorld, type World } from '../../../test/factories/world.js';
import { createWorkerApp, type WorkerApp } from './worker.app.js';

const recording = (name: string) => fileURLToPath(new URL(`../../../test/recordings/${name}`, import.meta.url));
const typescript = fileURLToPath(new URL('../../../test/setup/typescript.mjs', import.meta.url));
const workerFile = fileURLToPath(new URL('../../../test/setup/worker.ts', import.meta.url));
const mainFile = fileURLToPath(new URL('./main.ts', import.meta.url));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let world: World;
let folder: string;
let uploads: UploadsService;
let staging: Staging;
let show: Show;
beforeEach(async () => {
  world = await aWorld();
  // The worker's clock: the day of a release is in the file.
  world.clock.set(systemClock.now());
  folder = await mkdtemp(join(tmpdir(), 'estrade-worker-'));
  staging = new Staging(join(folder, 'uploads'));
  const limits = { fileBytes: 1e9, quotaBytes: 1e9, expireHours: 1, reserveBytes: 0 };
  uploads = new UploadsService(
    world.db,
    await createStorage({ dataDir: folder, storageUrl: undefined }),
    staging,
    limits,
    systemClock,
  );
  show = await aShow(world.db);
});
afterEach(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

/** A draft with a recording that has just arrived. */
async function receive(name: string): Promise<{ episode: Episode; revision: Revision }> {
  const episode = await anEpisode(world.db, show, { state: 'draft', revision: false });
  const { size } = await stat(recording(name));
  const id = await world.db.transaction(async (manager) => {
    const { id: recordingId } = await addRecording(manager, show.id, systemClock.now());
    await manager.update(Episode, { id: episode.id }, { recordingId });
    const form = { scope: show.id, recordingId, userId: null, fileName: name, totalBytes: size };
    return (await uploads.create(manager, system, form)).id;
  });
  await copyFile(recording(name), staging.path(id));
  await uploads.finish(id);
  return { episode, revision: await world.db.manager.findOneByOrFail(Revision, { uploadId: id }) };
}

const again = ({ id }: Revision) =>
  world.db.manager.findOneOrFail(Revision, { where: { id }, relations: { renditions: true } });

async function until<T>(what: string, look: () => Promise<T | undefined | false>, ms = 120_000): Promise<T> {
  for (const end = performance.now() + ms; performance.now() < end; await pause(25)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`${what} did not happen within ${ms} ms`);
}

async function startHere(): Promise<WorkerApp> {
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: folder, PUBLIC_URL: 'https://estrade.example.org' });
  return createWorkerApp({
    ...{ config, databaseUrl: world.url, addresses: world.addresses, clock: systemClock },
    dataSource: await openDataSource(world.url, allEntities),
    ffmpeg: await findFfmpeg(config),
    storage: await createStorage(config),
    log: createLog({ logLevel: 'silent' }, 'worker'),
    lockMs: 2_000,
  });
}

/** The worker in a process of its own, with short locks. */
function startAside(): ChildProcess {
  const env = { ...process.env, DATABASE_URL: world.url, DATA_DIR: folder, LOG_LEVEL: 'error', NODE_ENV: 'test' };
  return fork(workerFile, [], {
    env,
    execArgv: ['--import', typescript],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

const ffmpegsOf = async (path: string) => {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes(path) && line.includes('ffmpeg'));
};

describe('the worker', () => {
  it('leads an upload to a publishable episode, and its release to a feed', async () => {
    const worker = await startHere();
    try {
      const { episode, revision } = await receive('trailer.wav');
      await drain(worker.backend, worker.relay);
      expect(await again(revision)).toMatchObject({ state: 'done', renditions: [{ kind: 'mp3' }] });
      const working = { episodeId: episode.id, kind: 'working' as const };
      expect(await world.db.manager.findOneByOrFail(EpisodeCopy, working)).toMatchObject({ revisionId: revision.id });

      await world.catalog.publishing.publish(system, show.id, episode.id);
      await drain(worker.backend, worker.relay);
      const [feed] = await world.db.manager.find(FeedVersion, { order: { changedAt: 'desc' } });
      expect(feed).toBeDefined();
    } finally {
      await worker.close();
    }
  }, 180_000);

  it('does a killed worker’s render again on another one: one file, nothing left (fault:F01)', async () => {
    const first = startAside();
    const { revision } = await receive('MNC-087-jean-tremblay-FINAL2.flac');
    await until('the render', async () => (await ffmpegsOf(join(folder, 'work'))).length > 0);
    first.kill('SIGKILL');
    const second = startAside();
    try {
      await until('the end', async () => (await again(revision)).state === 'done');
      const files = await readdir(join(folder, 'files', 'mp3'));
      expect(files).toHaveLength(1);
      expect(await world.db.manager.countBy(Rendition, { revisionId: revision.id })).toBe(1);
      expect((await again(revision)).attempt).toBe(1);
      expect(await readdir(join(folder, 'work'))).toEqual([]);
      expect(await ffmpegsOf(folder)).toEqual([]);
    } finally {
      second.kill('SIGTERM');
      expect(await once(second, 'exit')).toEqual([0, null]);
    }
  }, 240_000);

  it('gives a running job back when it is asked to stop, and leaves with code 0 (fault:F31)', async () => {
    const first = startAside();
    const { revision } = await receive('MNC-087-jean-tremblay-FINAL2.flac');
    await until('the render', async () => (await ffmpegsOf(join(folder, 'work'))).length > 0);
    first.kill('SIGTERM');
    expect(await once(first, 'exit')).toEqual([0, null]);
    expect(await ffmpegsOf(folder)).toEqual([]);
    const second = await startHere();
    try {
      await until('the end', async () => (await again(revision)).state === 'done');
    } finally {
      await second.close();
    }
  }, 240_000);

  it('announces again what the queue has lost', async () => {
    const { revision } = await receive('trailer.wav');
    await world.db.query(`update outbox set relayed_at = now()`);
    await world.db.query(`update revisions set updated_at = now() - interval '1 minute'`);
    const worker = await startHere();
    try {
      await until('the end', async () => (await again(revision)).state === 'done');
    } finally {
      await worker.close();
    }
  }, 180_000);

  it('parks a job that kills its worker again and again, with a reason, and does the others (fault:F30)', async () => {
    const { revision: poison } = await receive('trailer.wav');
    await world.db.query(`update revisions set original_key = 'poison' where id = $1`, [poison.id]);
    let worker = startAside();
    const restart = () => {
      worker = startAside();
      worker.once('exit', (code) => code === 137 && restart());
    };
    worker.once('exit', (code) => code === 137 && restart());
    try {
      const { revision: good } = await receive('trailer.wav');
      await until('the good one', async () => (await again(good)).state === 'done', 120_000);
      const parked = await until('the reason', async () => {
        const row = await again(poison);
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
    const episode = await anEpisode(world.db, show, { state: 'draft' });
    const due = new Date(systemClock.now().getTime() - 600_000);
    await world.db.manager.update(Episode, { id: episode.id }, { state: 'scheduled', scheduledAt: due });
    const workers = [await startHere(), await startHere()];
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
      env: { PATH: process.env.PATH, DATA_DIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    expect((await once(child, 'exit'))[0]).toBe(1);
    expect(said).toContain('DATABASE_URL');
    expect(said).not.toContain('    at ');
  }, 90_000);

  it('ends when the process that started it is gone', async () => {
    const worker = startAside();
    await once(worker, 'message');
    worker.disconnect();
    expect(await once(worker, 'exit')).toEqual([0, null]);
  }, 90_000);
});
