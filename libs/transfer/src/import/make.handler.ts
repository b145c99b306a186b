import { EstradeError, system } from '#libs/kernel';
import type { Handler } from '#libs/queue';
import { AnswerRefused, readBytes } from '#libs/outbound';
import { type EntityManager, IsNull, QueryFailedError } from 'typeorm';
import type { FeedProblem } from '../feed-document/imported-feed.js';
import { ImportItem } from './import-item.entity.js';
import type { ImportDeps } from './import.deps.js';
import { Import } from './import.entity.js';
import type { ImportReport } from './import-report.js';
import {
  announceItems,
  beginImport,
  endWhenDone,
  failImport,
  type ImportPayload,
  lockImport,
} from './import.writes.js';
import { toImportedEpisode } from './to-episode.plan.js';

const batch = 50;
const coverBytes = 20 * 1024 ** 2;

/**
 * Makes the cover of the show and a draft of each item, so that the whole show can be seen before the first file is
 * there. Then orders the files. Doing it again goes on where it ended.
 */
export function makeMake(deps: ImportDeps): Handler<ImportPayload> {
  return async (payload, run) => {
    const found = await beginImport(deps, payload, 'make');
    if (!found?.showId) return;
    try {
      await bringCover(deps, found, run.signal);
      while (await makeDrafts(deps, payload)) run.signal.throwIfAborted();
      await orderFiles(deps, payload);
    } catch (error) {
      if (run.signal.aborted || (!run.isLastTry && !(error instanceof EstradeError))) throw error;
      await failImport(deps, payload, error);
    }
  };
}

/** A cover that is not there, or not fit to be one, is told; the show can be given another one. */
async function bringCover(deps: ImportDeps, found: Import, signal: AbortSignal): Promise<void> {
  const { id, showId, channel } = found;
  const [show]: { key: string | null }[] = await deps.dataSource.query(
    'select cover_key as key from shows where id = $1',
    [showId],
  );
  if (!show || show.key || !channel?.imageUrl) return;
  try {
    const bytes = await fetchPicture(deps, channel.imageUrl, signal);
    await deps.shows.replaceCover(system, showId!, bytes);
  } catch (error) {
    if (!(error instanceof EstradeError) || error.status >= 500) throw error;
    await addProblem(deps, id, { code: 'COVER_UNFIT', params: { reason: error.code } });
  }
}

/** @throws OutboundError */
export async function fetchPicture(
  { outbound, idleMs }: Pick<ImportDeps, 'outbound' | 'idleMs'>,
  url: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { status, body } = await outbound.fetch(url, { accept: 'image/*', maxBytes: coverBytes, idleMs, signal });
  const bytes = await readBytes(body);
  if (status !== 200) throw new AnswerRefused(status);
  return bytes;
}

async function addProblem({ dataSource }: ImportDeps, id: string, problem: FeedProblem): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const found = await lockImport(manager, id);
    const report = found?.report;
    if (!report || report.problems.some(({ code }) => code === problem.code)) return;
    const problems: ImportReport['problems'] = [{ ...problem, count: 1, titles: [] }, ...report.problems];
    await manager.update(Import, { id }, { report: { ...report, problems } as object });
  });
}

/** Some drafts in one transaction. False: there are no more to make, or the import was stopped. */
function makeDrafts({ dataSource, imported }: ImportDeps, { importId, attempt }: ImportPayload): Promise<boolean> {
  return dataSource.transaction(async (manager) => {
    const found = await lockImport(manager, importId);
    if (!found?.showId || !found.channel || found.state !== 'running' || found.attempt !== attempt) return false;
    const items = await manager.find(ImportItem, {
      where: { importId, state: 'waiting', episodeId: IsNull() },
      order: { position: 'asc' },
      take: batch,
    });
    // Another import of the same feed into this show waits until it sees what was made here.
    await manager.query('select 1 from shows where id = $1 for no key update', [found.showId]);
    const here = await imported.findByGuid(
      manager,
      found.showId,
      items.map(({ guid }) => guid),
    );
    const fresh = items.filter(({ guid }) => !here.has(guid));
    const made = fresh.map((item) => toImportedEpisode(item.item, found.channel!, found.sourceUrl));
    const ids = await createEach(
      manager,
      made.map(({ episode }) => episode),
      (inside, episodes) => imported.createDrafts(inside, found.showId!, episodes),
    );
    for (const [i, item] of fresh.entries()) {
      const standing = ids[i] ? { episodeId: ids[i] } : { state: 'failed' as const, errorCode: 'DRAFT_FAILED' };
      const problems = [...item.problems, ...made[i]!.problems] as object[];
      await manager.update(ImportItem, { id: item.id }, { ...standing, problems });
    }
    for (const item of items.filter(({ guid }) => here.has(guid))) {
      const { id: episodeId, hasSound } = here.get(item.guid)!;
      const ended = hasSound && { state: 'skipped' as const, errorCode: 'KNOWN' };
      await manager.update(ImportItem, { id: item.id }, { episodeId, ...ended });
    }
    return items.length === batch;
  });
}

/** All at once; one of which nothing can be made keeps no other from being made, and has null in place of its id. */
async function createEach<T>(
  manager: EntityManager,
  given: readonly T[],
  create: (inside: EntityManager, given: readonly T[]) => Promise<string[]>,
): Promise<(string | null)[]> {
  const orNull = (some: readonly T[]) =>
    manager
      .transaction((inside) => create(inside, some))
      .catch((error: unknown) => {
        if (error instanceof EstradeError || error instanceof QueryFailedError) return null;
        throw error;
      });
  const all = await orNull(given);
  if (all) return all;
  const ids: (string | null)[] = [];
  for (const each of given) ids.push((await orNull([each]))?.[0] ?? null);
  return ids;
}

async function orderFiles({ dataSource, clock }: ImportDeps, { importId, attempt }: ImportPayload): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const found = await lockImport(manager, importId);
    if (found?.state !== 'running' || found.attempt !== attempt) return;
    const items = await manager.find(ImportItem, {
      where: { importId, state: 'waiting' },
      select: { id: true, importId: true, attempt: true },
      order: { position: 'asc' },
    });
    await manager.update(Import, { id: importId }, { step: 'copy' });
    await announceItems(manager, items);
    await endWhenDone(manager, importId, clock.now());
  });
}
