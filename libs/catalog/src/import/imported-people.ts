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
 * The persons by the names given, each once: a known person of exactly that name, else a new one with the link that
 * came along. What is no name is left out.
 */
export async function findOrCreatePeople(
  manager: EntityManager,
  people: readonly Pick<ImportedAppearance, 'name' | 'link'>[],
): Promise<Map<string, string>> {
  const named = new Map<string, Pick<ImportedAppearance, 'name' | 'link'>>();
  for (const person of people) {
    const clean = toPersonName(person.name);
    if (findNameProblems(clean).length === 0 && !named.has(clean)) named.set(clean, person);
  }
  if (named.size === 0) return new Map();
  // Two imports at the same moment make nobody twice.
  await manager.query(`select pg_advisory_xact_lock(hashtext('imports.people'))`);
  const known = await findPersonsBySlug(manager, [...named.keys()].map(toPersonSlug));
  const ids = new Map<string, string>();
  for (const [name, { link }] of named) {
    const links = isWebAddress(link) ? [{ label: '', url: link }] : [];
    ids.set(name, known.find((person) => person.name === name)?.id ?? (await createPerson(manager, { name, links })));
  }
  for (const { name } of people) {
    const id = ids.get(toPersonName(name));
    if (id) ids.set(name, id);
  }
  return ids;
}
