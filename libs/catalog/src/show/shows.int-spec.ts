import { Membership } from '#libs/accounts';
import { system } from '#libs/kernel';
import { anActor, aUser } from '../../../../test/factories/accounts.js';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';

describe('a show', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  const form = { title: 'Une émission', language: 'fr-CA', category: 'Business' };

  it('belongs to whoever makes it, who must be the instance’s owner or a producer', async () => {
    const user = await aUser(world.db, { isInstanceOwner: true });
    const show = await world.catalog.shows.create(anActor({ userId: user.id, isInstanceOwner: true }), form);
    expect(await world.db.getRepository(Membership).findOneBy({ showId: show.id })).toMatchObject({
      userId: user.id,
      role: 'owner',
    });
    await expect(world.catalog.shows.create(anActor(), form)).rejects.toMatchObject({ status: 403 });
  });

  it('never takes the address of a route or of another show', async () => {
    const slugs = [];
    for (const title of ['API', 'Une même', 'Une même', 'en']) {
      slugs.push((await world.catalog.shows.create(system, { ...form, title })).slug);
    }
    expect(slugs).toEqual(['api-1', 'une-meme', 'une-meme-1', 'en-1']);
  });

  it('refuses a stale save with both values', async () => {
    const { shows } = world.catalog;
    const show = await aShow(world.db);
    const version = (await shows.get(system, show.id)).version;
    await shows.update(system, show.id, { version, author: 'La sienne' });
    await expect(shows.update(system, show.id, { version, author: 'La mienne' })).rejects.toMatchObject({
      status: 409,
      extra: { theirs: { author: 'La sienne' }, yours: { author: 'La mienne' }, version: version + 1 },
    });
  });

  it('has hosts who exist, and tells readers of them', async () => {
    const { shows, showQuery } = world.catalog;
    const show = await aShow(world.db);
    const host = await aPerson(world.db, 'Anne Hôte');
    await shows.update(system, show.id, { version: show.version, hostIds: [host.id] });
    expect((await showQuery.byId(show.id))!.hosts).toMatchObject([{ name: 'Anne Hôte' }]);
    await expect(
      shows.update(system, show.id, { version: show.version + 1, hostIds: [show.id] }),
    ).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('is on the home page once something is released', async () => {
    const show = await aShow(world.db, { title: 'Bientôt' });
    const ids = async () => (await world.catalog.homeQuery.home()).shows.map(({ id }) => id);
    expect(await ids()).not.toContain(show.id);
    await anEpisode(world.db, show);
    expect(await ids()).toContain(show.id);
  });

  it('has pages of 50 episodes, newest first, in a number of queries that does not grow', async () => {
    const show = await aShow(world.db, { title: 'Longue' });
    const { episodeQuery } = world.catalog;
    const guest = [{ name: 'Anne Hôte', role: 'host' as const, organisation: '', texts: [] }];
    const publish = (number: number) =>
      anEpisode(world.db, show, { number, publishedAt: `2026-05-0${number}T00:00:00Z`, people: guest });
    await publish(1);
    const one = await countQueries(world, () => episodeQuery.ofShow(show.id));
    for (const number of [3, 4, 2]) await publish(number);
    expect(await countQueries(world, () => episodeQuery.ofShow(show.id))).toBe(one);
    expect((await episodeQuery.ofShow(show.id)).items.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    expect(await episodeQuery.ofShow(show.id, 2, 3)).toMatchObject({
      page: 2,
      pages: 2,
      total: 4,
      items: [{ number: 1 }],
    });
  });
});

async function countQueries({ db }: World, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const logger = { ...db.logger, logQuery: () => void (count += 1) };
  const kept = db.logger;
  Object.assign(db, { logger });
  await work();
  Object.assign(db, { logger: kept });
  return count;
}
