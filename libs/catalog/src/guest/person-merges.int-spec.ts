import { newId, system } from '#libs/kernel';
import { findPersonAddress, type Person, PersonsService } from '#libs/people';
import { anActor } from '../../../../test/factories/accounts.js';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';

describe('two records of one person', () => {
  let world: World;
  let karim: Person;
  let benali: Person;
  let show: Awaited<ReturnType<typeof aShow>>;
  const as = (personId: string, organisation: string, title: string) => [
    { personId, role: 'guest' as const, organisation, texts: [{ lang: 'fr', title, disclaimer: '' }] },
  ];
  beforeAll(async () => {
    world = await aWorld();
    show = await aShow(world.db);
    karim = await aPerson(world.db, 'Karim Benali', { links: [{ label: '', url: 'https://benali.example' }] });
    benali = await aPerson(world.db, 'Karim B.', {
      pronouns: 'il',
      isHidden: true,
      texts: [{ lang: 'fr', biography: 'Il compte.' }],
      links: [
        { label: 'Site', url: 'https://benali.example' },
        { label: 'Blogue', url: 'https://k.example' },
      ],
    });
    await anEpisode(world.db, show, { title: 'Un', publishedAt: '2024-03-12', people: as(karim.id, 'X', 'Directeur') });
    await anEpisode(world.db, show, {
      title: 'Deux',
      publishedAt: '2026-02-01',
      people: as(benali.id, 'Y', 'Associé'),
    });
  });
  afterAll(() => world.close());

  const merges = () => world.catalog.personMerges;
  const guest = async (slug: string) => (await world.catalog.guestQuery.bySlug(slug))!;
  const facts = () =>
    world.db.query<{ id: string }[]>(
      `select payload ->> 'personId' as id from outbox where name = 'person.changed' order by 1`,
    );

  it('are found in the list of people, each naming the other', async () => {
    const { items, counts } = await world.catalog.people.list(system, 'kar', 'twice', 1);
    expect(items.map(({ name, lookalikes }) => [name, lookalikes[0]!.name])).toEqual([
      ['Karim B.', 'Karim Benali'],
      ['Karim Benali', 'Karim B.'],
    ]);
    expect(counts).toEqual({ all: 2, twice: 2, hidden: 1, renamed: 0 });
  });

  it('tell of the shows that one works on only, a token for one show of that one', async () => {
    const seen = async (given: Parameters<typeof anActor>[0]) =>
      (await world.catalog.people.record(anActor(given), benali.id)).appearances.length;
    const roles = { [show.id]: 'editor' as const, [newId()]: 'editor' as const };
    expect(await seen({ roles })).toBe(1);
    expect(await seen({ roles, tokenShowId: Object.keys(roles)[1]! })).toBe(0);
    expect(await seen({ roles: { [newId()]: 'editor' } })).toBe(0);
  });

  it('show what would happen before it does', async () => {
    const preview = await merges().preview(system, karim.id, benali.id);
    expect(preview.episodes).toMatchObject([{ title: 'Deux' }]);
    expect([...preview.fills].sort()).toEqual(['biography.fr', 'links', 'pronouns']);
    expect(preview.both).toEqual([]);
    // Somebody else's show: what is made there is nobody's to read here (abuse:A25).
    const stranger = anActor({ roles: { [newId()]: 'editor' } });
    expect((await merges().preview(stranger, karim.id, benali.id)).episodes).toMatchObject([{ title: '' }]);
  });

  it('become one: each appearance keeps its title, the old address leads on, what was missing is there', async () => {
    const link = await world.catalog.guestLinks.ensure(
      ...([system, show.id, (await guest('karim-b')).appearances[0]!.episode.id, benali.id] as const),
    );
    await merges().merge(system, karim.id, benali.id);
    const one = await guest('karim-benali');
    expect(one.appearances.map(({ episode }) => episode.appearances[0]!)).toMatchObject([
      { organisation: 'Y', texts: [{ title: 'Associé' }], person: { name: 'Karim Benali' } },
      { organisation: 'X', texts: [{ title: 'Directeur' }] },
    ]);
    expect(one).toMatchObject({ pronouns: 'il', isHidden: true, texts: [{ biography: 'Il compte.' }] });
    expect(one.links.map(({ url }) => url)).toEqual(['https://benali.example', 'https://k.example']);
    expect(await findPersonAddress(world.db, 'karim-b')).toEqual({ kind: 'moved', slug: 'karim-benali' });
    // The link that the guest was sent goes on working, as the one person.
    const open = await world.catalog.guestLinks.openBySecret(world.catalog.guestLinks.secretOf(link));
    expect(open!.actor.personId).toBe(karim.id);
    expect((await facts()).map(({ id }) => id)).toEqual(expect.arrayContaining([karim.id, benali.id]));
    expect((await world.catalog.people.list(system, '', 'all', 1)).items.map(({ name }) => name)).toEqual([
      'Karim Benali',
    ]);
    await expect(merges().merge(system, karim.id, benali.id)).rejects.toMatchObject({ status: 404 });
  });

  it('can be taken apart again, each with what it had; what was changed since stays', async () => {
    const persons = new PersonsService(world.db, { acceptPhoto: async () => ({ key: 'image/x.jpg' }) });
    await persons.update(system, karim.id, { pronouns: 'iel' });
    const [done] = await merges().ofPerson(system, karim.id);
    expect(done).toMatchObject({ goneName: 'Karim B.' });
    await merges().undo(system, done!.id);
    expect(await guest('karim-b')).toMatchObject({
      name: 'Karim B.',
      pronouns: 'il',
      appearances: [{ episode: { appearances: [{ organisation: 'Y' }] } }],
    });
    const kept = await guest('karim-benali');
    expect(kept).toMatchObject({ pronouns: 'iel', texts: [], appearances: [{}] });
    expect(kept.links).toHaveLength(1);
    await expect(merges().undo(system, done!.id)).rejects.toMatchObject({ status: 404 });
  });

  it('who sit in one episode are two people', async () => {
    const people = [...as(karim.id, 'X', 'a'), ...as(benali.id, 'Y', 'b')];
    await anEpisode(world.db, show, { title: 'Ensemble', state: 'draft', people });
    expect((await merges().preview(system, karim.id, benali.id)).both).toMatchObject([{ title: 'Ensemble' }]);
    await expect(merges().merge(system, karim.id, benali.id)).rejects.toMatchObject({ fields: [{ path: 'goneId' }] });
    await expect(merges().merge(system, karim.id, karim.id)).rejects.toMatchObject({ status: 422 });
    await expect(merges().merge(system, karim.id, newId())).rejects.toMatchObject({ status: 404 });
  });

  it('are merged by nobody whose token belongs to one show', async () => {
    const bound = {
      ...{ kind: 'user' as const, userId: newId(), isInstanceOwner: true, roles: {} },
      ...{ scopes: ['read' as const, 'write' as const], tokenShowId: show.id },
    };
    await expect(merges().merge(bound, karim.id, benali.id)).rejects.toMatchObject({ status: 403 });
  });

  it('stay two for who is no editor of every show concerned', async () => {
    const [ada, a] = [await aPerson(world.db, 'Ada Roy'), await aPerson(world.db, 'Ada R.')];
    const other = await aShow(world.db);
    await anEpisode(world.db, show, { title: 'Ici', people: as(ada.id, 'X', 'a') });
    await anEpisode(world.db, other, { title: 'Ailleurs', state: 'draft', people: as(a.id, 'Y', 'b') });
    const half = anActor({ roles: { [show.id]: 'producer', [other.id]: 'moderator' } });
    for (const [keep, gone] of [
      [ada.id, a.id],
      [a.id, ada.id],
    ] as const) {
      expect(await merges().preview(half, keep, gone)).toMatchObject({ elsewhere: 1 });
      const merged = merges().merge(half, keep, gone);
      await expect(merged).rejects.toMatchObject({ status: 403, code: 'MERGE_ELSEWHERE' });
    }
    const both = anActor({ roles: { [show.id]: 'editor', [other.id]: 'editor' } });
    expect(await merges().preview(both, ada.id, a.id)).toMatchObject({ elsewhere: 0 });
    const id = await merges().merge(both, ada.id, a.id);
    await expect(merges().undo(half, id)).rejects.toMatchObject({ status: 403, code: 'MERGE_ELSEWHERE' });
    await merges().undo(anActor({ isInstanceOwner: true }), id);
  });
});
