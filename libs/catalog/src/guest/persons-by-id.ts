import { Person } from '#libs/people';
import { type DataSource, type EntityManager, Any } from 'typeorm';

/** The persons with these ids in one query (none for an empty list). */
export async function personsById(
  db: DataSource | EntityManager,
  ids: readonly string[],
): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map();
  const persons = await db.getRepository(Person).findBy({ id: Any([...new Set(ids)]) });
  return new Map(persons.map((person) => [person.id, person]));
}
