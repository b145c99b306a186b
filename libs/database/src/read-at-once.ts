import type { DataSource, EntityManager } from 'typeorm';
import { queryPrepared } from './prepared.js';
import type { Rows } from './rows.js';

/** What `readAtOnce` gives for what it was asked. */
export type ReadAtOnce<A extends Record<string, Rows<never>>> = {
  [K in keyof A]: A[K] extends Rows<infer T> ? T[] : never;
};

/**
 * Rows that need nothing of each other, in one statement: a page waits for one answer of the database instead of twenty, and
 * all of it is of one instant. For what fits in memory as text; thousands of large rows are asked for in portions.
 * @param chosen a select that all of them may read from, by the name `chosen`.
 */
export async function readAtOnce<A extends Record<string, Rows<never>>>(
  db: DataSource | EntityManager,
  asked: A,
  chosen?: Rows<never>,
): Promise<ReadAtOnce<A>> {
  const parameters: unknown[] = [];
  const textOf = (rows: Rows<never>) => {
    const from = parameters.length;
    parameters.push(...rows.parameters);
    return rows.text(db).replace(/\$(\d+)/g, (_, n: string) => `$${from + Number(n)}`);
  };
  const start = chosen ? `with chosen as materialized (${textOf(chosen)}) ` : '';
  const columns = Object.entries(asked).map(
    ([name, rows]) => `(select coalesce(json_agg(r), '[]') from (${textOf(rows)}) r) as "${name}"`,
  );
  const text = `${start}select ${columns.join(', ')}`;
  const [found] = await queryPrepared<[Record<keyof A, never[]> & ReadAtOnce<A>]>(db, text, parameters);
  for (const name of Object.keys(asked)) asked[name]!.revive(db, found[name]);
  return found;
}
