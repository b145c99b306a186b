import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

describe('an episode in two languages, of a show in the French of France', () => {
  let world: WebWorld;
  let slug: string;
  const text = (lang: string, title: string) => ({ lang, title, summary: '', notes: '' });
  /** Region and address of each language, as a document announces them. */
  const pairsIn = (document: string) =>
    [...document.matchAll(/rel="alternate" hreflang="(..-..)" href="([^"]+)"/gi)].map(([, ...pair]) => pair);

  beforeAll(async () => {
    world = await aWebWorld();
    const show = await aShow(world.db, { language: 'fr-FR' });
    slug = show.slug;
    await anEpisode(world.db, show, { texts: [text('fr', 'Une date'), text('en', 'A date')] });
  });
  afterAll(() => world?.close());

  it('announces the same two to search engines on both pages and in both sitemaps', async () => {
    const pairs = [
      ['fr-FR', `http://localhost:3000/fr/${slug}/1-une-date`],
      ['en-CA', `http://localhost:3000/en/${slug}/1-a-date`],
    ];
    for (const path of [`/fr/${slug}/1-une-date`, `/en/${slug}/1-a-date`])
      expect([path, pairsIn((await world.get(path)).body)]).toEqual([path, pairs]);
    for (const lang of ['fr', 'en']) {
      const { body } = await world.get(`/sitemap/show-${lang}-${slug}.xml`);
      const entry = body.split('<url>').find((each) => each.includes(`<loc>http://localhost:3000/${lang}/${slug}/1-`));
      expect([lang, pairsIn(entry!)]).toEqual([lang, pairs]);
    }
  });
});
