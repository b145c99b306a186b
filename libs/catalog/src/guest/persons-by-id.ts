import { readRows } from '#libs/database';
import { Person } from '#libs/people';
import type { DataSource, EntityManager } from 'typeorm';

/** The persons with these ids in one query (none for an empty list). */
export async function personsById(
  db: DataSource | EntityManager,
  ids: readonly string[],
): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map();
  const persons = await readRows(db, Person, { where: 'id = any($1)', parameters: [[...new Set(ids)]] });
  return new Map(persons.map((person) => [person.id, person]));
}
