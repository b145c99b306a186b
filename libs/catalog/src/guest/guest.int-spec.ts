import { system } from '#libs/kernel';
import { PersonsService } from '#libs/people';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { NowQuery } from './now.query.js';

describe('a guest’s page', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  it('lists every appearance across shows, newest first, with the title of then and the one of now', async () => {
    const person = await aPerson(world.db, 'Mélanie Roy', {
      links: [
        { label: 'http', url: 'http://example.org' },
        { label: 'site', url: 'https://example.org' },
      ],
      affiliations: [
        { title: 'Directrice marketing', organisation: 'X', since: '2022-01-01', until: '2024-09-30' },
        { title: 'Associée', organisation: 'Y', since: '2024-10-01' },
      ],
    });
    const then = (title: string, organisation: string) => [
      {
        personId: person.id,
        role: 'guest' as const,
        organisation,
        texts: [{ lang: 'fr', title, disclaimer: 'Propos personnels.' }],
      },
    ];
    const [one, two] = [await aShow(world.db), await aShow(world.db, { title: 'Autre', language: 'en-CA' })];
    const texts = [{ lang: 'en', title: 'Second', summary: '', notes: '' }];
    await anEpisode(world.db, one, { publishedAt: '2024-03-12T00:00:00Z', people: then('Directrice marketing', 'X') });
    await anEpisode(world.db, two, { publishedAt: '2026-02-01T00:00:00Z', texts, people: then('Associée', 'Y') });
    await anEpisode(world.db, two, { state: 'draft', people: then('Secret', 'Z') });

    const guest = (await world.catalog.guestQuery.bySlug('melanie-roy'))!;
    expect(guest.now).toMatchObject({ title: 'Associée', organisation: 'Y' });
    expect(guest.appearances.map(({ show, episode }) => [show.slug, episode.appearances[0]!.organisation])).toEqual([
      [two.slug, 'Y'],
      [one.slug, 'X'],
    ]);
    expect(guest.appearances[0]!.episode.appearances[0]!.person.url).toBe('https://example.org');

    const persons = new PersonsService(world.db, { acceptPhoto: async () => ({ key: 'image/x.jpg' }) });
    await persons.update(system, person.id, { name: 'Mélanie Roy-Tremblay' });
    const renamed = (await world.catalog.guestQuery.bySlug('melanie-roy'))!;
    expect(renamed.name).toBe('Mélanie Roy-Tremblay');
    expect(renamed.appearances[1]!.episode.appearances[0]).toMatchObject({
      organisation: 'X',
      person: { name: 'Mélanie Roy-Tremblay' },
    });
  });

  it('names no employer of today that an appearance hides, in whatever capitals, accents and signs', async () => {
    const person = await aPerson(world.db, 'Ève Nord', {
      affiliations: [{ title: 'Directrice', organisation: 'ATELIER CÔTÉ-NORD', since: '2024-10-01' }],
    });
    const now = () => new NowQuery(world.db, world.clock).of([person.id]);
    expect((await now()).get(person.id)).toMatchObject({ organisation: 'ATELIER CÔTÉ-NORD' });
    const show = await aShow(world.db);
    const then = { personId: person.id, role: 'guest' as const, organisation: 'Atelier Cote Nord', texts: [] };
    await anEpisode(world.db, show, { people: [{ ...then, employer: 'hidden' }] });
    expect((await now()).size).toBe(0);
    expect((await world.catalog.guestQuery.bySlug(person.slug))!.now).toBeNull();
  });

  it('does not exist before the first release', async () => {
    const person = await aPerson(world.db, 'Karim Ben');
    expect(await world.catalog.guestQuery.bySlug(person.slug)).toBeUndefined();
    expect(await world.catalog.guestQuery.bySlug('personne')).toBeUndefined();
  });
});
