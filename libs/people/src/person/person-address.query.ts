import type { DataSource, EntityManager } from 'typeorm';
import { PersonSlug } from './person-slug.entity.js';
import { Person } from './person.entity.js';

/** What is at an address: the person, somewhere else, or nothing that anybody is told of. */
export type PersonAddress = { kind: 'found'; id: string } | { kind: 'moved'; slug: string } | { kind: 'missing' };

/** Follows a former address, and the record of somebody who turned out to be another one, where that was agreed. */
export async function findPersonAddress(db: DataSource | EntityManager, slug: string): Promise<PersonAddress> {
  const person = await db.getRepository(Person).findOneBy({ slug });
  if (person && person.mergedInto === null) return { kind: 'found', id: person.id };
  const leadsTo = person ? person.mergedInto : await formerOwner(db, slug);
  return leadsTo ? follow(db, leadsTo) : { kind: 'missing' };
}

async function formerOwner(db: DataSource | EntityManager, slug: string): Promise<string | undefined> {
  const former = await db.getRepository(PersonSlug).findOneBy({ slug, redirects: true });
  return former?.personId;
}

/** At most a few steps: records are merged one into the other, never in a circle. */
async function follow(db: DataSource | EntityManager, id: string): Promise<PersonAddress> {
  let next: string | null = id;
  for (let step = 0; next !== null && step < 5; step += 1) {
    const person: Person | null = await db.getRepository(Person).findOneBy({ id: next });
    if (!person) break;
    if (person.mergedInto === null) return { kind: 'moved', slug: person.slug };
    next = person.mergedInto;
  }
  return { kind: 'missing' };
}
