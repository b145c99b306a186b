import { type Show } from '#libs/catalog';
import { system } from '#libs/kernel';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { until } from '../../../../test/journeys/processes.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

describe('the site', () => {
  let world: WebWorld;
  let show: Show;
  let version = 1;
  const save = async (settings: object) => {
    version = (await world.catalog.site.save(system, { version, ...settings })).version;
  };
  const shows = (path: string, what: string) => until(async () => (await world.get(path)).body.includes(what));

  beforeAll(async () => {
    world = await aWebWorld();
    show = await aShow(world.db, { title: 'Radio' });
    await anEpisode(world.db, show, { title: 'Premier', topics: ['Ville'], season: 1 });
    const guest = await aPerson(world.db, 'Aline Roy');
    const people = [{ personId: guest.id, name: guest.name, role: 'guest' as const, organisation: '', texts: [] }];
    await anEpisode(world.db, show, { title: 'Deuxième : la suite ?', people, season: 2, topics: ['ville', 'Seul'] });
    await anEpisode(world.db, show, { title: 'Par le lien', isUnlisted: true, topics: ['Secret'] });
  });
  afterAll(() => world.close());

  it('has a name of its own at once on every page, and no other where the product is to be hidden', async () => {
    expect((await world.get('/fr')).body).toContain('Estrade');
    await save({ name: 'Ondes <b>', hidesProduct: true });
    await shows('/fr', 'Ondes &lt;b&gt;');
    for (const path of [
      '/fr',
      `/fr/${show.slug}`,
      `/fr/${show.slug}/follow`,
      '/fr/privacy',
      '/nowhere',
      '/fr/offline',
    ]) {
      const { body } = await world.get(path);
      expect(body).toContain('Ondes &lt;b&gt;');
      expect(body).not.toMatch(/estrade/i);
    }
    expect(JSON.parse((await world.get('/manifest.webmanifest')).body)).toMatchObject({ name: 'Ondes <b>' });
    expect((await world.get('/opensearch.xml')).body).toContain('<ShortName>Ondes &lt;b&gt;</ShortName>');
  });

  it('says what its operator wrote, and a true text about privacy until then', async () => {
    expect((await world.get('/fr/legal')).status).toBe(404);
    expect((await world.get('/fr/contact')).status).toBe(404);
    expect((await world.get('/fr/privacy')).body).toContain('aucun témoin');
    expect((await world.get('/fr')).body).not.toContain('/fr/legal');
    const texts = [{ lang: 'fr', legal: '# Qui\n\nAtelier <script>alert(1)</script>', privacy: '', contact: '' }];
    await save({ texts, mail: 'nous@example.org' });
    await shows('/fr', '/fr/legal');
    const { body } = await world.get('/en/legal');
    expect(body).toContain('<h2>Qui</h2>');
    expect(body).toContain('lang="fr"');
    expect(body).not.toContain('<script>alert');
    expect((await world.get('/fr/contact')).body).toContain('mailto:nous@example.org');
  });

  it('tells those who find a weakness whom to write to, until half a year from now', async () => {
    const { body } = await world.get('/.well-known/security.txt');
    expect(body).toContain('Contact: mailto:nous@example.org');
    expect(body).toContain('Expires: 2026-11-01T00:00:00.000Z');
    expect((await world.get('/.well-known/change-password')).headers.location).toBe(
      'http://localhost:3000/studio/account',
    );
  });

  it('asks robots that gather texts to stay away when its owner wants it', async () => {
    expect((await world.get('/robots.txt')).body).not.toContain('GPTBot');
    await save({ aiCrawlers: 'deny' });
    await shows('/robots.txt', 'User-agent: GPTBot\n');
    const { body } = await world.get('/robots.txt');
    expect(body).toMatch(/User-agent: Timpibot\nDisallow: \/\n/);
    expect(body).toContain('Disallow: /i/\n');
    expect(body).not.toContain('Googlebot');
  });

  it('offers its first language to whoever names none, and sends nobody from one to the other', async () => {
    expect((await world.get('/', { 'accept-language': 'de' })).headers.location).toBe('/en');
    await save({ firstLanguage: 'fr', regions: { en: 'en-US', fr: 'fr-FR' } });
    await shows('/fr', '<html lang="fr-FR"');
    expect((await world.get('/', { 'accept-language': 'de' })).headers.location).toBe('/fr');
    const { status, body } = await world.get('/en', { 'accept-language': 'fr' });
    expect(status).toBe(200);
    expect(body).toContain('data-offer="fr"');
    expect(body).toContain('<link rel="alternate" hrefLang="x-default" href="http://localhost:3000/fr"/>');
    await save({ regions: { en: 'en-CA', fr: 'fr-CA' } });
  });

  it('sets people’s own texts in the typography of the region', async () => {
    await shows(`/fr/${show.slug}`, 'Deuxième\u00a0: la suite?');
  });

  it('lists all that may be found in sitemaps, in both languages, and nothing unlisted', async () => {
    const index = (await world.get('/sitemap.xml')).body;
    const files = [...index.matchAll(/<loc>http:\/\/localhost:3000(.*?)<\/loc>/g)].map(([, path]) => path!);
    expect(files).toEqual(
      ['en', 'fr'].flatMap((lang) => [`/sitemap/site-${lang}.xml`, `/sitemap/show-${lang}-${show.slug}.xml`]),
    );
    const bodies = await Promise.all(files.map(async (path) => (await world.get(path)).body));
    expect(bodies[2]).toContain('<loc>http://localhost:3000/fr/g/aline-roy</loc>');
    expect(bodies[2]).toContain('/fr/t/ville');
    // A tag of one episode says no more than that episode: it has a page, which is not to be found.
    expect(bodies[2]).not.toContain('/fr/t/seul');
    expect((await world.get('/fr/t/seul')).body).toContain('<meta name="robots" content="noindex"/>');
    expect(bodies[3]).toContain(`<loc>http://localhost:3000/fr/${show.slug}/`);
    expect(bodies[3]).toMatch(/<lastmod>2026-/);
    expect(bodies.join('')).not.toMatch(/secret|par-le-lien/);
    expect((await world.get('/sitemap/show-fr-nobody.xml')).status).toBe(404);
    expect((await world.get('/sitemap/other.xml')).status).toBe(404);
  });

  it('has pages of a show’s seasons, and refuses what no page links to', async () => {
    const { body } = await world.get(`/fr/${show.slug}`);
    expect(body).toContain(`/fr/${show.slug}?season=2`);
    const second = (await world.get(`/fr/${show.slug}?season=2`)).body;
    expect(second).toContain('la suite');
    expect(second).not.toContain('Premier');
    for (const bad of [
      'page=0',
      'page=x',
      'page=9',
      'season=x',
      'season=7',
      'series=..',
      'series=none',
      'page=1&page=2',
    ])
      expect([bad, (await world.get(`/fr/${show.slug}?${bad}`)).status]).toEqual([bad, 404]);
  });

  it('keeps one page for when there is no connection, and a worker that may fetch that alone', async () => {
    const worker = await world.get('/sw.js');
    expect(worker.headers['content-security-policy']).toBe(`default-src 'none'; connect-src 'self'`);
    expect(worker.body).toContain('/fr/offline');
    const page = await world.get('/fr/offline');
    expect(page.body).toContain('<meta name="robots" content="noindex"/>');
  });

  it('offers both languages where the address names none', async () => {
    const { status, body } = await world.get('/nobody/here');
    expect(status).toBe(404);
    expect(body).toContain('href="/fr"');
    expect(body).toContain('href="/en"');
  });
});
