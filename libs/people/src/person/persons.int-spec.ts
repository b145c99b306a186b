import { openDataSource, OutboxRow } from '#libs/database';
import { type SystemActor, system } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { peopleEntities } from '../index.js';
import { PersonsService } from './persons.service.js';

describe('persons', () => {
  let database: TestDatabase;
  let db: DataSource;
  let persons: PersonsService;
  const actor: SystemActor = system;
  beforeAll(async () => {
    database = await createTestDatabase();
    db = await openDataSource(database.url, peopleEntities);
    persons = new PersonsService(db, { acceptPhoto: async () => ({ key: 'image/portrait.jpg' }) });
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it('of one name get an address each, also when they are made at the same moment', async () => {
    const made = await Promise.all([1, 2, 3].map(() => persons.create(actor, { name: 'Jean Tremblay' })));
    expect(made.map(({ slug }) => slug).sort()).toEqual(['jean-tremblay', 'jean-tremblay-1', 'jean-tremblay-2']);
  });

  it('are found by any words of their name, whatever the accents', async () => {
    await persons.create(actor, { name: 'Mélanie Roy' });
    const names = async (q: string) => (await persons.search(actor, q)).map(({ name }) => name);
    expect(await names('ROY mel')).toEqual(['Mélanie Roy']);
    expect(await names('personne')).toEqual([]);
    expect(await names(`'; drop table persons; --`)).toEqual([]);
    expect([await names('%'), await names('_'), await names('\\')]).toEqual([[], [], []]);
    expect((await names('')).length).toBeGreaterThan(3);
  });

  it('keep their address when the name changes, and the change is announced', async () => {
    const { id, slug } = await persons.create(actor, { name: 'Anne Ancien', pronouns: 'elle' });
    const changed = await persons.update(actor, id, {
      name: 'Anne Nouveau',
      texts: [{ lang: 'fr', biography: ' Une vie. ' }],
      affiliations: [{ title: 'Directrice', organisation: 'X', since: '2022-01-01' }],
    });
    expect(changed).toMatchObject({ slug, name: 'Anne Nouveau', sortName: 'Nouveau, Anne', pronouns: 'elle' });
    expect(changed.texts).toMatchObject([{ biography: 'Une vie.' }]);
    expect(changed.affiliations).toMatchObject([{ organisation: 'X', until: null }]);
    const facts = await db.getRepository(OutboxRow).findBy({ name: 'person.changed' });
    expect(facts.filter(({ payload }) => payload['personId'] === id)).toHaveLength(2);
    expect((await persons.search(actor, 'nouv')).map((person) => person.id)).toEqual([id]);
    expect((await persons.replacePhoto(actor, id, new Uint8Array())).photoKey).toBe('image/portrait.jpg');
  });

  it('who are wrong in a field are not saved at all', async () => {
    await expect(
      persons.create(actor, { name: 'Faux', links: [{ label: '', url: 'javascript:x' }] }),
    ).rejects.toMatchObject({
      code: 'INVALID',
      fields: [{ path: 'links.0.url' }],
    });
    expect(await persons.search(actor, 'faux')).toEqual([]);
    await expect(persons.get(actor, 'x')).rejects.toMatchObject({ status: 404 });
  });
});
