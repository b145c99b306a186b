import type { DataSource, EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

/** Which rows, by column names: `copy_id = any($1)`. */
export interface RowsWhere {
  where: string;
  parameters: readonly unknown[];
  order?: string;
}

/** Rows that can be asked for together with others (`readAtOnce`). */
export interface Rows<T> {
  /** A select with its parameters from `$1` on. */
  text(db: DataSource | EntityManager): string;
  parameters: readonly unknown[];
  /** Puts back, in place, what JSON has no form for. */
  revive(db: DataSource | EntityManager, rows: T[]): void;
}

/** Rows of an entity as plain objects with all that a plain `find` would give. Relations are not in them. */
export function rowsOf<T extends ObjectLiteral>(
  entity: EntityTarget<T>,
  { where, parameters, order }: RowsWhere,
): Rows<T> {
  return {
    text(db) {
      const { metadata } = db.getRepository(entity);
      const names = selected(metadata).map(
        ({ databaseName, propertyName }) => `"${databaseName}" as "${propertyName}"`,
      );
      return `select ${names.join(', ')} from ${metadata.tablePath} where ${where}${order ? ` order by ${order}` : ''}`;
    },
    parameters,
    revive(db, rows) {
      const columns = selected(db.getRepository(entity).metadata);
      for (const column of columns) reviveColumn(rows, column);
      translate(rows, columns);
    },
  };
}

/** Rows of any select. @param instants columns that are points in time. */
export function rowsBy<T extends object>(
  text: string,
  parameters: readonly unknown[],
  instants: readonly (keyof T)[] = [],
): Rows<T> {
  return {
    text: () => text,
    parameters,
    revive(_, rows) {
      for (const name of instants) for (const row of rows) row[name] = toInstant(row[name]) as T[keyof T];
    },
  };
}

/** What the driver gives in another form than the entity has it, such as days and numbers of 64 bits. */
export function translate<T extends ObjectLiteral>(rows: readonly T[], columns: EntityMetadata['columns']): void {
  for (const column of columns.filter(({ type, transformer }) => transformer || type === 'date')) {
    const { driver } = column.entityMetadata.connection;
    const name = column.propertyName as keyof T;
    for (const row of rows) row[name] = driver.prepareHydratedValue(row[name], column) as T[keyof T];
  }
}

export function selected({ columns }: EntityMetadata): EntityMetadata['columns'] {
  return columns.filter(({ isSelect }) => isSelect);
}

/** As the driver would have given it: JSON writes instants as text, and numbers of 64 bits as numbers. */
function reviveColumn<T extends ObjectLiteral>(rows: readonly T[], column: EntityMetadata['columns'][number]): void {
  const name = column.propertyName as keyof T;
  const type = column.entityMetadata.connection.driver.normalizeType(column);
  if (type.startsWith('timestamp')) for (const row of rows) row[name] = toInstant(row[name]) as T[keyof T];
  if (type === 'bigint' || type === 'numeric')
    for (const row of rows) if (row[name] !== null) row[name] = String(row[name]) as T[keyof T];
}

function toInstant(value: unknown): Date | null {
  return typeof value === 'string' ? new Date(value) : null;
}
