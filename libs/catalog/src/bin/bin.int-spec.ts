import { system } from '#libs/kernel';
import { anActor } from '../../../../test/factories/accounts.js';
import { anEpisode, anEvent, aPerson, aShow } from '../../../../test/factories/catalog.js';
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

  it('forgets with an episode its guests’ links and addresses, what they asked for, and the words of its sound', async () => {
    const { bin, clips, guestLinks, quotes } = world.catalog;
    const show = await aShow(world.db);
    const { id: personId } = await aPerson(world.db, 'Ève Côté');
    const people = [{ personId, role: 'guest' as const, organisation: '', texts: [] }];
    const { id } = await anEpisode(world.db, show, { people });
    const link = await guestLinks.ensure(system, show.id, id, personId, { email: 'eve@example.org' });
    await quotes.create(system, show.id, id, { startMs: 0, endMs: 5_000, text: 'Une date tenue.' });
    await clips.create(system, show.id, id, { startMs: 0, endMs: 20_000, title: 'Une date' });
    await bin.deleteEpisode(system, show.id, id);
    expect(await guestLinks.openBySecret(guestLinks.secretOf(link))).toBeUndefined();
    await bin.purge(new Date(world.clock.now().getTime() + 31 * day));
    for (const table of ['guest_links', 'quotes', 'clips']) {
      expect(await world.db.query(`select 1 from ${table} where episode_id = $1`, [id])).toEqual([]);
    }
    expect(await world.db.query('select 1 from guest_link_events where link_id = $1', [link.id])).toEqual([]);
    expect(await world.db.query('select 1 from persons where id = $1', [personId])).toHaveLength(1);
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
