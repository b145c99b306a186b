import { openDataSource, OutboxRow } from '#libs/database';
import { findFfmpeg, usualOrder } from '#libs/ffmpeg';
import { newId, system, systemClock } from '#libs/kernel';
import type { Handler, JobRun } from '#libs/queue';
import { createStorage } from '#libs/storage';
import { copyFile, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DataSource, IsNull } from 'typeorm';
import { createTestDatabase } from '../../../../test/database.js';
import { ImagesService } from '../image/images.service.js';
import { mediaEntities } from '../index.js';
import { makeMediaHandlers } from '../pipeline/media.handlers.js';
import type { PipelineDeps } from '../pipeline/pipeline.deps.js';
import { WorkFolders } from '../pipeline/work-folder.js';
import { RecordingsService } from '../recording/recordings.service.js';
import { Revision } from '../recording/revision.entity.js';
import { addRecording } from '../recording/revision.writes.js';
import { Staging } from '../upload/staging.js';
import { type UploadLimits, UploadsService } from '../upload/uploads.service.js';

export const GB = 1024 ** 3;

/** For tests: media on a database, a disk and an ffmpeg of its own, without a queue: `work()` does what the outbox orders. */
export async function openMediaBench(limits: Partial<UploadLimits> = {}) {
  const database = await createTestDatabase();
  const dataSource: DataSource = await openDataSource(database.url, mediaEntities);
  const folder = await mkdtemp(join(tmpdir(), 'estrade-media-'));
  const storage = await createStorage({ dataDir: folder, storageUrl: undefined });
  const staging = new Staging(join(folder, 'uploads'));
  await staging.prepare();
  const all = { fileBytes: GB, quotaBytes: 2 * GB, expireHours: 72, reserveBytes: 0, ...limits };
  const uploads = new UploadsService(dataSource, storage, staging, all, systemClock);
  const ffmpeg = await findFfmpeg({ production: false, allowOldFfmpeg: true });
  const workFolder = join(folder, 'work');
  const deps: PipelineDeps = {
    ...{ dataSource, storage, ffmpeg, clock: systemClock },
    images: new ImagesService(storage),
    folders: new WorkFolders(workFolder),
    isQuiet: async () => true,
    orderFor: async (recordingId) => ({
      ...{
        recordingId,
        sound: usualOrder,
        intro: null,
        outro: null,
        outputs: { opus: false, m4a: false, video: false, hls: false },
        chapters: [{ startMs: 0, title: 'Début' }],
        coverKey: null,
      },
      tags: { title: 'Épisode 87', artist: 'Mon balado', album: 'Mon balado', date: '2026-05-12' },
    }),
  };
  const scope = newId();

  /** A file as if it had just arrived whole; answers with the revision that is made of it. */
  async function receive(
    source: string | Buffer,
    fileName = 'recording.wav',
    claimedSha256?: string,
  ): Promise<Revision> {
    const path = join(folder, 'incoming');
    await (typeof source === 'string' ? copyFile(source, path) : writeFile(path, source));
    const { size } = await stat(path);
    const id = await dataSource.transaction(async (manager) => {
      const recording = await addRecording(manager, scope, systemClock.now());
      const form = { scope, recordingId: recording.id, userId: null, fileName, totalBytes: size };
      return (await uploads.create(manager, system, { ...form, claimedSha256: claimedSha256 ?? null })).id;
    });
    await copyFile(path, staging.path(id));
    await uploads.finish(id);
    return dataSource.manager.findOneByOrFail(Revision, { uploadId: id });
  }

  /** Does the steps that the outbox orders, until there is none left. A failing job is tried three times, as the queue does. */
  async function work(signal = new AbortController().signal): Promise<string[]> {
    const handlers = makeMediaHandlers(deps) as unknown as Record<string, Handler<unknown>>;
    const done: string[] = [];
    for (;;) {
      const rows = await dataSource.manager.find(OutboxRow, { where: { relayedAt: IsNull() }, order: { id: 'asc' } });
      if (rows.length === 0) return done;
      for (const row of rows) {
        await dataSource.manager.update(OutboxRow, { id: row.id }, { relayedAt: systemClock.now() });
        done.push(row.name);
        const isProbe = row.name === 'upload.finished';
        const payload = isProbe ? { revisionId: row.payload.revisionId, attempt: 1 } : row.payload;
        await runAsQueue(handlers[isProbe ? 'media.probe' : row.name], payload, signal);
      }
    }
  }

  return {
    ...{ dataSource, storage, staging, uploads, deps, scope, folder, workFolder, receive, work },
    recordings: new RecordingsService(dataSource, systemClock),
    /** The revision as it is now, with its rendition. */
    again: ({ id }: Revision) =>
      dataSource.manager.findOneOrFail(Revision, { where: { id }, relations: { renditions: true } }),
    async close() {
      await dataSource.destroy();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function runAsQueue(handler: Handler<unknown> | undefined, payload: unknown, signal: AbortSignal): Promise<void> {
  for (let attempt = 1; handler && attempt <= 3; attempt += 1) {
    const run: JobRun = { signal, attempt, isLastTry: attempt === 3 };
    try {
      return await handler(payload, run);
    } catch (error) {
      if (((error as { status?: number }).status ?? 500) < 500) return;
    }
  }
}
