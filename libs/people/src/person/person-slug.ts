import { freeSlug, Invalid } from '#libs/kernel';
import { type EntityManager, Like } from 'typeorm';
import { PersonSlug } from './person-slug.entity.js';
import { Person } from './person.entity.js';

/** The first free address segment for a name. Waits for a neighbour's transaction that is taking one at this moment. */
export async function freePersonSlug(manager: EntityManager, slug: string): Promise<string> {
  await lockSlugs(manager);
  const where = { slug: Like(`${slug}%`) };
  const taken = await manager.find(Person, { where, select: { slug: true } });
  const former = await manager.find(PersonSlug, { where, select: { slug: true } });
  const slugs = new Set([...taken, ...former].map((each) => each.slug));
  return freeSlug(slug, (candidate) => slugs.has(candidate));
}

/** Gives a person another segment and keeps the old one from others. One's own former segment may be taken back. */
export async function moveSlug(
  manager: EntityManager,
  person: Person,
  slug: string,
  redirects: boolean,
): Promise<void> {
  await lockSlugs(manager);
  const holder = await manager.findOneBy(Person, { slug });
  const former = await manager.findOneBy(PersonSlug, { slug });
  if (holder || (former && former.personId !== person.id)) {
    throw new Invalid([{ path: 'slug', message: 'error.field.guest.slugTaken' }]);
  }
  await manager.delete(PersonSlug, { slug });
  await manager.update(Person, { id: person.id }, { slug });
  await manager.insert(PersonSlug, { slug: person.slug, personId: person.id, redirects });
  // Who wants an old name gone wants every old name gone.
  if (!redirects) await manager.update(PersonSlug, { personId: person.id }, { redirects: false });
}

async function lockSlugs(manager: EntityManager): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('persons.slug'))`);
}
