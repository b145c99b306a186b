import { Invalid } from '#libs/kernel';
import { createPerson, findPersonsBySlug, toPersonName, toPersonSlug } from '#libs/people';
import type { EntityManager } from 'typeorm';
import { personsById } from '../guest/persons-by-id.js';
import { insertParts } from './copy-tree.js';
import type { AppearanceForm } from './episode-form.plan.js';

/**
 * Writes the appearances of a copy that has none. A name without an id is a known person of exactly that name, else
 * a new one, so that sending a form twice makes nobody twice. @throws Invalid for a person who is gone or listed twice.
 */
export async function savePeople(
  manager: EntityManager,
  copyId: string,
  people: readonly AppearanceForm[],
): Promise<void> {
  const ids: string[] = [];
  for (const person of people) ids.push(person.personId ?? (await findOrCreate(manager, person.name!)));
  const known = await personsById(manager, ids);
  ids.forEach((id, i) => {
    if (!known.has(id)) throw new Invalid([{ path: `people.${i}.personId`, message: 'error.field.person.gone' }]);
    if (ids.indexOf(id) < i) throw new Invalid([{ path: `people.${i}.personId`, message: 'error.field.person.twice' }]);
  });
  await insertParts(manager, copyId, {
    appearances: people.map(({ personId: _personId, name: _name, ...said }, i) => ({ personId: ids[i]!, ...said })),
  });
}

async function findOrCreate(manager: EntityManager, name: string): Promise<string> {
  const clean = toPersonName(name);
  const [known] = await findPersonsBySlug(manager, [toPersonSlug(clean)]);
  return known && known.name === clean ? known.id : createPerson(manager, { name: clean });
}
