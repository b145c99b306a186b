import { system } from '#libs/kernel';
import { anActor } from '../../../../test/factories/accounts.js';
import { anEpisode, anEvent, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { EpisodeCopy } from '../episode/episode-copy.entity.js';

const day = 86_400_000;

describe('the bin', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  const slugOf = async (id: string) => (await world.catalog.episodeQuery.byId(id))!.texts[0]!.slug;

  it('gives an episode back as it was within 30 days', async () => {
    const { bin, binQuery, episodeQuery } = world.catalog;
    const show = await aShow(world.db);
    const { id, guid } = await anEpisode(world.db, show, { title: 'Perdu' });
    const slug = await slugOf(id);
    await bin.deleteEpisode(system, show.id, id);
    expect(await episodeQuery.allOfShow(show.id)).toEqual([]);
    expect(await episodeQuery.byAddress({ show: show.slug }, 'fr', slug)).toEqual({ kind: 'gone' });
    const [item] = await binQuery.list(system);
    expect(item).toMatchObject({ kind: 'episode', id, title: 'Perdu' });
    expect(item!.purgeAt.getTime() - item!.deletedAt.getTime()).toBe(30 * day);
    expect(await binQuery.list(anActor())).toEqual([]);
    await bin.purge(new Date(world.clock.now().getTime() + 29 * day));
    await bin.restoreEpisode(system, show.id, id);
    expect(await episodeQuery.byAddress({ show: show.slug }, 'fr', slug)).toMatchObject({
      kind: 'found',
      view: { guid },
    });
    await expect(bin.restoreEpisode(system, show.id, id)).rejects.toMatchObject({ status: 404 });
  });

  it('forgets an episode after 30 days, but not that its address existed', async () => {
    const { bin, episodeQuery } = world.catalog;
    const show = await aShow(world.db, { title: 'Purge' });
    const { id, recordingId } = await anEpisode(world.db, show);
    const slug = await slugOf(id);
    await bin.deleteEpisode(system, show.id, id);
    const later = new Date(world.clock.now().getTime() + 30 * day);
    expect(await bin.purge(later)).toBe(1);
    expect(await bin.purge(later)).toBe(0);
    expect(world.erased).toContain(recordingId);
    expect(await world.db.getRepository(EpisodeCopy).countBy({ episodeId: id })).toBe(0);
    expect(await episodeQuery.byAddress({ show: show.slug }, 'fr', slug)).toEqual({ kind: 'gone' });
    await expect(bin.restoreEpisode(system, show.id, id)).rejects.toMatchObject({ status: 404 });
  });

  it('takes a show with its episodes and events, gives all back, and keeps its segment for ever', async () => {
    const { bin, showQuery, episodeQuery, eventQuery, homeQuery, shows, desk } = world.catalog;
    const show = await aShow(world.db, { title: 'Tout ensemble' });
    const event = await anEvent(world.db, show, { name: 'Ensemble 2026' });
    const { id } = await anEpisode(world.db, show);
    const slug = await slugOf(id);
    const at = () => episodeQuery.byAddress({ show: show.slug }, 'fr', slug);
    await bin.deleteShow(system, show.id);
    expect([
      (await showQuery.bySlug(show.slug)).kind,
      (await at()).kind,
      (await eventQuery.bySlug(event.slug)).kind,
    ]).toEqual(['gone', 'gone', 'gone']);
    expect((await homeQuery.home()).latest.map((episode) => episode.id)).not.toContain(id);
    await expect(desk.get(system, show.id, id)).rejects.toMatchObject({ status: 404 });
    await bin.restoreShow(system, show.id);
    expect((await at()).kind).toBe('found');
    await bin.deleteShow(system, show.id);
    await bin.purge(new Date(world.clock.now().getTime() + 31 * day));
    expect([(await showQuery.bySlug(show.slug)).kind, (await at()).kind]).toEqual(['gone', 'gone']);
    expect((await shows.create(system, { title: 'Tout ensemble', language: 'fr', category: 'Arts' })).slug).toBe(
      'tout-ensemble-1',
    );
  });
});
