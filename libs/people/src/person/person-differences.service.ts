import { type Actor, Invalid, isId, NotFound } from '#libs/kernel';
import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { PersonDifference } from './person-difference.entity.js';
import { keepChange } from './person-history.js';
import { Person } from './person.entity.js';
import { mayChangePerson, mayFindPersons, refuseUnless } from './person.policy.js';

/** Somebody who was said to be another person than the one that is looked at. */
export interface Different {
  id: string;
  name: string;
  at: Date;
}

/** Records that look alike and are two people: said once, they are not proposed as one again until it is taken back. */
export class PersonDifferencesService {
  constructor(private readonly db: DataSource) {}

  /** Saying it twice is no error. @throws Invalid for one and the same, NotFound for who is none or is merged away. */
  async say(actor: Actor, personId: string, otherId: string): Promise<void> {
    refuseUnless(mayChangePerson(actor, personId) && mayChangePerson(actor, otherId));
    await this.db.transaction(async (manager) => {
      const pair = await findPair(manager, personId, otherId);
      const userId = actor.kind === 'user' ? actor.userId : null;
      const row = { ...pair, userId };
      const made = await manager.createQueryBuilder().insert().into(PersonDifference).values(row).orIgnore().execute();
      if (made.raw.length === 0) return;
      for (const id of [personId, otherId]) await keepChange(manager, actor, id, ['apart']);
    });
  }

  /** They may be proposed as one again. @throws NotFound when it was not said. */
  async takeBack(actor: Actor, personId: string, otherId: string): Promise<void> {
    refuseUnless(mayChangePerson(actor, personId) && mayChangePerson(actor, otherId));
    await this.db.transaction(async (manager) => {
      const pair = await findPair(manager, personId, otherId);
      if ((await manager.delete(PersonDifference, pair)).affected === 0) throw new NotFound('This difference');
      for (const id of [personId, otherId]) await keepChange(manager, actor, id, ['together']);
    });
  }

  /** From whom a person was told apart, newest first. */
  async ofPerson(actor: Actor, personId: string): Promise<Different[]> {
    refuseUnless(mayFindPersons(actor));
    if (!isId(personId)) return [];
    return this.db.query(
      `select p.id, p.name, d.created_at as at from person_differences d
       join persons p on p.id = case when d.one_id = $1 then d.other_id else d.one_id end and p.merged_into is null
       where $1 in (d.one_id, d.other_id) order by d.created_at desc, p.id limit 20`,
      [personId],
    );
  }
}

/** Every pair that was told apart, for who looks for lookalikes. */
export async function readDifferences(db: DataSource | EntityManager): Promise<[string, string][]> {
  const rows = await db.getRepository(PersonDifference).find({ select: { oneId: true, otherId: true } });
  return rows.map(({ oneId, otherId }) => [oneId, otherId]);
}

/** Inside the caller's transaction: they are being made one. */
export async function forgetDifference(manager: EntityManager, a: string, b: string): Promise<void> {
  await manager.delete(PersonDifference, toPair(a, b));
}

async function findPair(manager: EntityManager, a: string, b: string) {
  if (a === b) throw new Invalid([{ path: 'otherId', message: 'error.field.wrongChoice' }]);
  const ids = [a, b].filter(isId);
  if ((await manager.countBy(Person, { id: In(ids), mergedInto: IsNull() })) < 2) throw new NotFound('This person');
  return toPair(a, b);
}

function toPair(a: string, b: string): { oneId: string; otherId: string } {
  const [oneId, otherId] = [a.toLowerCase(), b.toLowerCase()].sort() as [string, string];
  return { oneId, otherId };
}
