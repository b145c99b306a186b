import { freeSlug } from '#libs/kernel';
import { type EntityManager, Like } from 'typeorm';
import { Person } from './person.entity.js';

/** The first free address segment for a name. Waits for a neighbour's transaction that is taking one at this moment. */
export async function freePersonSlug(manager: EntityManager, slug: string): Promise<string> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('persons.slug'))`);
  const taken = await manager.find(Person, { where: { slug: Like(`${slug}%`) }, select: { slug: true } });
  const slugs = new Set(taken.map((person) => person.slug));
  return freeSlug(slug, (candidate) => slugs.has(candidate));
}
