import { system } from '#libs/kernel';
import { anEpisode, anEvent, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { relateViews } from './relate-views.plan.js';

describe('related episodes', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  it('have a true reason each, are never unlisted or unreleased, and the same are found in memory', async () => {
    const { db, catalog } = world;
    const show = await aShow(db);
    const other = await aShow(db, { title: 'Ailleurs' });
    const event = await anEvent(db, show);
    const guest = await aPerson(db, 'Mélanie Roy');
    const people = [{ personId: guest.id, role: 'guest' as const, organisation: '', texts: [] }];
    const self = await anEpisode(db, show, { title: 'Moi', people, topics: ['Mesure', 'Rare'], eventId: event.id });
    const same = await anEpisode(db, other, { title: 'Même personne', people, topics: ['Mesure'] });
    const talk = await anEpisode(db, show, { title: 'Même événement', eventId: event.id });
    const rare = await anEpisode(db, other, { title: 'Même sujet', topics: ['Rare'] });
    await anEpisode(db, show, { title: 'Brouillon', people, state: 'draft' });
    await anEpisode(db, show, { title: 'Par lien', people, isUnlisted: true });
    const gone = await anEpisode(db, show, { title: 'Supprimé', people });
    await catalog.bin.deleteEpisode(system, show.id, gone.id);

    const view = (await catalog.episodeQuery.byId(self.id))!;
    const related = await catalog.relatedQuery.of(view, 'fr');
    expect(related.map(({ episode, reasons }) => [episode.id, reasons])).toEqual([
      [
        same.id,
        [
          { kind: 'guest', personId: guest.id },
          { kind: 'tag', slug: 'mesure' },
        ],
      ],
      [talk.id, [{ kind: 'event' }]],
      [rare.id, [{ kind: 'tag', slug: 'rare' }]],
    ]);
    const all = await catalog.episodeQuery.latest(50);
    expect(relateViews(view, all, 'fr')).toEqual(related);
  });

  it('are filled up with the newest of the show where there are few', async () => {
    const show = await aShow(world.db, { title: 'Seule' });
    const first = await anEpisode(world.db, show, { title: 'Un' });
    const second = await anEpisode(world.db, show, { title: 'Deux', publishedAt: '2026-06-01T00:00:00Z' });
    const view = (await world.catalog.episodeQuery.byId(first.id))!;
    const related = await world.catalog.relatedQuery.of(view, 'en');
    expect(related.map(({ episode, reasons }) => [episode.id, reasons])).toEqual([[second.id, [{ kind: 'show' }]]]);
  });
});
