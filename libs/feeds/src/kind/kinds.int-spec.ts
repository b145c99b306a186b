import type { Episode, Event, Show } from '#libs/catalog';
import { system } from '#libs/kernel';
import type { Person } from '#libs/people';
import { parseRssFeed } from 'feedsmith';
import { aPerson, aShow, anEpisode, anEvent } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { findBreaches } from '../../../../test/feeds/rules/check.js';
import { feedAt, settleFeeds } from '../../../../test/feeds/settle.js';
import { Feed } from '../feed/feed.entity.js';
import { readFeedView } from '../feed/feed-view.query.js';
import { reconcileKinds } from './reconcile-kinds.js';

describe('the feeds of every kind', () => {
  let world: World;
  let show: Show;
  let event: Event;
  let jean: Person;
  let first: Episode;
  let film: Episode;
  beforeEach(async () => {
    world = await aWorld('https://pod.example.org');
    world.clock.set('2026-05-12T20:00:00Z');
    const { db, catalog, addresses } = world;
    show = await aShow(db);
    event = await anEvent(db, show);
    jean = await aPerson(db, 'Jean Tremblay', { texts: [{ lang: 'fr', biography: 'Menuisier.' }] });
    const series = await catalog.series.create(system, show.id, { name: 'La grande panne', parts: 2 });
    const people = [{ personId: jean.id, role: 'guest' as const, organisation: '', texts: [] }];
    const given = { season: 2, seriesId: series.id, part: 1, topics: ['Éco-gestes', 'Travail'], people };
    first = await anEpisode(db, show, { title: 'Un', ...given }, addresses);
    film = await anEpisode(
      db,
      show,
      {
        title: 'Two',
        language: 'en-CA',
        publishedAt: '2026-05-12T12:00:00Z',
        revision: { alternates: [{ kind: 'video', key: 'video/1/film.mp4', bytes: 9_000_000 }] },
      },
      addresses,
    );
    await anEpisode(
      db,
      show,
      { title: 'Exposé', eventId: event.id, track: 'Données & IA', publishedAt: '2026-05-12T13:00:00Z' },
      addresses,
    );
    await settleFeeds(world);
  });
  afterEach(() => world.close());

  const paths = async () => {
    const feeds = await world.db.getRepository(Feed).find({ order: { path: 'ASC' } });
    return feeds.map(({ path }) => path);
  };
  const read = async (path: string) => {
    const xml = await feedAt(world, path);
    const feed = parseRssFeed(xml) as {
      title: string;
      language: string;
      podcast: { guid: string };
      items?: { title: string; enclosures: { url: string; type: string; length: number }[] }[];
    };
    return { xml, ...feed, titles: (feed.items ?? []).map(({ title }) => title) };
  };
  const base = '/des-dates-plutot-que-des-logos';

  it('are there as soon as they have an item, each under its address, and break no rule', async () => {
    expect(await paths()).toEqual([
      `${base}/en/feed.xml`,
      `${base}/feed.xml`,
      `${base}/fr/feed.xml`,
      `${base}/season-2/feed.xml`,
      `${base}/series/la-grande-panne/feed.xml`,
      `${base}/video/feed.xml`,
      `/e/${event.slug}/feed.xml`,
      `/e/${event.slug}/track/donnees-ia/feed.xml`,
      '/g/jean-tremblay/feed.xml',
      '/t/eco-gestes/feed.xml',
      '/t/travail/feed.xml',
    ]);
    for (const path of await paths()) {
      const { xml } = await read(path!);
      expect({ path, breaches: findBreaches(Buffer.from(xml)) }).toEqual({ path, breaches: [] });
    }
  });

  it('have the items, the title and the language that their name promises', async () => {
    const said = async (path: string) => {
      const { title, language, titles } = await read(path);
      return { title, language, titles };
    };
    const name = 'Des dates plutôt que des logos';
    expect(await said(`${base}/season-2/feed.xml`)).toEqual({
      title: `${name} – Saison 2`,
      language: 'fr-ca',
      titles: ['Un (1/2)'],
    });
    expect(await said(`${base}/series/la-grande-panne/feed.xml`)).toMatchObject({
      title: `${name} – La grande panne`,
      titles: ['Un (1/2)'],
    });
    expect(await said(`${base}/en/feed.xml`)).toEqual({
      title: `${name} – in English`,
      language: 'en-ca',
      titles: ['Two'],
    });
    expect(await said(`${base}/fr/feed.xml`)).toMatchObject({ titles: ['Exposé', 'Un (1/2)'], language: 'fr-ca' });
    expect(await said(`/e/${event.slug}/track/donnees-ia/feed.xml`)).toMatchObject({
      title: 'Données & IA – Journée du numérique 2026',
      titles: ['Exposé'],
    });
    expect(await said('/g/jean-tremblay/feed.xml')).toMatchObject({ title: 'Jean Tremblay', titles: ['Un (1/2)'] });
    expect((await read('/g/jean-tremblay/feed.xml')).xml).toContain('Toutes les apparitions de Jean Tremblay');
    expect(await said('/t/eco-gestes/feed.xml')).toMatchObject({ title: '#Éco-gestes', titles: ['Un (1/2)'] });
  });

  it('enclose the film where the feed is of films', async () => {
    const { items } = await read(`${base}/video/feed.xml`);
    expect(items).toHaveLength(1);
    expect(items![0]!.enclosures).toEqual([
      {
        url: `https://pod.example.org/m/${film.id}/1/des-dates-plutot-que-des-logos.mp4`,
        type: 'video/mp4',
        length: 9_000_000,
      },
    ]);
  });

  it('follow an episode to its new tags and people, and lose it where it was', async () => {
    const { catalog, db } = world;
    await catalog.edits.basics(system, show.id, first.id, { version: 2, tags: ['Habitat'], season: 3 });
    await catalog.publishing.update(system, show.id, first.id);
    await settleFeeds(world);
    expect((await read('/t/eco-gestes/feed.xml')).titles).toEqual([]);
    expect((await read(`${base}/season-2/feed.xml`)).titles).toEqual([]);
    expect((await read('/t/habitat/feed.xml')).titles).toEqual(['Un (1/2)']);
    expect((await read(`${base}/season-3/feed.xml`)).titles).toEqual(['Un (1/2)']);
    await catalog.publishing.unpublish(system, show.id, first.id);
    await settleFeeds(world);
    expect((await read('/t/habitat/feed.xml')).titles).toEqual([]);
    expect((await read('/g/jean-tremblay/feed.xml')).titles).toEqual([]);
    expect(await db.getRepository(Feed).countBy({ kind: 'tag' })).toBe(3);
  });

  it('are left alone when an episode elsewhere changes', async () => {
    const { catalog } = world;
    await catalog.edits.basics(system, show.id, film.id, { version: 2, explicit: true });
    await catalog.publishing.update(system, show.id, film.id);
    // Its show, its language and the feed of films; no person, tag, season or event.
    expect(await settleFeeds(world)).toBe(4);
  });

  it('keep the guid that their first bytes had, wherever they are served from later', async () => {
    const { guid } = (await read('/g/jean-tremblay/feed.xml')).podcast;
    expect(guid).toMatch(/^[0-9a-f-]{36}$/);
    const feed = await world.db.getRepository(Feed).findOneByOrFail({ kind: 'person' });
    expect(feed.podcastGuid).toBe(guid);
    const { Addresses } = await import('#libs/catalog');
    const elsewhere = await world.db.transaction((manager) =>
      readFeedView(manager, feed, { addresses: new Addresses('https://other.example.net'), at: world.clock.now() }),
    );
    expect(elsewhere!.view.channel.podcastGuid).toBe(guid);
    const guids = await Promise.all((await paths()).map(async (path) => (await read(path!)).podcast.guid));
    expect(new Set(guids).size).toBe(guids.length);
  });

  it('are made for an installation that had none of them', async () => {
    const { db } = world;
    const before = await paths();
    await db.query(`delete from feeds where kind not in ('show', 'event')`);
    await db.query('delete from episode_places');
    expect(await reconcileKinds(db)).toBe(before.length - 2);
    await settleFeeds(world);
    expect(await paths()).toEqual(before);
    expect(await reconcileKinds(db)).toBe(0);
  });

  it('are built anew once where an Estrade of before has built them; what says the same keeps its bytes', async () => {
    const { db } = world;
    const bytes = () => db.query(`select feed_id, digest, changed_at, valid_from from feed_versions order by 1, 4, 2`);
    const before = await bytes();
    await db.query(
      `update feeds set built_at = null, page_url = null, told_digest = null where kind in ('show', 'event')`,
    );
    expect(await reconcileKinds(db)).toBe(2);
    await settleFeeds(world);
    expect(await bytes()).toEqual(before);
    expect(await db.getRepository(Feed).findOneByOrFail({ kind: 'show' })).toMatchObject({
      pageUrl: expect.any(String),
    });
    expect(await reconcileKinds(db)).toBe(0);
  });

  it('answer as gone with the show, the mini-series or the person’s last show, and come back with it', async () => {
    const { catalog, db } = world;
    await catalog.bin.deleteShow(system, show.id);
    await settleFeeds(world);
    const gone = async () => (await db.getRepository(Feed).find()).filter(({ goneAt }) => goneAt).length;
    expect(await gone()).toBe(11);
    await catalog.bin.restoreShow(system, show.id);
    await settleFeeds(world);
    expect(await gone()).toBe(0);
    expect((await read('/g/jean-tremblay/feed.xml')).titles).toEqual(['Un (1/2)']);
  });

  it('give subscribers what is for them only, below a secret that is in no stored byte', async () => {
    const { catalog, db, addresses } = world;
    await catalog.subscribers.create(system, show.id, 'Ève');
    const early = { title: 'Avant tous', subscribersUntil: new Date('2026-06-01T00:00:00Z'), topics: ['Secret'] };
    const hidden = await anEpisode(db, show, { ...early, publishedAt: '2026-05-12T14:00:00Z' }, addresses);
    world.clock.set('2026-05-13T00:00:00Z');
    await settleFeeds(world);
    expect((await read(`${base}/feed.xml`)).titles).not.toContain('Avant tous');
    const feed = await db.getRepository(Feed).findOneByOrFail({ kind: 'private' });
    expect(feed.path).toBeNull();
    const reading = await readFeedView(db.manager, feed, {
      addresses,
      hubs: ['https://hub.example'],
      at: world.clock.now(),
    });
    expect(reading!.view.episodes.map(({ id }) => id)).toContain(hidden.id);
    expect(reading!.changesAt).toBeNull();
    expect(reading!.view.channel).toMatchObject({ isPrivate: true, hubs: [], locked: true });
    const { view } = (await readFeedView(db.manager, await db.getRepository(Feed).findOneByOrFail({ kind: 'show' }), {
      addresses,
      hubs: ['https://hub.example'],
      at: world.clock.now(),
    }))!;
    expect(view.channel.hubs).toEqual(['https://hub.example']);
  });

  it('give a listener what they chose, whatever show it is in', async () => {
    const { catalog, db, addresses } = world;
    const other = await aShow(db, { title: 'Autre', slug: 'autre' });
    const single = await anEpisode(db, other, { title: 'Choisi', publishedAt: '2026-05-12T15:00:00Z' }, addresses);
    await anEpisode(db, other, { title: 'Pas choisi', publishedAt: '2026-05-12T16:00:00Z' }, addresses);
    const none = { showIds: [], personIds: [], tagSlugs: [], episodeIds: [] };
    await catalog.selections.create({ ...none, lang: 'fr', personIds: [jean.id], episodeIds: [single.id] });
    await settleFeeds(world);
    const feed = await db.getRepository(Feed).findOneByOrFail({ kind: 'personal' });
    const { view } = (await readFeedView(db.manager, feed, { addresses, at: world.clock.now() }))!;
    expect(view.episodes.map(({ texts }) => texts[0]!.title)).toEqual(['Choisi', 'Un']);
    expect(view.channel).toMatchObject({ title: 'Ma sélection', isPrivate: true, language: 'fr-CA' });
    await catalog.publishing.unpublish(system, other.id, single.id);
    await settleFeeds(world);
    const [{ count }] = await db.query(
      `select item_count as count from feed_versions where feed_id = $1 order by version desc limit 1`,
      [feed.id],
    );
    expect(count).toBe(1);
  });
});
