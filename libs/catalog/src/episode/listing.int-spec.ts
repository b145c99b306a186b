import { system } from '#libs/kernel';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import type { Episode } from './episode.entity.js';
import { EpisodeWindowsService } from './episode-windows.service.js';
import { ListingMemo, readListing } from './listing.query.js';
import type { Show } from '../show/show.entity.js';

const noon = new Date('2026-05-12T12:00:00Z');
const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

describe('what is listed at an instant', () => {
  let world: World;
  let show: Show;

  beforeEach(async () => {
    world = await aWorld();
    show = await aShow(world.db, { timeZone: 'UTC' });
    world.clock.set(noon);
  });
  afterEach(() => world.close());

  const listAt = (at: Date, audience: 'public' | 'subscribers' = 'public', memo?: ListingMemo) =>
    readListing(world.db, { showId: show.id }, { at, audience, memo });
  const plan = (episode: Episode, at: Date) =>
    world.catalog.publishing.schedule(system, show.id, episode.id, {
      local: at.toISOString().slice(0, 19),
      zone: 'UTC',
    });
  const told = (at: Date) => new EpisodeWindowsService(world.db).announceDue(at);
  const facts = async () =>
    (
      await world.db.query(`select name from outbox where name in ('episode.opened', 'episode.expired') order by id`)
    ).map(({ name }: { name: string }) => name);

  it('has a planned episode from its second on, as it will be released', async () => {
    const episode = await anEpisode(world.db, show, { title: 'Demain', state: 'draft', number: 4 });
    await plan(episode, after(30));
    expect(await listAt(noon)).toEqual({ episodes: [], changesAt: after(30) });
    const ahead = await listAt(after(30));
    world.clock.set(after(30.02));
    await world.catalog.publishing.publishDue(after(30.02));
    const released = await listAt(after(30.02));
    expect(ahead.episodes).toMatchObject([
      { id: episode.id, state: 'published', publishedAt: after(30), texts: [{ title: 'Demain', slug: '4-demain' }] },
    ]);
    const ignored = { updatedAt: expect.any(Date) as Date };
    expect({ ...ahead.episodes[0], ...ignored }).toEqual({ ...released.episodes[0], ...ignored });
  });

  it('gives segments in the order of the releases, also for equal titles', async () => {
    const first = await anEpisode(world.db, show, { title: 'Pareil', state: 'draft' });
    const second = await anEpisode(world.db, show, { title: 'Pareil', state: 'draft' });
    await plan(second, after(10));
    await plan(first, after(20));
    const memo = new ListingMemo();
    await listAt(after(10), 'public', memo);
    const ahead = await listAt(after(20), 'public', memo);
    await world.catalog.publishing.publishDue(after(21));
    const released = await listAt(after(21));
    const slugs = (episodes: typeof ahead.episodes) => episodes.map(({ id, texts }) => [id, texts[0]!.slug]);
    expect(slugs(ahead.episodes)).toEqual(slugs(released.episodes));
    expect(slugs(ahead.episodes)).toEqual([
      [first.id, '1-pareil-1'],
      [second.id, '1-pareil'],
    ]);
  });

  it('lacks what is planned but not ready', async () => {
    const episode = await anEpisode(world.db, show, { state: 'draft', revision: false });
    await plan(episode, after(5));
    expect(await listAt(after(6))).toEqual({ episodes: [], changesAt: null });
  });

  it('has what has expired no more, on no list of readers either, and its page is gone (410)', async () => {
    await anEpisode(world.db, show, { title: 'Bref', publishedAt: noon, expiresAt: after(60) });
    expect((await listAt(after(59))).changesAt).toEqual(after(60));
    expect((await listAt(after(60))).episodes).toEqual([]);
    const { episodeQuery, showQuery, homeQuery } = world.catalog;
    const seen = async () => [
      (await episodeQuery.ofShow(show.id)).total,
      (await showQuery.byId(show.id))!.episodeCount,
      (await homeQuery.home()).latest.length,
      (await episodeQuery.byAddress({ show: show.slug }, 'fr', '1-bref')).kind,
    ];
    world.clock.set(after(59));
    expect(await seen()).toEqual([1, 1, 1, 'found']);
    world.clock.set(after(60));
    expect(await seen()).toEqual([0, 0, 0, 'withdrawn']);
  });

  it('has what subscribers hear first for them, and for the others from its opening on, dated then', async () => {
    const until = after(90);
    await anEpisode(world.db, show, { title: 'Avant', publishedAt: noon, subscribersUntil: until });
    expect((await listAt(after(1), 'subscribers')).episodes[0]!.publishedAt).toEqual(noon);
    expect(await listAt(after(1))).toEqual({ episodes: [], changesAt: until });
    expect((await listAt(until)).episodes[0]!.publishedAt).toEqual(until);
    expect((await world.catalog.episodeQuery.byAddress({ show: show.slug }, 'fr', '1-avant')).kind).toBe('missing');
    world.clock.set(until);
    const [opened] = await world.catalog.episodeQuery.allOfShow(show.id);
    expect(opened!.publishedAt).toEqual(until);
  });

  it('is told of when a window begins or ends, once', async () => {
    const window = { subscribersUntil: after(30), expiresAt: after(60) };
    const episode = await anEpisode(world.db, show, { publishedAt: noon, ...window });
    expect(await told(after(29))).toEqual([]);
    expect(await Promise.all([told(after(31)), told(after(31))])).toContainEqual([episode.id]);
    expect(await told(after(32))).toEqual([]);
    expect(await told(after(61))).toEqual([episode.id]);
    expect(await facts()).toEqual(['episode.opened', 'episode.expired']);
  });
});
