import { type Episode, type Show } from '#libs/catalog';
import { system } from '#libs/kernel';
import { anEpisode, anEvent, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { until } from '../../../../test/journeys/processes.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

const host = 'radio.example.org';
const there = { host };

describe('a show with a host name of its own', () => {
  let world: WebWorld;
  let show: Show;
  let other: Show;
  let episode: Episode;
  const slugs = async (id: string) => (await world.catalog.episodeQuery.byId(id))!.texts[0]!.slug!;
  const location = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await world.get(path, headers);
    return [answer.status, answer.headers.location];
  };
  /** Pages read the hosts again when they hear of a change. */
  const settle = (isThere: boolean, path = `/fr/${show.slug}`) =>
    until(async () => ((await world.get(path)).status === 301) === isThere);

  beforeAll(async () => {
    world = await aWebWorld();
    show = await aShow(world.db, { title: 'Radio' });
    other = await aShow(world.db, { title: 'Autre' });
    const guest = await aPerson(world.db, 'Aline Roy');
    const people = [{ personId: guest.id, name: guest.name, role: 'guest' as const, organisation: '', texts: [] }];
    episode = await anEpisode(world.db, show, { people });
    await anEpisode(world.db, other);
    const { showPage } = world.catalog;
    await showPage.save(system, show.id, { version: 1, host: `https://${host.toUpperCase()}/` });
  });
  afterAll(() => world.close());

  it('stays where it is until the name is used, and proves that it leads here', async () => {
    expect((await world.get(`/fr/${show.slug}`)).status).toBe(200);
    const proof = await world.get('/.well-known/estrade-host', there);
    expect([proof.status, proof.body]).toEqual([200, expect.stringContaining(show.id)]);
    expect((await world.get('/.well-known/estrade-host')).status).toBe(404);
    await world.catalog.showPage.activateHost(system, show.id);
    await settle(true);
  });

  it('leads from the instance’s addresses to its own, with what they ask for', async () => {
    const slug = await slugs(episode.id);
    expect(await location(`/fr/${show.slug}?page=2`)).toEqual([301, `http://${host}:3000/fr?page=2`]);
    expect(await location(`/fr/${show.slug}/${slug}?t=12`)).toEqual([
      301,
      `http://${host}:3000/fr/${show.slug}/${slug}?t=12`,
    ]);
    expect(await location(`/fr/${show.slug}`, there)).toEqual([301, `http://${host}:3000/fr`]);
    expect(await location(`/fr/${other.slug}`, there)).toEqual([301, `http://localhost:3000/fr/${other.slug}`]);
    expect(await location('/fr/g/aline-roy', there)).toEqual([301, 'http://localhost:3000/fr/g/aline-roy']);
  });

  it('has its first page at the language, signed with its name, with addresses of its own', async () => {
    expect(await location('/', { ...there, 'accept-language': 'fr' })).toEqual([302, '/fr']);
    const { status, body } = await world.get('/fr', there);
    expect(status).toBe(200);
    expect(body).toContain('<title>Radio</title>');
    expect(body).toContain(`<link rel="canonical" href="http://${host}:3000/fr"/>`);
    expect(body).toContain(`<meta property="og:url" content="http://${host}:3000/fr"/>`);
    expect(body).toContain('<meta property="og:site_name" content="Radio"/>');
    expect(body).toContain(`"url":"http://${host}:3000/fr"`);
    expect(body).toContain(`href="http://localhost:3000/${show.slug}/feed.xml"`);
    // What the page loads comes from its own host.
    expect(body.match(/(?:src|srcset)="http/g)).toBeNull();
  });

  it('has its episodes there, with links that stay', async () => {
    const slug = await slugs(episode.id);
    const { status, body } = await world.get(`/fr/${show.slug}/${slug}`, there);
    expect(status).toBe(200);
    expect(body).toContain(`<link rel="canonical" href="http://${host}:3000/fr/${show.slug}/${slug}"/>`);
    expect(body).toContain('href="http://localhost:3000/fr/g/aline-roy"');
    expect(body).toMatch(/<a[^>]* href="\/fr"/);
  });

  it('leads who has a secret to the instance’s host, through no cache', async () => {
    const path = `/i/${'0a'.repeat(20)}/review?lang=en`;
    for (const method of ['GET', 'HEAD'] as const) {
      const { status, headers } = await world.get(path, there, method);
      expect([status, headers.location]).toEqual([302, `http://localhost:3000${path}`]);
      expect([headers['cache-control'], headers['referrer-policy'], headers['x-robots-tag']]).toEqual([
        ...['private, no-store', 'no-referrer', 'noindex'],
      ]);
    }
    expect((await world.get(path)).status).toBe(404);
  });

  it('is linked to from the pages of the instance', async () => {
    expect((await world.get('/fr')).body).toContain(`href="http://${host}:3000/fr"`);
  });

  it('has root files of its own', async () => {
    expect((await world.get('/robots.txt', there)).body).toContain(`Sitemap: http://${host}:3000/sitemap.xml`);
    const index = (await world.get('/sitemap.xml', there)).body;
    expect(index).toContain(`http://${host}:3000/sitemap/show-fr-${show.slug}.xml`);
    expect(index).not.toContain('localhost');
    const file = (await world.get(`/sitemap/show-fr-${show.slug}.xml`, there)).body;
    expect(file).toContain(`<loc>http://${host}:3000/fr</loc>`);
    expect(file).toContain(`<loc>http://${host}:3000/fr/${show.slug}/${await slugs(episode.id)}</loc>`);
    expect((await world.get('/sitemap.xml')).body).not.toContain(`show-fr-${show.slug}.xml`);
    expect(JSON.parse((await world.get('/manifest.webmanifest', there)).body)).toMatchObject({ name: 'Radio' });
    expect((await world.get('/opensearch.xml', there)).body).toContain(`http://${host}:3000/`);
  });

  it('is followed at its own address, also from a slide', async () => {
    const { body } = await world.get(`/fr/${show.slug}/follow`, there);
    expect(body).toContain(`${host}:3000/${show.slug}/follow`);
    expect(await location(`/${show.slug}/follow`, { ...there, 'accept-language': 'en' })).toEqual([
      302,
      `/en/${show.slug}/follow`,
    ]);
    expect(await location(`/${show.slug}/follow`)).toEqual([301, `http://${host}:3000/${show.slug}/follow`]);
  });

  it('says what is not there on its own host, with its own first page', async () => {
    const { status, body } = await world.get(`/fr/${show.slug}/nothing`, there);
    expect(status).toBe(404);
    expect(body).toContain('href="/fr"');
  });

  it('is not believed from a header that no trusted proxy wrote', async () => {
    expect((await world.get('/fr', { 'x-forwarded-host': host })).body).not.toContain('<title>Radio</title>');
  });

  it('comes back to the instance’s host', async () => {
    await world.catalog.showPage.deactivateHost(system, show.id);
    await settle(false);
    expect((await world.get(`/fr/${show.slug}`)).status).toBe(200);
  });

  it('keeps an event of the show with it', async () => {
    await world.catalog.showPage.activateHost(system, show.id);
    const event = await anEvent(world.db, show, { name: 'Les journées' });
    await settle(true, `/fr/e/${event.slug}`);
    expect(await location(`/fr/e/${event.slug}`)).toEqual([301, `http://${host}:3000/fr/e/${event.slug}`]);
    expect((await world.get(`/fr/e/${event.slug}`, there)).status).toBe(200);
  });
});
