import { announce } from '#libs/database';
import { EstradeError } from '#libs/kernel';
import type { JobRun } from '#libs/queue';
import type { QueryDeepPartialEntity } from 'typeorm';
import { saysWhat } from '../recording/file-words.plan.js';
import { isSoundKind, type SoundKind } from '../recording/file-kinds.js';
import type { RenderOrder } from '../recording/render-order.js';
import { Rendition } from '../recording/rendition.entity.js';
import { isInUse } from '../recording/rendition.writes.js';
import { Revision } from '../recording/revision.entity.js';
import { fileTagged } from '../recording/recording.facts.js';
import { notifyProgress } from '../recording/revision.writes.js';
import type { PipelineDeps } from './pipeline.deps.js';
import { copyWithWords, type NewFile } from './words.js';
import type { MediaNote, SoundReport } from '../recording/sound-report.js';
import { tagJob } from './step.jobs.js';

interface TagPayload {
  readonly revisionId: string;
}

type TaggedFile = Rendition & { readonly kind: SoundKind };

/** A finished revision that nobody has released, and what its files should say instead. */
interface Found {
  readonly revision: Revision;
  /** Those with tags. */
  readonly files: readonly TaggedFile[];
  readonly order: RenderOrder;
}

const notWritten: MediaNote = { code: 'TAGS_NOT_WRITTEN', params: {} };

/**
 * Gives the finished, unreleased files of a revision the tags, chapters and cover that are wanted by now, under new keys; the
 * sound stays. Reads again what is wanted until the files say it; what has been released stays as it is.
 */
export function makeTagHandler(deps: PipelineDeps) {
  return async ({ revisionId }: TagPayload, { signal }: JobRun): Promise<void> => {
    for (let found = await findStale(deps, revisionId); found; found = await findStale(deps, revisionId)) {
      try {
        await deleteUnused(deps, await replaceFiles(deps, found, signal));
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
  await deps.dataSource.transaction(async (manager) => {
    const where = { id: revisionId };
    const revision = await manager.findOneOrFail(Revision, { where, lock: { mode: 'pessimistic_write' } });
    const report = { ...toReport(revision.report, true) };
    const refused: Partial<Revision> = { refusedOrder: { ...found.order }, report };
    await manager.update(Revision, where, refused as QueryDeepPartialEntity<Revision>);
    await announce(manager, fileTagged, { recordingId: revision.recordingId, revisionId: revision.id });
    await notifyProgress(manager, revision);
  });
}

/** Null when there is nothing to do: the file says it, has been released, is not finished, or nobody wants it any more. */
async function findStale({ dataSource, orderFor }: PipelineDeps, id: string): Promise<Found | null> {
  const revision = await dataSource.manager.findOne(Revision, { where: { id }, relations: { renditions: true } });
  const files = (revision?.renditions ?? []).filter((file): file is TaggedFile => isSoundKind(file.kind));
  if (!revision || files.length === 0 || revision.state !== 'done' || revision.releasedAt) return null;
  const order = await orderFor(revision.recordingId, revision).catch((error: unknown) => {
    if (error instanceof EstradeError && error.status === 404) return null;
    throw error;
  });
  return order && !saysWhat(order, revision) ? { revision, files, order } : null;
}

/** Returns the keys that this revision has no use for any more: the old ones, or the new ones when the row has changed meanwhile. */
async function replaceFiles(deps: PipelineDeps, found: Found, signal: AbortSignal): Promise<string[]> {
  const { revision, files, order } = found;
  const copies = new Map<TaggedFile, NewFile>();
  for (const file of files) copies.set(file, await copyWithWords(deps, revision.id, file, order, signal));
  const isReplaced = await replaceRows(deps, found, copies);
  return isReplaced ? files.map(({ key }) => key) : [...copies.values()].map(({ key }) => key);
}

/** A file that another revision took over stays. Nobody can take it over any more once no row has it. */
async function deleteUnused({ dataSource, storage }: PipelineDeps, keys: readonly string[]): Promise<void> {
  for (const key of keys) if (!(await isInUse(dataSource.manager, key))) await storage.delete(key);
}

async function isOvertaken({ dataSource }: PipelineDeps, { files }: Found): Promise<boolean> {
  for (const { id, key } of files) if (!(await dataSource.manager.existsBy(Rendition, { id, key }))) return true;
  return false;
}

async function replaceRows(
  { dataSource }: PipelineDeps,
  { revision: { id }, files, order }: Found,
  copies: ReadonlyMap<TaggedFile, NewFile>,
): Promise<boolean> {
  return dataSource.transaction(async (manager) => {
    const revision = await manager.findOne(Revision, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!revision || revision.state !== 'done' || revision.releasedAt) return false;
    const now = (await manager.findBy(Rendition, { revisionId: id })).filter(({ kind }) => isSoundKind(kind));
    // Another job was faster, or a further file has been finished meanwhile, which has no copy yet.
    const isSame = (row: Rendition) => files.some((file) => row.id === file.id && row.key === file.key);
    if (now.length !== files.length || !now.every(isSame)) return false;
    for (const [file, copy] of copies) await manager.update(Rendition, { id: file.id }, copy);
    const mp3 = files.find(({ kind }) => kind === 'mp3');
    const { tags, chapters, coverKey } = order;
    const changes: Partial<Revision> = {
      order: { ...revision.order, tags, chapters, coverKey },
      report: { ...toReport(revision.report, false) },
      ...{ refusedOrder: null, ...(mp3 && { renderedKey: copies.get(mp3)!.key }) },
    };
    await manager.update(Revision, { id }, changes as QueryDeepPartialEntity<Revision>);
    await announce(manager, fileTagged, { recordingId: revision.recordingId, revisionId: revision.id });
    await notifyProgress(manager, revision);
    return true;
  });
}

/** The report with or without its note about the tags. */
function toReport(report: SoundReport | null, isRefused: boolean): SoundReport {
  const notes = (report?.notes ?? []).filter(({ code }) => code !== notWritten.code);
  return { ...report, notes: isRefused ? [...notes, notWritten] : notes };
}
