import { type Work, workFor } from '#libs/queue';
import type { EntityManager } from 'typeorm';
import { writeExport } from './export.job.js';

/** The archives that rows still wait for: what a reconciler gives to a queue that was lost. */
export async function findUnwritten(manager: Pick<EntityManager, 'query'>): Promise<Work[]> {
  const rows: { exportId: string }[] = await manager.query(
    `select id as "exportId" from show_exports where state in ('waiting', 'running') order by id`,
  );
  return rows.map((row) => workFor(writeExport, row));
}
