import type { DataSource, EntityManager } from 'typeorm';
import { personsById } from '../guest/persons-by-id.js';
import type { Appearing } from './speakers.plan.js';

/** Who appears in a copy, by the names they have now. */
export async function appearingIn(
  db: DataSource | EntityManager,
  { appearances }: { appearances: readonly { personId: string }[] },
): Promise<Appearing[]> {
  const ids = appearances.map(({ personId }) => personId);
  return toAppearing(appearances, [...(await personsById(db, ids)).values()]);
}

export function toAppearing(
  appearances: readonly { personId: string }[],
  persons: readonly { id: string; name: string }[],
): Appearing[] {
  const names = new Map(persons.map(({ id, name }) => [id, name]));
  return appearances.flatMap(({ personId }) => {
    const name = names.get(personId);
    return name ? [{ personId, name }] : [];
  });
}
