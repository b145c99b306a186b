import { announce } from '#libs/database';
import { EstradeError } from '#libs/kernel';
import { type EntityManager, In } from 'typeorm';
import { ImportItem } from './import-item.entity.js';
import type { ImportDeps } from './import.deps.js';
import { Import, type ImportStep } from './import.entity.js';
import { copyItem } from './import.jobs.js';

export interface ImportPayload {
  readonly importId: string;
  readonly attempt: number;
}

/** Takes an import up at a step; null when its row waits for another job by now. */
export function beginImport(
  { dataSource, clock }: Pick<ImportDeps, 'dataSource' | 'clock'>,
  { importId, attempt }: ImportPayload,
  step: ImportStep,
): Promise<Import | null> {
  return dataSource.transaction(async (manager) => {
    const found = await lockImport(manager, importId);
    const isAwaited = found?.step === step && found.attempt === attempt && ['waiting', 'running'].includes(found.state);
    if (!found || !isAwaited) return null;
    await manager.update(
      Import,
      { id: importId },
      { state: 'running', startedAt: found.startedAt ?? clock.now(), errorCode: null, errorParams: {} },
    );
    return found;
  });
}

export function lockImport(manager: EntityManager, id: string): Promise<Import | null> {
  return manager.findOne(Import, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** Ends an import that cannot go on, with the code of the sentence that says why. */
export async function failImport(
  { dataSource, clock }: Pick<ImportDeps, 'dataSource' | 'clock'>,
  { importId, attempt }: ImportPayload,
  error: unknown,
): Promise<void> {
  const { code, params } = toReason(error);
  await dataSource.manager.update(
    Import,
    { id: importId, attempt, state: In(['waiting', 'running']) },
    { state: 'failed', errorCode: code, errorParams: params, finishedAt: clock.now() },
  );
}

/** The code and numbers of an error of ours; anything else is our own fault. */
export function toReason(error: unknown): Pick<EstradeError, 'code' | 'params'> {
  return error instanceof EstradeError ? error : { code: 'IMPORT_FAILED', params: {} };
}

/** Orders the copying of items, in the transaction that made them wait. */
export async function announceItems(
  manager: EntityManager,
  items: readonly Pick<ImportItem, 'id' | 'importId' | 'attempt'>[],
): Promise<void> {
  for (const { id: itemId, importId, attempt } of items) {
    await announce(manager, copyItem.name, { itemId, importId, attempt });
  }
}

/** Ends an import whose items have all ended. The import is locked, so that the last two of them cannot miss each other. */
export async function endWhenDone(manager: EntityManager, importId: string, now: Date): Promise<void> {
  const found = await lockImport(manager, importId);
  if (found?.state !== 'running' || found.step !== 'copy') return;
  if (await manager.existsBy(ImportItem, { importId, state: In(['waiting', 'running']) })) return;
  await manager.update(Import, { id: importId }, { state: 'done', finishedAt: now });
}
