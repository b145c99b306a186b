import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { isReservedSegment, system } from '#libs/kernel';
import { anEpisode, anEvent, aShow } from '../../../test/factories/catalog.js';
import { aWebWorld, type WebWorld } from './web.fixture.js';

describe('the public side', () => {
  let world: WebWorld;
  let slug: string;
  let showSlug: string;
  let episodeId: string;
  let showId: string;

  beforeAll(async () => {
    world = await aWebWorld();
    const show = await aShow(world.db);
    [showSlug, showId] = [show.slug, show.id];
    const episode = await anEpisode(world.db, show, {
      title: 'Parler <b>clair</b> & net',
      people: [
        {
          name: 'Mélanie Roy',
          role: 'guest',
          organisation: 'Boréale',
          texts: [{ lang: 'fr', title: 'Directrice', disclaimer: 'Propos personnels.' }],
        },
      ] as never,
    });
    episodeId = episode.id;
    slug = (await world.db.query('select slug from episode_addresses where episode_id = $1', [episodeId]))[0].slug;
  });
  afterAll(() => world?.close());

  const episodePath = () => `/fr/${showSlug}/${slug}`;

  it('offers a language at / by redirect, without a cookie', async () => {
    const fr = await world.get('/', { 'accept-language': 'fr-FR,fr;q=0.9,en;q=0.1' });
    expect([fr.status, fr.headers['location'], fr.headers['vary']]).toEqual([302, '/fr', 'Accept-Language']);
    const none = await world.get('/');
    expect([none.status, none.headers['location'], none.headers['set-cookie']]).toEqual([302, '/en', undefined]);
  });

  it.each(['/en', '/fr'])('serves the home at %s with a content policy and no cookie', async (path) => {
    const { status, headers, body } = await world.get(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain(`default-src 'none'`);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['set-cookie']).toBeUndefined();
    expect(body).toContain('Parler &lt;b&gt;clair&lt;/b&gt; &amp; net');
    expect(body).not.toMatch(/undefined|\[object|NaN/);
  });

  it('serves show, episode and guest pages in both languages', async () => {
    for (const path of [
      `/fr/${showSlug}`,
      `/en/${showSlug}`,
      episodePath(),
      `/en/${showSlug}/${slug}`,
      '/fr/g/melanie-roy',
    ]) {
      const { status, body } = await world.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(body).toContain(`<html lang="${path.startsWith('/fr') ? 'fr-CA' : 'en-CA'}"`);
      expect(body).not.toContain('<b>clair');
    }
    const guest = await world.get('/fr/g/melanie-roy');
    expect(guest.body).toContain('Directrice, Boréale');
    expect(guest.body).toContain('Propos personnels.');
  });

  it('serves an event and its talk under the event', async () => {
    const show = await aShow(world.db, { title: 'Conférences' });
    const event = await anEvent(world.db, show);
    const talk = await anEpisode(world.db, show, { title: 'La mesure', eventId: event.id, room: 'Salle 517' });
    const [{ slug: talkSlug }] = await world.db.query('select slug from episode_addresses where episode_id = $1', [
      talk.id,
    ]);
    expect((await world.get(`/fr/e/${event.slug}`)).body).toContain('Salle 517');
    const page = await world.get(`/fr/e/${event.slug}/${talkSlug}`);
    expect(page.status).toBe(200);
    expect(page.body).toContain(`/e/${event.slug}/feed.xml`);
  });

  it('compresses, with an ETag of its own for each encoding, and answers 304', async () => {
    const plain = await world.get(episodePath());
    const br = await world.get(episodePath(), { 'accept-encoding': 'gzip, br' });
    const gz = await world.get(episodePath(), { 'accept-encoding': 'gzip, br;q=0' });
    expect(brotliDecompressSync(br.bytes).equals(plain.bytes)).toBe(true);
    expect(gunzipSync(gz.bytes).equals(plain.bytes)).toBe(true);
    expect(new Set([plain, br, gz].map((a) => a.headers['etag'])).size).toBe(3);
    expect(br.headers['vary']).toBe('Accept-Encoding');
    const again = await world.get(episodePath(), {
      'accept-encoding': 'br',
      'if-none-match': `W/"x", ${br.headers['etag'] as string}`,
    });
    expect([again.status, again.bytes.length, again.headers['etag']]).toEqual([304, 0, br.headers['etag']]);
    expect((await world.get(episodePath(), { 'if-none-match': '"old"' })).status).toBe(200);
  });

  it('answers HEAD as GET, without a body', async () => {
    const get = await world.get(episodePath());
    const head = await world.get(episodePath(), {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.bytes.length).toBe(0);
    expect(head.headers['content-length']).toBe(String(get.bytes.length));
    expect(head.headers['etag']).toBe(get.headers['etag']);
  });

  it.each([
    ['/FR', '/fr'],
    ['/fr/', '/fr'],
    ['//evil.example/', '/evil.example'],
    ['/\\evil.example', '/evil.example'],
    ['/Fr/Un-Titre?page=2', '/fr/un-titre?page=2'],
  ])('sends %s on to %s', async (from, to) => {
    const { status, headers } = await world.get(from);
    expect([status, headers['location']]).toEqual([301, to]);
  });

  it('sends an old slug on to the new one', async () => {
    const show = await aShow(world.db, { title: 'Déménagements' });
    const episode = await anEpisode(world.db, show, { title: 'Avant' });
    expect((await world.get(`/fr/${show.slug}/1-avant`)).status).toBe(200);
    const { edits, publishing } = world.catalog;
    await edits.texts(system, show.id, episode.id, [{ lang: 'fr', title: 'Après', summary: '', notes: '' }], {
      version: 1,
    });
    await publishing.update(system, show.id, episode.id);
    await changesToArrive();
    const moved = await world.get(`/fr/${show.slug}/1-avant`);
    expect([moved.status, moved.headers['location']]).toEqual([301, `/fr/${show.slug}/1-apres`]);
    expect((await world.get(`/fr/${show.slug}/1-apres`)).status).toBe(200);
  });

  it('answers 404 in the language of the address, and in both under another prefix', async () => {
    const fr = await world.get('/fr/nulle-part');
    expect([fr.status, fr.body.includes('<html lang="fr-CA"')]).toEqual([404, true]);
    const both = await world.get('/de/irgendwo');
    expect(both.status).toBe(404);
    expect(both.body).toContain('href="/fr"');
    expect(both.body).toContain('href="/en"');
    expect(both.body).toContain('noindex');
    for (const path of [
      `/fr/${showSlug}/rien`,
      '/fr/g/personne',
      '/fr/e/rien',
      `/fr/${showSlug}?page=2`,
      `/fr/${showSlug}?page=x`,
      '/wp-login.php',
    ]) {
      expect([path, (await world.get(path)).status]).toEqual([path, 404]);
    }
  });

  it('shows nothing of a draft, withdraws at once what is unpublished, and answers 410 for what was deleted', async () => {
    const show = await aShow(world.db, { title: 'Secrets' });
    const draft = await anEpisode(world.db, show, { title: 'Pas encore dit', state: 'draft' });
    expect((await world.get(`/fr/${show.slug}/1-pas-encore-dit`)).status).toBe(404);
    expect((await world.get(`/fr/${show.slug}`)).body).not.toContain('Pas encore');
    expect((await world.get('/sitemap.xml')).body).not.toContain('pas-encore');
    expect((await world.get(`/m/${draft.id}/1/pas-encore-dit.mp3`)).status).toBe(404);

    const episode = await anEpisode(world.db, show, { title: 'Dit puis repris' });
    await changesToArrive();
    expect((await world.get(`/fr/${show.slug}/1-dit-puis-repris`)).status).toBe(200);
    await world.catalog.publishing.unpublish(system, show.id, episode.id);
    await changesToArrive();
    const withdrawn = await world.get(`/fr/${show.slug}/1-dit-puis-repris`);
    expect([withdrawn.status, withdrawn.body.includes('retiré')]).toEqual([410, true]);
    await world.catalog.publishing.publish(system, show.id, episode.id);
    await world.catalog.bin.deleteEpisode(system, show.id, episode.id);
    await changesToArrive();
    const gone = await world.get(`/fr/${show.slug}/1-dit-puis-repris`);
    expect([gone.status, gone.body.includes('supprimé')]).toEqual([410, true]);
    await world.catalog.bin.deleteShow(system, show.id);
    await changesToArrive();
    expect((await world.get(`/fr/${show.slug}`)).status).toBe(410);
  });

  it('has robots, a well-formed sitemap with both languages, icons and a manifest', async () => {
    expect((await world.get('/robots.txt')).body).toContain('Disallow: /p/');
    const index = await world.get('/sitemap.xml');
    const address = `http://localhost:3000/sitemap/show-fr-${showSlug}.xml`;
    expect(index.body).toContain(`<sitemap><loc>${address}</loc>`);
    const sitemap = await world.get(new URL(address).pathname);
    expect(sitemap.body).toContain(`<loc>http://localhost:3000/fr/${showSlug}/${slug}</loc>`);
    expect(sitemap.body).toContain('hreflang="en-CA"');
    for (const path of ['/favicon.ico', '/favicon.svg', '/apple-touch-icon.png', '/manifest.webmanifest']) {
      const { status, bytes } = await world.get(path);
      expect([path, status, bytes.length > 100]).toEqual([path, 200, true]);
    }
  });

  it('serves every asset that a page names, for ever', async () => {
    const { body } = await world.get(episodePath());
    const named = [...body.matchAll(/\/assets\/[\w./-]+/g)].map(([path]) => path);
    expect(new Set(named).size).toBeGreaterThanOrEqual(4);
    for (const path of new Set(named)) {
      const { status, headers } = await world.get(path);
      expect([path, status, headers['cache-control']]).toEqual([path, 200, 'public, max-age=31536000, immutable']);
    }
    expect((await world.get('/assets/../../package.json')).status).toBe(404);
    expect((await world.get('/assets/nothing.js')).status).toBe(404);
  });

  it('is alive and ready, and not ready once it stops', async () => {
    expect((await world.get('/healthz')).status).toBe(200);
    expect((await world.get('/readyz')).status).toBe(200);
    expect(showId).toBeDefined();
  });

  it('has no route whose first segment a show could take', () => {
    const firsts = new Set(
      world.web.routes.map((route) => route.split('/')[1]!).filter((first) => first !== '' && !first.startsWith(':')),
    );
    expect([...firsts].filter((first) => first !== '*' && !isReservedSegment(first))).toEqual([]);
  });

  /** A notification needs a moment from commit to the app's cache. */
  async function changesToArrive(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
});
