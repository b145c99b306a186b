import type { DataSource, EntityManager } from 'typeorm';

type Reads<T extends readonly unknown[]> = { [K in keyof T]: () => Promise<T[K]> };

/**
 * The results of reads that need nothing of each other: at once, each on a connection of the pool; inside a transaction,
 * which has a single one, one after the other.
 */
export async function readTogether<T extends readonly unknown[]>(
  db: DataSource | EntityManager,
  ...reads: Reads<T>
): Promise<T> {
  const all = reads as readonly (() => Promise<unknown>)[];
  const isInTransaction = 'queryRunner' in db && db.queryRunner !== undefined;
  if (!isInTransaction) return (await Promise.all(all.map((read) => read()))) as unknown as T;
  const results: unknown[] = [];
  for (const read of all) results.push(await read());
  return results as unknown as T;
}
