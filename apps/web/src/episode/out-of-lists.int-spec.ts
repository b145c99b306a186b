import type { Episode, Show } from '#libs/catalog';
import { system } from '#libs/kernel';
import { anEpisode, anEvent, aShow } from '../../../../test/factories/catalog.js';
import { until } from '../../../../test/journeys/processes.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

const title = 'Par le lien seulement';
const person = { name: 'Aline Cachée', role: 'guest' as const, organisation: 'Boréale', texts: [] };

describe('an episode that is not on the lists', () => {
  let world: WebWorld;
  let show: Show;
  let listed: Episode;
  let unlisted: Episode;
  let eventSlug: string;
  let path: string;
  const slugOf = async ({ id }: Episode) => (await world.catalog.episodeQuery.byId(id))!.texts[0]!.slug!;

  beforeAll(async () => {
    world = await aWebWorld();
    show = await aShow(world.db, { title: 'Radio' });
    const event = await anEvent(world.db, show);
    eventSlug = event.slug;
    const form = { name: 'En deux', description: '', lang: 'fr', parts: 2 };
    const { id: seriesId } = await world.catalog.series.create(system, show.id, form);
    const shared = { topics: ['Ville'], people: [person] as never, seriesId, season: 4 };
    listed = await anEpisode(world.db, show, { title: 'Pour tous', topics: ['Ville'], seriesId, part: 1, season: 1 });
    unlisted = await anEpisode(world.db, show, { title, ...shared, part: 2, isUnlisted: true });
    path = `/fr/${show.slug}/${await slugOf(unlisted)}`;
  });
  afterAll(() => world.close());

  it('is read, heard and embedded by its link, and kept out of search engines', async () => {
    const page = await world.get(path);
    expect([page.status, page.body.includes(title)]).toEqual([200, true]);
    expect(page.body).toContain('<meta name="robots" content="noindex"/>');
    expect(page.body).toMatch(/<audio[^>]+src="\/m\//);
    expect((await world.get(`/embed/${unlisted.id}?lang=fr`)).body).toContain(title);
  });

  it('is on no page, in no feed, sitemap, list of feeds or search, and beside nothing as related or next part', async () => {
    const other = `/fr/${show.slug}/${await slugOf(listed)}`;
    const pages = [
      ...['/fr', '/en', `/fr/${show.slug}`, `/fr/${show.slug}/follow`, other, `/fr/e/${eventSlug}`, '/fr/t/ville'],
      ...['/fr/f', `/fr/search?q=lien`, `/${show.slug}/feed.xml`, `/e/${eventSlug}/feed.xml`, '/t/ville/feed.xml'],
      ...['/feeds.opml', '/sitemap.xml', '/sitemap/site-fr.xml', `/sitemap/show-fr-${show.slug}.xml`],
    ];
    for (const each of pages) {
      const { body } = await world.get(each);
      expect([each, body.includes(title), body.includes('Cachée')]).toEqual([each, false, false]);
    }
    for (const gone of ['/fr/g/aline-cachee', '/g/aline-cachee/feed.xml', `/fr/${show.slug}?season=4`])
      expect([gone, (await world.get(gone)).status]).toEqual([gone, 404]);
    expect((await world.get(path)).body).toContain('Pour tous');
  });

  it('answers 451 with a human sentence in both languages once the law took it away', async () => {
    const taken = await anEpisode(world.db, show, { title: 'Retiré' });
    const at = `${show.slug}/${await slugOf(taken)}`;
    await until(async () => (await world.get(`/fr/${at}`)).status === 200);
    await world.catalog.publishing.unpublish(system, show.id, taken.id, { isByLaw: true });
    await until(async () => (await world.get(`/fr/${at}`)).status === 451);
    const [fr, en] = [await world.get(`/fr/${at}`), await world.get(`/en/${at}`)];
    expect(fr.body).toMatch(/<h1[^>]*>[^<]*motif|raison|loi|juridique/);
    expect([en.status, en.body.includes('legal')]).toEqual([451, true]);
    for (const { body } of [fr, en]) {
      expect(body).toContain('noindex');
      expect(body).not.toContain('Retiré<');
    }
    expect((await world.get(`/${show.slug}/feed.xml`)).body).not.toContain('Retiré');
    expect((await world.get(`/m/${taken.id}/1/x.mp3`)).status).toBeGreaterThanOrEqual(404);
  });

  it('keeps every earlier address, with the moment that it names, in one step', async () => {
    const moved = await anEpisode(world.db, show, { title: 'Avant', number: 9 });
    const { edits, publishing } = world.catalog;
    for (const [version, name] of [
      [1, 'Entre'],
      [2, 'Après'],
    ] as const) {
      await edits.texts(system, show.id, moved.id, [{ lang: 'fr', title: name, summary: '', notes: '' }], { version });
      await publishing.update(system, show.id, moved.id);
    }
    for (const old of ['9-avant', '9-entre']) {
      const from = `/fr/${show.slug}/${old}?t=90&end=95&r=1`;
      const answer = await world.get(from);
      expect([answer.status, answer.headers.location]).toEqual([301, `/fr/${show.slug}/9-apres?t=90&end=95&r=1`]);
    }
    // Under the other prefix, too, for a text that has one language only.
    expect((await world.get(`/en/${show.slug}/9-avant`)).headers.location).toBe(`/en/${show.slug}/9-apres`);
    const page = await world.get(`/en/${show.slug}/9-apres`);
    expect(page.body).toContain(`<link rel="canonical" href="http://localhost:3000/fr/${show.slug}/9-apres"/>`);
  });
});
