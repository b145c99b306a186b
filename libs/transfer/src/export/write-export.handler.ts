import { TranscriptQuery } from '#libs/catalog';
import { type Clock, EstradeError } from '#libs/kernel';
import { type LoadedAssets, loadAssets } from '#libs/pages';
import type { Handler, PayloadOf } from '#libs/queue';
import { DiskFull, type Storage } from '#libs/storage';
import type { DataSource } from 'typeorm';
import { checkArchive } from './archive/check-archive.js';
import { writeArchive } from './archive/write-archive.js';
import { toArchiveFiles } from './archive-files.js';
import { readArchiveView } from './archive-view.query.js';
import { NothingToExport } from './export.error.js';
import type { writeExport } from './export.job.js';
import { ExportProgress } from './export-progress.js';
import { exportKeptMs } from './exports.service.js';
import { ShowExport } from './show-export.entity.js';

export interface ExportDeps {
  dataSource: DataSource;
  storage: Storage;
  clock: Clock;
}

/**
 * Writes an archive from one snapshot of the show, reads it again and compares every file. Done again after a kill it
 * begins anew under the same key. An export that was deleted meanwhile leaves nothing behind; a full disk ends it with a
 * clear code, and what was written goes (`fault:F23`).
 */
export function makeWriteExport(deps: ExportDeps): Handler<PayloadOf<typeof writeExport>> {
  let assets: Promise<LoadedAssets> | undefined;
  return async ({ exportId }, run) => {
    const order = await begin(deps, exportId);
    if (!order) return;
    const progress = new ExportProgress(deps.dataSource, exportId);
    const signal = AbortSignal.any([run.signal, progress.overtaken]);
    try {
      await make(deps, order, await (assets ??= loadAssets()), progress, signal);
    } catch (error) {
      if (run.signal.aborted) throw error;
      await deps.storage.delete(order.key);
      if (progress.overtaken.aborted) return;
      const isFinal = error instanceof DiskFull || (error instanceof EstradeError && error.status < 500);
      if (!isFinal && !run.isLastTry) throw error;
      await fail(deps, exportId, error instanceof EstradeError ? error.code : 'INTERNAL');
    } finally {
      await progress.stop();
    }
  };
}

/** The order, if it still wants to be written. */
async function begin({ dataSource, clock }: ExportDeps, id: string): Promise<ShowExport | undefined> {
  const order = await dataSource.manager.findOneBy(ShowExport, { id });
  if (!order || (order.state !== 'waiting' && order.state !== 'running')) return undefined;
  const startedAt = order.startedAt ?? clock.now();
  await dataSource.manager.update(ShowExport, { id }, { state: 'running', startedAt });
  return order;
}

async function make(
  { dataSource, storage, clock }: ExportDeps,
  order: ShowExport,
  assets: LoadedAssets,
  progress: ExportProgress,
  signal: AbortSignal,
): Promise<void> {
  const view = await dataSource.transaction('REPEATABLE READ', (manager) => readArchiveView(manager, clock, order));
  if (!view || view.episodes.length + view.drafts.length === 0) throw new NothingToExport();
  const transcripts = new TranscriptQuery(dataSource);
  const readTranscript = (episodeId: string, lang: string) => transcripts.released(episodeId, lang);
  const { files, bytes: bytesTotal } = await toArchiveFiles({ storage, assets, readTranscript }, view, order.baseUrl);
  const options = { signal, onBytes: (count: number) => progress.add(count) };
  await progress.begin('write', bytesTotal);
  const archive = await writeArchive(storage, order.key, files, options);
  await progress.begin('check', archive.bytes);
  await checkArchive(storage, order.key, archive.bytes, options);
  await progress.stop();
  const finishedAt = clock.now();
  const { affected } = await dataSource.manager.update(
    ShowExport,
    { id: order.id, state: 'running' },
    {
      ...archive,
      ...{ state: 'done', finishedAt, bytesDone: archive.bytes },
      expiresAt: new Date(finishedAt.getTime() + exportKeptMs),
    },
  );
  if (!affected) await storage.delete(order.key);
}

async function fail({ dataSource, clock }: ExportDeps, id: string, errorCode: string): Promise<void> {
  const finishedAt = clock.now();
  const expiresAt = new Date(finishedAt.getTime() + exportKeptMs);
  await dataSource.manager.update(ShowExport, { id }, { state: 'failed', errorCode, finishedAt, expiresAt });
}
