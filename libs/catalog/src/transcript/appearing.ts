import type { DataSource, EntityManager } from 'typeorm';
import { personsById } from '../guest/persons-by-id.js';
import type { Appearing } from './speakers.plan.js';

/** Who appears in a copy, by the names they have now. */
export async function appearingIn(
  db: DataSource | EntityManager,
  { appearances }: { appearances: readonly { personId: string }[] },
): Promise<Appearing[]> {
  const ids = appearances.map(({ personId }) => personId);
  const persons = await personsById(db, ids);
  return ids.flatMap((personId) => {
    const name = persons.get(personId)?.name;
    return name ? [{ personId, name }] : [];
  });
}
