import sharp from 'sharp';
import { system } from '#libs/kernel';
import { anEpisode, aShow } from '../factories/catalog.js';
import { aPieceBench, type PieceBench } from '../factories/piece-bench.js';
import { aWebWorld, type Answer, type WebWorld } from '../../apps/web/src/web.fixture.js';

/** As they introduce themselves, and how much of a page the least patient of them reads. */
const robots = {
  LinkedIn: 'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
  Facebook: 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  X: 'Twitterbot/1.0',
  Slack: 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  WhatsApp: 'WhatsApp/2.24.1 A',
  Mastodon: 'Mastodon/4.5.0 (http.rb/5.2.0; +https://social.example/) Bot',
};
const readBytes = 64 * 1024;
const patienceMs = 3_000;
const release = { local: '2026-05-14T07:00', zone: 'America/Montreal' };

/** Kit test 3 of ux 2.14: what a robot sees that reads a link for its preview, without a script, before the release and after. */
describe('the preview of a link', () => {
  let world: WebWorld;
  let pieces: PieceBench;
  let showId: string;
  let episodeId: string;
  let paths: Record<string, string>;
  const before: Record<string, string> = {};

  beforeAll(async () => {
    world = await aWebWorld({ atOwnOrigin: true });
    pieces = await aPieceBench(world, world.storage);
    const show = await aShow(world.db);
    showId = show.id;
    const episode = await anEpisode(world.db, show, {
      state: 'draft',
      title: 'L’œuvre de Zoé : « ce que l’attribution change » & le reste',
      texts: [
        {
          ...{ lang: 'fr', title: 'L’œuvre de Zoé : « ce que l’attribution change » & le reste' },
          ...{ summary: 'Pourquoi une date en dit plus qu’un logo.', notes: '' },
        },
        { lang: 'en', title: 'Dates instead of logos', summary: 'Why a date says more than a logo.', notes: '' },
      ],
      people: [
        {
          ...{ name: 'Mélanie Côté-Ñandú', role: 'guest', organisation: 'Boréale' },
          texts: [{ lang: 'fr', title: 'Directrice', disclaimer: '' }],
        },
      ] as never,
    });
    episodeId = episode.id;
    await world.catalog.publishing.schedule(system, showId, episodeId, release);
    await world.catalog.publishing.announce(system, showId, episodeId, true);
    const addresses = await world.db.query('select lang, slug from episode_addresses where episode_id = $1', [
      episodeId,
    ]);
    const slug = (lang: string) =>
      (addresses.find((each: { lang: string }) => each.lang === lang) ?? addresses[0]).slug as string;
    paths = { fr: `/fr/${show.slug}/${slug('fr')}`, en: `/en/${show.slug}/${slug('en')}` };
    await pieces.settle();
  }, 120_000);
  afterAll(async () => {
    await pieces?.close();
    await world?.close();
  });

  const ask = (path: string, agent: string) =>
    world.get(path, { 'user-agent': agent, accept: '*/*', 'accept-encoding': 'identity' });
  const tagsOf = ({ bytes }: Answer) => {
    const read = bytes.subarray(0, readBytes).toString();
    const tags = [...read.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"\/?>/g)];
    return Object.fromEntries(tags.map(([, name, content]) => [name!, unescaped(content!)]));
  };
  const check = async (path: string, agent: string) => {
    const began = performance.now();
    const answer = await ask(path, agent);
    const tags = tagsOf(answer);
    expect([answer.status, answer.headers['set-cookie'], answer.headers['location']]).toEqual([
      200,
      undefined,
      undefined,
    ]);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(performance.now() - began).toBeLessThan(patienceMs);
    expect(tags).toMatchObject({
      'og:image:width': '1200',
      'og:image:height': '630',
      'twitter:card': 'summary_large_image',
    });
    const title = path.startsWith('/fr')
      ? 'L’œuvre de Zoé : « ce que l’attribution change » & le reste'
      : 'Dates instead of logos';
    expect(tags['og:title']!.replaceAll(/\s/gu, ' ')).toMatch(new RegExp(`^${title}`));
    expect(tags['og:description']!.length).toBeGreaterThan(20);
    expect(tags['og:image:alt']).toContain('Mélanie Côté-Ñandú');
    expect(tags['og:url']).toBe(world.origin + path);
    await checkImage(tags['og:image']!, agent);
    return tags;
  };
  const checkImage = async (url: string, agent: string) => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/m\/card\/.+\.(png|jpg)$/);
    const first = await ask(new URL(url).pathname, agent);
    // A picture that was made anew leads to the one that is shown now.
    const { status, headers, bytes } = first.status === 302 ? await ask(first.headers.location!, agent) : first;
    expect([status, headers['set-cookie'], headers['cache-control']]).toEqual([
      200,
      undefined,
      expect.stringContaining('immutable'),
    ]);
    const { width, height, format } = await sharp(bytes).metadata();
    expect([width, height, headers['content-type']]).toEqual([1200, 630, `image/${format}`]);
    expect(bytes.length).toBeLessThan(300 * 1024);
  };

  it.each(Object.entries(robots))('is whole before the release, for %s', async (_, agent) => {
    for (const lang of ['fr', 'en']) before[lang] = (await check(paths[lang]!, agent))['og:image']!;
    expect(before['fr']).not.toBe(before['en']);
  });

  it('is whole at the same address after the release, and the address of the picture of before leads to one', async () => {
    world.clock.set('2026-05-14T11:00:01Z');
    expect(await world.catalog.publishing.publishDue(world.clock.now())).toEqual([episodeId]);
    await pieces.settle();
    for (const [name, agent] of Object.entries(robots)) {
      const tags = await check(paths['fr']!, agent);
      expect([name, tags['og:type'], tags['robots']]).toEqual([
        name,
        'website',
        expect.not.stringContaining('noindex'),
      ]);
      await checkImage(before['fr']!, agent);
    }
    expect((await check(paths['en']!, robots.LinkedIn))['og:locale']).toBe('en_CA');
  });

  it('is the same for a moment of it, named by the address of the whole', async () => {
    const tags = tagsOf(await ask(`${paths['fr']}?t=600&via=abcde`, robots.LinkedIn));
    expect(tags['og:url']).toBe(world.origin + paths['fr']);
    await checkImage(tags['og:image']!, robots.LinkedIn);
  });
});

function unescaped(text: string): string {
  return text
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
