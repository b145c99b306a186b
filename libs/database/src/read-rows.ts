import type { DataSource, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { rowsOf, type RowsWhere, selected, translate } from './rows.js';

/** The rows of `rowsOf` by themselves, in a fraction of the time of a `find`: for tables of which thousands are read at once. */
export async function readRows<T extends ObjectLiteral>(
  db: DataSource | EntityManager,
  entity: EntityTarget<T>,
  where: RowsWhere,
): Promise<T[]> {
  const rows: T[] = await db.query(rowsOf(entity, where).text(db), [...where.parameters]);
  translate(rows, selected(db.getRepository(entity).metadata));
  return rows;
}
