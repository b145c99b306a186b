import type { Clock } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { writeExport } from './export.job.js';
import { exportKeptMs } from './exports.service.js';
import { ShowExport } from './show-export.entity.js';

/** Says of an archive whose writing took its worker down too often that it failed. */
export async function onExportParked(
  { dataSource, clock }: { dataSource: DataSource; clock: Clock },
  name: string,
  payload: unknown,
): Promise<void> {
  const found = name === writeExport.name ? writeExport.payload.safeParse(payload) : undefined;
  if (!found?.success) return;
  const finishedAt = clock.now();
  const expiresAt = new Date(finishedAt.getTime() + exportKeptMs);
  await dataSource.manager.update(
    ShowExport,
    { id: found.data.exportId, state: 'running' },
    { state: 'failed', errorCode: 'INTERNAL', finishedAt, expiresAt },
  );
}
