import { openDataSource, OutboxRow } from '#libs/database';
import { type GuestActor, newId, type SystemActor, system } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { peopleEntities } from '../index.js';
import { erasePhoto, makeErasePhoto } from './erase-photo.js';
import { findPersonAddress } from './person-address.query.js';
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

  it('of another name may have another address; the old one leads on only if they agreed', async () => {
    const { id, slug } = await persons.create(actor, { name: 'Vieux Nom' });
    await persons.changeSlug(actor, id, 'Nom Choisi', { redirects: true });
    expect(await findPersonAddress(db, slug)).toMatchObject({ kind: 'moved', slug: 'nom-choisi' });
    await persons.changeSlug(actor, id, 'Nom d’aujourd’hui', { redirects: false });
    // Whoever wants one old name gone wants them all gone.
    expect(await findPersonAddress(db, slug)).toEqual({ kind: 'missing' });
    expect(await findPersonAddress(db, 'nom-choisi')).toEqual({ kind: 'missing' });
    expect(await findPersonAddress(db, 'nom-d-aujourd-hui')).toMatchObject({ kind: 'found', id });
    const other = await persons.create(actor, { name: 'Vieux Nom' });
    expect(other.slug).toBe('vieux-nom-1');
    await expect(persons.changeSlug(actor, other.id, 'Vieux Nom', { redirects: true })).rejects.toMatchObject({
      fields: [{ path: 'slug' }],
    });
  });

  it('have a history of who changed which fields, and of no value that was', async () => {
    const { id } = await persons.create(actor, { name: 'Claude Ancien' });
    const guest: GuestActor = { kind: 'guest', linkId: newId(), episodeId: newId(), personId: id, role: 'guest' };
    await persons.update(guest, id, { name: 'Claude Nouveau', pronunciation: 'klod' });
    await persons.update(guest, id, { name: 'Claude Nouveau' });
    const history = await persons.history(actor, id);
    expect(history.map(({ actor: who, fields }) => [who, fields])).toEqual([
      ['guest', ['name', 'sortName', 'pronunciation']],
      ['system', ['made']],
    ]);
    expect(JSON.stringify(history)).not.toContain('Ancien');
    await expect(persons.update({ ...guest, role: 'team' }, id, { name: 'X' })).rejects.toMatchObject({ status: 403 });
  });

  it('leave no photograph behind that was replaced or taken away, and keep one that another record has', async () => {
    const keys = ['image/a.jpg', 'image/b.jpg', 'image/b.jpg'];
    const own = new PersonsService(db, { acceptPhoto: async () => ({ key: keys.shift()! }) });
    const [one, other] = [await own.create(actor, { name: 'Léa Un' }), await own.create(actor, { name: 'Léa Deux' })];
    const gone: string[] = [];
    const erase = async () => {
      const rows = await db.getRepository(OutboxRow).find({ where: { name: erasePhoto.name }, order: { id: 'ASC' } });
      const handle = makeErasePhoto({ dataSource: db, removeImage: async (key) => void gone.push(key) });
      const run = { signal: new AbortController().signal, attempt: 1, isLastTry: false };
      for (const { payload } of rows) await handle(erasePhoto.payload.parse(payload), run);
      await db.query(`delete from outbox where name = '${erasePhoto.name}'`);
      return gone.splice(0);
    };
    await erase();
    await own.replacePhoto(actor, one.id, new Uint8Array());
    expect(await erase()).toEqual([]);
    await own.replacePhoto(actor, one.id, new Uint8Array());
    expect(await erase()).toEqual(['image/a.jpg']);
    await own.replacePhoto(actor, other.id, new Uint8Array());
    await own.removePhoto(actor, one.id);
    expect(await erase()).toEqual([]);
    await own.removePhoto(actor, other.id);
    await own.removePhoto(actor, other.id);
    expect(await erase()).toEqual(['image/b.jpg']);
  });
});
