import { type ChildProcess, fork } from 'node:child_process';
import { chmod, copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Episode, type Show } from '#libs/catalog';
import { createLog, readConfig } from '#libs/config';
import { openDataSource } from '#libs/database';
import { type Ffmpeg, findFfmpeg } from '#libs/ffmpeg';
import { system, systemClock } from '#libs/kernel';
import { addRecording, Revision, Staging, UploadsService } from '#libs/media';
import { createStorage } from '#libs/storage';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { allEntities, aWorld, testSecret } from '../../../../test/factories/world.js';
import { createWorkerApp, type WorkerApp } from '../worker.app.js';

const pathOf = (path: string) => fileURLToPath(new URL(`../../../../test/${path}`, import.meta.url));
export const typescript = pathOf('setup/typescript.mjs');

/** For tests: uploads as they arrive, and workers beside or within this process, on a database and a disk of their own. */
export async function openWorkerBench() {
  const world = await aWorld();
  // The worker's clock: the day of a release is in the file.
  world.clock.set(systemClock.now());
  const folder = await mkdtemp(join(tmpdir(), 'estrade-worker-'));
  const staging = new Staging(join(folder, 'uploads'));
  const limits = { fileBytes: 1e9, quotaBytes: 1e9, expireHours: 1, reserveBytes: 0 };
  const storage = await createStorage({ dataDir: folder, storageUrl: undefined });
  const uploads = new UploadsService(world.db, storage, staging, limits, systemClock);
  const show = await aShow(world.db);

  /** A draft with a recording that has just arrived: one of `test/recordings`, or any file. */
  async function receive(name: string, of: Show = show): Promise<{ episode: Episode; revision: Revision }> {
    const source = name.startsWith('/') ? name : pathOf(`recordings/${name}`);
    const episode = await anEpisode(world.db, of, { state: 'draft', revision: false });
    const { size } = await stat(source);
    const id = await world.db.transaction(async (manager) => {
      const { id: recordingId } = await addRecording(manager, of.id, systemClock.now());
      await manager.update(Episode, { id: episode.id }, { recordingId });
      const form = { scope: of.id, recordingId, userId: null, fileName: name, totalBytes: size };
      return (await uploads.create(manager, system, form)).id;
    });
    await copyFile(source, staging.path(id));
    await uploads.finish(id);
    return { episode, revision: await world.db.manager.findOneByOrFail(Revision, { uploadId: id }) };
  }

  async function startHere(tools: Partial<Ffmpeg> = {}): Promise<WorkerApp> {
    const config = readConfig({ NODE_ENV: 'test', DATA_DIR: folder, PUBLIC_URL: 'https://estrade.example.org' });
    return createWorkerApp({
      ...{ config, databaseUrl: world.url, addresses: world.addresses, secret: testSecret, clock: systemClock },
      dataSource: await openDataSource(world.url, allEntities),
      ffmpeg: { ...(await findFfmpeg(config)), ...tools },
      storage: await createStorage(config),
      log: createLog({ logLevel: 'silent' }, 'worker'),
      lockMs: 2_000,
    });
  }

  /** The worker in a process of its own, with short locks. */
  function startAside(env: Record<string, string> = {}): ChildProcess {
    const own = { DATABASE_URL: world.url, DATA_DIR: folder, LOG_LEVEL: 'error', NODE_ENV: 'test' };
    return fork(pathOf('setup/worker.ts'), [], {
      env: { ...process.env, ...own, ...env },
      execArgv: ['--import', typescript],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
  }

  /** An ffmpeg that does what a line of shell says before it becomes the real one. */
  async function standIn(shell: string): Promise<string> {
    const { ffmpeg } = await findFfmpeg({ production: false, allowOldFfmpeg: true });
    const path = join(folder, 'stand-in-ffmpeg');
    await writeFile(path, `#!/bin/sh\n${shell}\nexec ${ffmpeg} "$@"\n`);
    await chmod(path, 0o755);
    return path;
  }

  return {
    ...{ world, folder, storage, show, receive, startHere, startAside, standIn },
    again: ({ id }: Revision) =>
      world.db.manager.findOneOrFail(Revision, { where: { id }, relations: { renditions: true } }),
    /** Programs at work in this bench's folder. */
    programs: () => programsWith(folder),
    async close() {
      await world.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type WorkerBench = Awaited<ReturnType<typeof openWorkerBench>>;

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function until<T>(what: string, look: () => Promise<T | undefined | false>, ms = 120_000): Promise<T> {
  for (const end = performance.now() + ms; performance.now() < end; await pause(25)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`${what} did not happen within ${ms} ms`);
}

/** The command lines of all processes but workers that name a folder. */
async function programsWith(folder: string): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes(folder));
}
