import { In } from 'typeorm';
import { ImportItem } from './import-item.entity.js';
import type { ImportDeps } from './import.deps.js';
import { copyItem, lookAtFeed, makeImported } from './import.jobs.js';
import { endWhenDone, failImport } from './import.writes.js';

const reason = { errorCode: 'IMPORT_FAILED', errorParams: {} };

/** Says of a job that took its worker down too often, or failed at all tries, that its row failed (`fault:F30`). */
export async function onImportParked(
  deps: Pick<ImportDeps, 'dataSource' | 'clock'>,
  name: string,
  payload: unknown,
): Promise<void> {
  if (name === lookAtFeed.name || name === makeImported.name) {
    await failImport(deps, lookAtFeed.payload.parse(payload), undefined);
  }
  if (name !== copyItem.name) return;
  const { itemId: id, importId, attempt } = copyItem.payload.parse(payload);
  await deps.dataSource.transaction(async (manager) => {
    await manager.update(
      ImportItem,
      { id, attempt, state: In(['waiting', 'running']) },
      { state: 'failed', ...reason },
    );
    await endWhenDone(manager, importId, deps.clock.now());
  });
}
