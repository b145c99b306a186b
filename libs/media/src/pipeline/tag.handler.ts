import { mux } from '#libs/ffmpeg';
import { EstradeError, newId } from '#libs/kernel';
import type { JobRun } from '#libs/queue';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { QueryDeepPartialEntity } from 'typeorm';
import { saysWhat } from '../recording/file-words.plan.js';
import type { RenderOrder } from '../recording/render-order.js';
import { Rendition } from '../recording/rendition.entity.js';
import { Revision } from '../recording/revision.entity.js';
import { notifyProgress } from '../recording/revision.writes.js';
import { hashFile } from '../upload/hash.js';
import type { PipelineDeps } from './pipeline.deps.js';
import { withCover } from './render.handler.js';
import type { MediaNote, SoundReport } from '../recording/sound-report.js';
import { tagJob } from './step.jobs.js';

interface TagPayload {
  readonly revisionId: string;
}

/** A finished file that nobody has released, and what it should say instead. */
interface Found {
  readonly revision: Revision;
  readonly mp3: Rendition;
  readonly order: RenderOrder;
}

const notWritten: MediaNote = { code: 'TAGS_NOT_WRITTEN', params: {} };

/**
 * Gives a finished, unreleased file the tags, chapters and cover that are wanted by now, under a new key; the sound's
 * frames stay. Reads again what is wanted until the file says it; a file that has been released stays as it is.
 */
export function makeTagHandler(deps: PipelineDeps) {
  return async ({ revisionId }: TagPayload, { signal }: JobRun): Promise<void> => {
    for (let found = await findStale(deps, revisionId); found; found = await findStale(deps, revisionId)) {
      try {
        await deps.storage.delete(await replaceFile(deps, found, signal));
      } catch (error) {
        // Another job was faster, and has removed what this one was reading.
        if (!(await isOvertaken(deps, found))) throw error;
      }
    }
  };
}

/** When the queue gives a `media.tag` up: the row keeps what could not be written, so that nothing waits for it for ever. */
export async function onTagParked(deps: PipelineDeps, name: string, payload: unknown): Promise<void> {
  if (name !== tagJob.name) return;
  const { revisionId } = tagJob.payload.parse(payload);
  const found = await findStale(deps, revisionId);
  if (!found) return;
  const { revision, order } = found;
  const refused: Partial<Revision> = { refusedOrder: { ...order }, report: { ...toReport(revision.report, true) } };
  await deps.dataSource.transaction(async (manager) => {
    await manager.update(Revision, { id: revisionId }, refused as QueryDeepPartialEntity<Revision>);
    await notifyProgress(manager, revision);
  });
}

/** Null when there is nothing to do: the file says it, has been released, is not finished, or nobody wants it any more. */
async function findStale({ dataSource, orderFor }: PipelineDeps, id: string): Promise<Found | null> {
  const revision = await dataSource.manager.findOne(Revision, { where: { id }, relations: { renditions: true } });
  const mp3 = revision?.renditions.find(({ kind }) => kind === 'mp3');
  if (!revision || !mp3 || revision.state !== 'done' || revision.releasedAt) return null;
  const order = await orderFor(revision.recordingId, revision).catch((error: unknown) => {
    if (error instanceof EstradeError && error.status === 404) return null;
    throw error;
  });
  return order && !saysWhat(order, revision) ? { revision, mp3, order } : null;
}

/** Returns the key that nobody uses any more: the old one, or the new one when the row has changed in the meantime. */
async function replaceFile(deps: PipelineDeps, found: Found, signal: AbortSignal): Promise<string> {
  const { revision, mp3, order } = found;
  // Never a key that was used before: whoever deletes the old one cannot meet it again (`feed:N06`).
  const id = newId(deps.clock.now().getTime());
  return deps.folders.use(`${revision.id}-tag-${id}`, async (folder) => {
    const output = join(folder, 'final.mp3');
    const { tags, chapters } = order;
    await deps.storage.withLocalFile(mp3.key, (file) =>
      withCover(deps, order, (coverFile) =>
        mux(deps.ffmpeg, { file, durationMs: mp3.durationMs, tags, chapters, coverFile, output }, { signal }),
      ),
    );
    const { size: bytes } = await stat(output);
    const sha256 = (await hashFile(output)).digest('hex');
    const key = `mp3/${revision.id}-${id}.mp3`;
    await deps.storage.putFile(key, output);
    return (await replaceRows(deps, found, { key, bytes, sha256 })) ? mp3.key : key;
  });
}

async function isOvertaken({ dataSource }: PipelineDeps, { mp3: { id, key } }: Found): Promise<boolean> {
  return !(await dataSource.manager.existsBy(Rendition, { id, key }));
}

async function replaceRows(
  { dataSource }: PipelineDeps,
  { revision: { id }, mp3, order }: Found,
  file: Pick<Rendition, 'key' | 'bytes' | 'sha256'>,
): Promise<boolean> {
  return dataSource.transaction(async (manager) => {
    const revision = await manager.findOne(Revision, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!revision || revision.state !== 'done' || revision.releasedAt) return false;
    const { affected } = await manager.update(Rendition, { id: mp3.id, key: mp3.key }, file);
    if (!affected) return false;
    const { tags, chapters, coverKey } = order;
    const changes: Partial<Revision> = {
      order: { ...revision.order, tags, chapters, coverKey },
      report: { ...toReport(revision.report, false) },
      ...{ refusedOrder: null, renderedKey: file.key },
    };
    await manager.update(Revision, { id }, changes as QueryDeepPartialEntity<Revision>);
    await notifyProgress(manager, revision);
    return true;
  });
}

/** The report with or without its note about the tags. */
function toReport(report: SoundReport | null, isRefused: boolean): SoundReport {
  const notes = (report?.notes ?? []).filter(({ code }) => code !== notWritten.code);
  return { ...report, notes: isRefused ? [...notes, notWritten] : notes };
}
