import type { ShowFeed } from '#libs/catalog';
import type { EntityManager } from 'typeorm';
import type { ItemState } from './import-item.entity.js';
import type { ImportView } from './import.view.js';

/** The names that items give to their seasons. */
export async function readSeasons(manager: EntityManager, importId: string): Promise<ShowFeed['seasons']> {
  return manager.query(
    `select distinct on (item->'season') (item->>'season')::int as number, item->>'seasonName' as name
     from import_items where import_id = $1 and item->>'seasonName' <> '' and item->>'season' is not null
     order by item->'season', position`,
    [importId],
  );
}

/** How many items of an import stand how, and the bytes of their files. */
export async function countItems(
  manager: EntityManager,
  importId: string,
): Promise<Pick<ImportView, 'counts' | 'bytesDone' | 'bytesTotal'>> {
  const rows: { state: ItemState; count: number; done: string; total: string }[] = await manager.query(
    `select state, count(*)::int as count, coalesce(sum(bytes_done), 0) as done,
       coalesce(sum(coalesce(bytes_total, enclosure_bytes)) filter (where state <> 'skipped'), 0) as total
     from import_items where import_id = $1 group by state`,
    [importId],
  );
  const counts = { waiting: 0, running: 0, done: 0, skipped: 0, failed: 0 };
  for (const { state, count } of rows) counts[state] = count;
  const sum = (key: 'done' | 'total') => rows.reduce((all, row) => all + Number(row[key]), 0);
  return { counts, bytesDone: sum('done'), bytesTotal: Math.max(sum('total'), sum('done')) };
}
