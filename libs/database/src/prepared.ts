import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

/** Every connection keeps every prepared statement, so there is an end to them. */
const most = 100;
const names = new Map<string, string>();

/**
 * The rows of a statement that is asked over and over: each connection reads and plans its text once, which costs more
 * than the answer where that is found by an index. No value belongs in the text: it would be another statement for each.
 */
export function queryPrepared<Rows>(
  db: DataSource | EntityManager,
  text: string,
  parameters: readonly unknown[],
): Promise<Rows> {
  const name = nameOf(text);
  // The driver hands on what it is given, and its client prepares what has a name.
  return db.query((name ? { name, text } : text) as string, [...parameters]);
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= most) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 40);
  names.set(text, name);
  return name;
}
