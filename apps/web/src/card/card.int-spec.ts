import { system } from '#libs/kernel';
import { PersonsService } from '#libs/people';
import { CardQuery, KitPieces } from '#libs/sharing';
import sharp from 'sharp';
import { anEpisode, anEvent, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aPieceBench, type PieceBench } from '../../../../test/factories/piece-bench.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

const origin = 'http://localhost:3000';
/** Two dozen cards are drawn, on a machine that may have other work. */
const patience = 300_000;

describe('the cards of pages, as sites that show links read them', () => {
  let world: WebWorld;
  let bench: PieceBench;
  let personId: string;
  let episodeId: string;
  let ids: [showId: string, episodeId: string];
  let pages: string[];

  beforeAll(async () => {
    world = await aWebWorld();
    bench = await aPieceBench(world, world.storage);
    const show = await aShow(world.db, { title: 'Marketing sans détour', accent: '#1d5fa8' });
    const event = await anEvent(world.db, show);
    const person = await aPerson(world.db, 'Jeanne Ancien-Nom');
    personId = person.id;
    const people = [
      {
        personId,
        role: 'guest' as const,
        organisation: 'Boréale',
        texts: [{ lang: 'fr', title: 'Directrice', disclaimer: '' }],
      },
    ];
    const texts = ['fr', 'en'].map((lang) => ({ lang, title: `La confiance ${lang}`, summary: '', notes: '' }));
    const episode = await anEpisode(world.db, show, { texts, people, topics: ['Confiance'], startHereMs: 2000 });
    const talk = await anEpisode(world.db, show, { texts, eventId: event.id });
    [episodeId, ids] = [episode.id, [show.id, episode.id]];
    const { addresses } = world;
    const [own, talks] = [await slugsOf(episode.id), await slugsOf(talk.id)];
    pages = (['fr', 'en'] as const)
      .flatMap((lang) => [
        addresses.home(lang),
        addresses.show(lang, show.slug),
        addresses.followPage(lang, show.slug),
        addresses.episode(lang, show.slug, own[lang]!),
        addresses.talk(lang, event.slug, talks[lang]!),
        addresses.guest(lang, person.slug),
        addresses.tag(lang, 'confiance'),
        addresses.event(lang, event.slug),
      ])
      .map((url) => new URL(url).pathname);
  });
  afterAll(async () => {
    await bench?.close();
    await world?.close();
  });

  it('are the cover, where there is one, until they are drawn', async () => {
    for (const page of pages) {
      const { status, body } = await world.get(page);
      expect([page, status]).toEqual([page, 200]);
      const url = meta(body, 'og:image');
      expect(url ?? '/m/image/').toContain('/m/image/');
    }
    expect(meta((await world.get(pages[1]!)).body, 'og:image')).toBeDefined();
  });

  it(
    'stand on every public page in both languages: absolute, 1200 × 630, with words (ux 3.0, kit test 3)',
    async () => {
      await bench.settle();
      for (const page of pages) {
        const body = await untilCard(page);
        expect(meta(body, 'og:image')).toMatch(/^http:\/\/localhost:3000\/m\/card\/[0-9a-f-]{36}\/[0-9a-f]{12}\.png$/);
        expect([meta(body, 'og:image:width'), meta(body, 'og:image:height')]).toEqual(['1200', '630']);
        expect(meta(body, 'og:image:alt')).toMatch(/\S{3}/);
        expect(body).toContain('name="twitter:card" content="summary_large_image"');
        const { status, bytes } = await world.get(new URL(meta(body, 'og:image')!).pathname);
        const { width, height, format } = await sharp(bytes).metadata();
        expect([page, status, width, height, format]).toEqual([page, 200, 1200, 630, 'png']);
      }
      const [fr, en] = [await untilCard(pages[3]!), await untilCard(pages[11]!)];
      expect(meta(fr, 'og:image')).not.toBe(meta(en, 'og:image'));
      expect(meta(fr, 'og:image:alt')).toContain('La confiance fr');
      expect(meta(en, 'og:image:alt')).toContain('La confiance en');
    },
    patience,
  );

  it('show where it gets good to those whose link leads there (ux 6, 3)', async () => {
    const [plain, start] = [await world.get(pages[3]!), await world.get(`${pages[3]!}?t=2`)];
    expect(meta(start.body, 'og:image')).not.toBe(meta(plain.body, 'og:image'));
    expect(meta(start.body, 'og:image:alt')).toContain('À partir de 0:02.');
  });

  it('are kept for ever by caches, and answered by version and without a body', async () => {
    const path = await cardPath('fr');
    const { headers } = await world.get(path);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    });
    const head = await world.get(path, {}, 'HEAD');
    expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([
      200,
      0,
      headers['content-length'],
    ]);
    expect((await world.get(path, { 'if-none-match': String(headers['etag']) })).status).toBe(304);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('are not found under addresses that somebody made up', async () => {
    const path = await cardPath('fr');
    const [, , , id] = path.split('/');
    for (const wrong of ['x', `${id}.png`, '../../etc/passwd', '%2e%2e%2fsecret.png', '0123456789ab.svg']) {
      expect([wrong, (await world.get(`/m/card/${id}/${wrong}`)).status]).toEqual([wrong, 404]);
    }
    for (const wrong of ['1', '%00', "'; drop table", '00000000-0000-0000-0000-000000000000']) {
      const { status } = await world.get(`/m/card/${encodeURIComponent(wrong)}/0123456789ab.png`);
      expect([wrong, status]).toEqual([wrong, 404]);
    }
  });

  it(
    'say a new name at once: the old picture is gone, its address leads to the new one (ux:K-25)',
    async () => {
      const before = await cardPath('fr');
      const persons = new PersonsService(world.db, { acceptPhoto: async () => ({ key: 'image/x.jpg' }) });
      await persons.update(system, personId, { name: 'Jeanne Nouveau-Nom' });
      const { key } = await piece('fr');
      await bench.settle();
      const after = await cardPath('fr');
      expect(after).not.toBe(before);
      const { status, headers } = await world.get(before);
      expect([status, headers['location'], headers['cache-control']]).toEqual([302, after, 'no-store']);
      expect(await world.storage.exists(key!)).toBe(false);
      await untilBody(pages[3]!, (body) => body.includes(`${origin}${after}`));
      const body = (await world.get(pages[3]!)).body;
      expect(meta(body, 'og:image:alt')).toContain('Jeanne Nouveau-Nom');
      expect(body).not.toContain('Ancien-Nom');
    },
    patience,
  );

  it('stop with the episode that they stand for (abuse:A31)', async () => {
    const path = await cardPath('en');
    await world.catalog.publishing.unpublish(system, ...ids);
    expect((await world.get(path)).status).toBe(404);
  });

  const slugsOf = async (id: string): Promise<Record<string, string | null>> =>
    Object.fromEntries((await world.catalog.episodeQuery.byId(id))!.texts.map(({ lang, slug }) => [lang, slug]));
  const piece = async (lang: string) =>
    (await new KitPieces(world.db).ofSubject('episode', episodeId)).find(
      (each) => each.lang === lang && each.kind === 'card',
    )!;
  const cardPath = async (lang: 'fr' | 'en') => {
    const card = await new CardQuery(world.db, world.clock, world.addresses).of('episode', episodeId, lang);
    return new URL(card!.url).pathname;
  };
  const untilCard = (page: string) => untilBody(page, (body) => meta(body, 'og:image')?.includes('/m/card/') ?? false);

  /** Pages follow what is told to their cache, which takes a moment. */
  async function untilBody(page: string, isThere: (body: string) => boolean): Promise<string> {
    let body = '';
    for (let i = 0; i < 200; i += 1) {
      body = (await world.get(page)).body;
      if (isThere(body)) return body;
    }
    throw new Error(`${page} never came to it: ${body.match(/<meta property="og:image[^>]*>/g)?.join('')}`);
  }
});

function meta(body: string, property: string): string | undefined {
  return new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(body)?.[1];
}
