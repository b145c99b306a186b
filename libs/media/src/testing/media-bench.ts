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
import { makeTagHandler } from '../pipeline/tag.handler.js';
import { WorkFolders } from '../pipeline/work-folder.js';
import { PreviewsService } from '../preview/previews.service.js';
import { RecordingsService } from '../recording/recordings.service.js';
import type { RenderOrder } from '../recording/render-order.js';
import { RevisionsService } from '../recording/revisions.service.js';
import { TracksService } from '../recording/tracks.service.js';
import { Revision } from '../recording/revision.entity.js';
import { addRecording } from '../recording/revision.writes.js';
import { Staging } from '../upload/staging.js';
import { type UploadForm, type UploadLimits, UploadsService } from '../upload/uploads.service.js';

export const GB = 1024 ** 3;

const usualWishes: Omit<RenderOrder, 'recordingId'> = {
  sound: usualOrder,
  intro: null,
  outro: null,
  outputs: { opus: false, m4a: false, video: false, hls: false },
  tags: { title: 'Épisode 87', artist: 'Mon balado', album: 'Mon balado', date: '2026-05-12' },
  chapters: [{ startMs: 0, title: 'Début' }],
  coverKey: null,
};

export type MediaBench = Awaited<ReturnType<typeof openMediaBench>>;

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
    orderFor: async (recordingId) => ({ ...usualWishes, ...wishes, recordingId }),
  };
  let wishes: Partial<RenderOrder> = {};
  const scope = newId();

  /** A file as if it had just arrived whole; answers with the revision that is made of it. */
  async function receive(
    source: string | Buffer,
    fileName = 'recording.wav',
    given: Partial<Pick<UploadForm, 'recordingId' | 'purpose' | 'claimedSha256'>> = {},
  ): Promise<Revision> {
    const path = join(folder, 'incoming');
    await (typeof source === 'string' ? copyFile(source, path) : writeFile(path, source));
    const { size } = await stat(path);
    const { id, recordingId } = await dataSource.transaction(async (manager) => {
      const recordingId = given.recordingId ?? (await addRecording(manager, scope, systemClock.now())).id;
      const form = { scope, recordingId, userId: null, fileName, totalBytes: size };
      return uploads.create(manager, system, { ...form, claimedSha256: null, ...given, recordingId });
    });
    await copyFile(path, staging.path(id));
    await uploads.finish(id);
    return dataSource.manager.findOneOrFail(Revision, {
      where: { recordingId: recordingId! },
      order: { number: 'desc' },
    });
  }

  /** Does the steps that the outbox orders, until there is none left. A failing job is tried three times, as the queue does. */
  const work = (signal = new AbortController().signal) => workUntil(null, signal);

  /** The same, but stops before a job of that name. Returns the names of what was done. */
  async function workUntil(stop: string | null, signal = new AbortController().signal): Promise<string[]> {
    const handlers = makeMediaHandlers(deps) as unknown as Record<string, Handler<unknown>>;
    const done: string[] = [];
    for (;;) {
      const [row] = await dataSource.manager.find(OutboxRow, {
        where: { relayedAt: IsNull() },
        order: { id: 'asc' },
        take: 1,
      });
      if (!row || row.name === stop) return done;
      await dataSource.manager.update(OutboxRow, { id: row.id }, { relayedAt: systemClock.now() });
      done.push(row.name);
      const isProbe = row.name === 'upload.finished';
      const payload = isProbe ? { revisionId: row.payload.revisionId, attempt: 1 } : row.payload;
      await runAsQueue(handlers[isProbe ? 'media.probe' : row.name], payload, signal);
    }
  }

  return {
    ...{ dataSource, storage, staging, uploads, deps, scope, folder, workFolder, receive, work, workUntil },
    recordings: new RecordingsService(dataSource, systemClock),
    revisions: new RevisionsService(dataSource, systemClock),
    tracks: new TracksService(dataSource, systemClock),
    previews: new PreviewsService(dataSource, systemClock),
    /** The job that gives an unreleased file the words of now. */
    tag: ({ id: revisionId }: Pick<Revision, 'id'>) => makeTagHandler(deps)({ revisionId }, firstRun()),
    /** What the floor above wants from now on, beside the usual. */
    want: (given: Partial<RenderOrder>) => void (wishes = given),
    /** The revision as it is now, with its rendition. */
    again: ({ id }: Pick<Revision, 'id'>) =>
      dataSource.manager.findOneOrFail(Revision, { where: { id }, relations: { renditions: true } }),
    async close() {
      await dataSource.destroy();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The first run of a job that nobody stops. */
const firstRun = (): JobRun => ({ signal: new AbortController().signal, attempt: 1, isLastTry: false });

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
