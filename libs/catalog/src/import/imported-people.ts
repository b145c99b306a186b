import {
  createPerson,
  findNameProblems,
  findPersonsBySlug,
  isWebAddress,
  toPersonName,
  toPersonSlug,
} from '#libs/people';
import type { EntityManager } from 'typeorm';
import type { ImportedAppearance } from './imported-episode.js';

/**
 * The persons of these names, each once: a known person of exactly that name, else a new one with the link that came
 * along. What is no name is left out.
 */
export async function findOrCreatePeople(
  manager: EntityManager,
  people: readonly ImportedAppearance[],
): Promise<{ personId: string; role: ImportedAppearance['role'] }[]> {
  const found = new Map<string, ImportedAppearance['role']>();
  for (const { name, role, link } of people.slice(0, 50)) {
    if (findNameProblems(name).length) continue;
    const clean = toPersonName(name);
    // Two items of one feed at the same moment make nobody twice.
    await manager.query('select pg_advisory_xact_lock(hashtext($1))', [`persons.${toPersonSlug(clean)}`]);
    const [known] = await findPersonsBySlug(manager, [toPersonSlug(clean)]);
    const links = isWebAddress(link) ? [{ label: '', url: link }] : [];
    const id = known?.name === clean ? known.id : await createPerson(manager, { name: clean, links });
    if (!found.has(id)) found.set(id, role);
  }
  return [...found].map(([personId, role]) => ({ personId, role }));
}
