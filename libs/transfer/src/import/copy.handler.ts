import { EstradeError } from '#libs/kernel';
import type { Handler } from '#libs/queue';
import type { Blocker } from '#libs/catalog';
import { In } from 'typeorm';
import type { FeedProblem } from '../feed-document/imported-feed.js';
import { bringFile, removeParts } from './bring-file.js';
import { bringExtras } from './bring-extras.js';
import { ImportItem } from './import-item.entity.js';
import type { ImportDeps } from './import.deps.js';
import { Import } from './import.entity.js';
import { endWhenDone, toReason } from './import.writes.js';
import { isTransient } from './read-pages.js';

export interface CopyPayload {
  readonly itemId: string;
  readonly attempt: number;
}

/** 409: the episode is there with its file, and something of the show keeps it from being published. */
export class ImportedNotPublishable extends EstradeError {
  constructor([first]: readonly Blocker[]) {
    const code = first?.code ?? 'AUDIO_MISSING';
    super('IMPORTED_NOT_PUBLISHABLE', 409, `The episode is here as a draft: ${code}.`, { blocker: code });
  }
}

/**
 * Copies one item's file as it is, with what belongs to it, and publishes its episode with the date it had. What is
 * there of the file after a restart is gone on with; doing it again makes nothing twice. A failure stays with its item.
 */
export function makeCopy(deps: ImportDeps): Handler<CopyPayload> {
  return async (payload, run) => {
    const item = await begin(deps, payload);
    if (!item) return;
    const stop = new AbortController();
    const signal = AbortSignal.any([run.signal, stop.signal]);
    try {
      await copy(deps, item, signal, () => stop.abort());
    } catch (error) {
      if (run.signal.aborted) throw error;
      if (stop.signal.aborted) return giveBack(deps, payload);
      if (isTransient(error) && !run.isLastTry) throw new Error('later', { cause: error });
      await fail(deps, item, error);
    }
  };
}

async function begin(
  { dataSource, clock }: ImportDeps,
  { itemId: id, attempt }: CopyPayload,
): Promise<ImportItem | null> {
  return dataSource.transaction(async (manager) => {
    const item = await manager.findOne(ImportItem, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!item || item.attempt !== attempt || !['waiting', 'running'].includes(item.state)) return null;
    const found = await manager.findOneBy(Import, { id: item.importId });
    if (found?.state !== 'running') return null;
    if (!item.episodeId) {
      await manager.update(ImportItem, { id }, { state: 'failed', errorCode: 'EPISODE_GONE' });
      await endWhenDone(manager, item.importId, clock.now());
      return null;
    }
    await manager.update(ImportItem, { id }, { state: 'running', errorCode: null, errorParams: {} });
    return item;
  });
}

async function copy(deps: ImportDeps, item: ImportItem, signal: AbortSignal, stop: () => void): Promise<void> {
  const { dataSource, imported, clock } = deps;
  const { file, problems: fileProblems } = await bringFile(deps, item, { signal, stop });
  const channel = (await dataSource.manager.findOneByOrFail(Import, { id: item.importId })).channel!;
  const extras = await bringExtras(deps, item.item, channel, signal);
  const problems: FeedProblem[] = [...item.problems, ...fileProblems, ...extras.problems];
  await dataSource.transaction(async (manager) => {
    const { id, importId, episodeId } = item;
    await manager.findOneOrFail(ImportItem, { where: { id }, lock: { mode: 'pessimistic_write' } });
    await imported.giveFile(manager, episodeId!, file);
    await imported.complete(manager, episodeId!, extras);
    const blockers = await imported.publish(manager, episodeId!, item.publishedAt ?? clock.now());
    const isOut = blockers.length === 0;
    const reason = isOut ? { code: null, params: {} } : new ImportedNotPublishable(blockers);
    await manager.update(
      ImportItem,
      { id },
      {
        ...{ state: isOut ? 'done' : 'failed', errorCode: reason.code, errorParams: reason.params },
        ...{ problems: problems as object[], bytesDone: file.bytes },
      },
    );
    await endWhenDone(manager, importId, clock.now());
  });
  await removeParts(deps, item.id);
}

async function fail(deps: ImportDeps, { id, importId }: ImportItem, error: unknown): Promise<void> {
  const { code, params } = toReason(error);
  await deps.dataSource.transaction(async (manager) => {
    await manager.update(
      ImportItem,
      { id, state: In(['waiting', 'running']) },
      { state: 'failed', errorCode: code, errorParams: params },
    );
    await endWhenDone(manager, importId, deps.clock.now());
  });
  await removeParts(deps, id);
}

/** The import was stopped: the item waits until somebody takes it up again. */
async function giveBack({ dataSource }: ImportDeps, { itemId: id, attempt }: CopyPayload): Promise<void> {
  await dataSource.manager.update(ImportItem, { id, attempt, state: 'running' }, { state: 'waiting' });
}
