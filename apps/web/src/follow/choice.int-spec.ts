import { ChoiceQuery, type Episode, type Show } from '#libs/catalog';
import type { Person } from '#libs/people';
import { parseOpml, parseRssFeed } from 'feedsmith';
import { aPerson, anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { settleFeeds } from '../../../../test/feeds/settle.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

describe('what listeners find feeds by', () => {
  let world: WebWorld;
  let show: Show;
  let jean: Person;
  let single: Episode;
  beforeAll(async () => {
    world = await aWebWorld();
    world.clock.set('2026-05-20T00:00:00Z');
    show = await aShow(world.db);
    jean = await aPerson(world.db, 'Jean Tremblay');
    const people = [{ personId: jean.id, role: 'guest' as const, organisation: '', texts: [] }];
    await anEpisode(world.db, show, { title: 'Avec Jean', people, topics: ['Éco-gestes'], season: 2 });
    const other = await aShow(world.db, { title: 'L’autre <&>', slug: 'autre' });
    single = await anEpisode(world.db, other, { title: 'Un seul' });
    await anEpisode(world.db, other, { title: 'Jamais choisi' });
    await settleFeeds(world);
  });
  afterAll(() => world?.close());

  const post = (body: string, lang = 'fr') =>
    fetch(`${world.origin}/${lang}/f`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const secretIn = (html: string) => /\/f\/([0-9a-f]{40})\/feed\.xml/.exec(html)?.[1];

  it('names every show in one OPML file that another parser reads', async () => {
    const { status, headers, body } = await world.get('/opml.xml');
    expect([status, headers['content-type']]).toEqual([200, 'text/x-opml; charset=utf-8']);
    const { body: list } = parseOpml(body) as {
      body: { outlines: { title: string; xmlUrl: string; htmlUrl: string; language: string }[] };
    };
    expect(list.outlines.map(({ title }) => title).sort()).toEqual(['Des dates plutôt que des logos', 'L’autre <&>']);
    const [outline] = list.outlines.filter(({ title }) => title.startsWith('Des'));
    expect(outline).toMatchObject({
      xmlUrl: `http://localhost:3000/${show.slug}/feed.xml`,
      htmlUrl: `http://localhost:3000/fr/${show.slug}`,
      language: 'fr-ca',
    });
  });

  it('links every public feed from the first page, and from the page of a person and of a tag the one of it', async () => {
    const home = (await world.get('/fr')).body;
    for (const path of [
      `/${show.slug}/feed.xml`,
      `/${show.slug}/season-2/feed.xml`,
      '/g/jean-tremblay/feed.xml',
      '/t/eco-gestes/feed.xml',
      '/opml.xml',
      '/fr/f',
    ]) {
      expect(home).toContain(`href="${path}"`);
    }
    expect(home).toContain('type="text/x-opml"');
    const alternates = async (path: string) =>
      [
        ...(await world.get(path)).body.matchAll(
          /<link rel="alternate" type="application\/rss\+xml"[^>]*href="([^"]+)"/g,
        ),
      ].map(([, href]) => href);
    expect(await alternates('/fr/g/jean-tremblay')).toEqual(['http://localhost:3000/g/jean-tremblay/feed.xml']);
    expect(await alternates('/en/t/eco-gestes')).toEqual(['http://localhost:3000/t/eco-gestes/feed.xml']);
    expect((await world.get('/en/t/eco-gestes')).body).toContain('Avec Jean');
    expect((await world.get('/en/t/nothing')).status).toBe(404);
  });

  it('leads through all that bears a tag, a page after the other', async () => {
    const many = await aShow(world.db, { title: 'Beaucoup', slug: 'beaucoup' });
    for (let n = 1; n <= 51; n += 1) {
      const publishedAt = new Date(`2024-01-01T00:00:${String(n).padStart(2, '0')}Z`);
      await anEpisode(world.db, many, { title: `Numéro ${n}.`, topics: ['Fleuve'], publishedAt });
    }
    const titles = (html: string) => [...html.matchAll(/Numéro (\d+)\./g)].map(([, n]) => Number(n));
    const first = (await world.get('/fr/t/fleuve')).body;
    expect(titles(first)).toEqual(Array.from({ length: 50 }, (_, n) => 51 - n));
    expect(first).toMatch(/<a rel="next"[^>]* href="\/fr\/t\/fleuve\?page=2"/);
    const second = (await world.get('/fr/t/fleuve?page=2')).body;
    expect(titles(second)).toEqual([1]);
    expect(second).toContain('<link rel="canonical" href="http://localhost:3000/fr/t/fleuve?page=2"/>');
    for (const page of ['3', '0', 'x', '99999']) {
      expect([page, (await world.get(`/fr/t/fleuve?page=${page}`)).status]).toEqual([page, 404]);
    }
  });

  it('looks up each of many names once, and leaves out those of nothing', async () => {
    const tags = ['eco-gestes', ...Array.from({ length: 49 }, (_, n) => `t${n}`)];
    const named = { shows: [], persons: [], tags, episodes: [single.id, single.id, show.id, 'none'] };
    const found = await new ChoiceQuery(world.db, world.clock).found(named);
    expect(found.tags).toEqual([{ slug: 'eco-gestes', name: 'Éco-gestes', count: 1 }]);
    expect(found.episodes.map(({ id }) => id)).toEqual([single.id]);
  });

  it('has what was named by the address chosen already', async () => {
    const { status, body } = await world.get(`/fr/f?show=${show.slug}&episode=${single.id}`);
    expect(status).toBe(200);
    const checked = [...body.matchAll(/<input type="checkbox"[^>]*>/g)]
      .map(([input]) => input)
      .filter((input) => input.includes('checked'));
    expect(checked).toHaveLength(2);
    expect(body).toContain('Un seul');
    expect((await world.get('/fr/f?utm_source=x')).status).toBe(200);
  });

  it('makes a feed of a choice, shows its address once, and serves it across shows', async () => {
    const answer = await post(`person=${jean.id}&episode=${single.id}`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
    const secret = secretIn(await answer.text())!;
    expect((await world.get(`/f/${secret}/feed.xml`)).status).toBe(503); // still being made
    await settleFeeds(world);
    const { status, headers, body } = await world.get(`/f/${secret}/feed.xml`);
    expect([status, headers['cache-control']]).toEqual([200, 'private, no-store']);
    const feed = parseRssFeed(body) as { title: string; items: { title: string; enclosures: { url: string }[] }[] };
    expect(feed.title).toBe('Ma sélection');
    expect(feed.items.map(({ title }) => title).sort()).toEqual(['Avec Jean', 'Un seul']);
    // What is public has its public files: only the list is the listener's own.
    expect(feed.items[0]!.enclosures[0]!.url).toMatch(/^http:\/\/localhost:3000\/m\//);
    expect((await world.get(`/f/${secret}/m/${single.id}/1/x.mp3`)).status).toBe(404);
    const [row] = await world.db.query('select secret_hash as hash, fetched_on::text as on from selections');
    expect(row).toMatchObject({ on: '2026-05-20' });
    expect(row.hash).not.toBe(secret);
  });

  it('says what is wrong with a choice of nothing, of too much or of what does not exist', async () => {
    expect((await post('')).status).toBe(422);
    expect((await post(`show=nothing-here`)).status).toBe(422);
    expect((await post('admin=1')).status).toBe(400);
    expect((await post(Array(600).fill(`show=${show.id}`).join('&'))).status).toBe(400);
    expect((await post('x'.repeat(40_000))).ok).toBe(false);
    expect(await (await post('')).text()).toContain('Choisissez au moins une chose.');
  });

  it('stops after ten feeds an hour from one place', async () => {
    const statuses = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await post(`show=${show.id}`)).status);
    expect(statuses.filter((status) => status === 201).length).toBeLessThanOrEqual(10);
    expect(statuses.at(-1)).toBe(429);
    world.clock.forward(3_600_001);
    expect((await post(`show=${show.id}`)).status).toBe(201);
  });

  it('is forgotten when no app asks for it any more', async () => {
    const { catalog, clock, db } = world;
    const count = async () => Number((await db.query('select count(*) as n from selections'))[0].n);
    const before = await count();
    clock.forward(8 * 86_400_000);
    expect(await catalog.selections.forgetUnused()).toBe(before - 1);
    clock.forward(180 * 86_400_000);
    expect(await catalog.selections.forgetUnused()).toBe(1);
    expect(await count()).toBe(0);
  });
});
