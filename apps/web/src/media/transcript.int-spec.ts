import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { type GuestLink, GuestLinks, GuestSecrets } from '#libs/catalog';
import { newGuid, system } from '#libs/kernel';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aCatalog, TestClock, testSecret } from '../../../../test/factories/world.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

/** Ordinary prose: what people wrote about this program. */
const prose = ['config', 'catalog', 'media', 'feeds', 'ffmpeg', 'queue', 'pages', 'kernel', 'accounts', 'storage']
  .map((lib) => readFileSync(new URL(`../../../../libs/${lib}/README.md`, import.meta.url), 'utf8'))
  .join(' ')
  .replace(/[^\p{L}\p{N}.,;:’' -]+/gu, ' ')
  .split(/\s+/);

/** Captions as recognisers write them: about ten words each, two people in turn. */
function captions(words: number): string {
  const cues = Array.from({ length: Math.ceil(words / 10) }, (_, i) => {
    const text = Array.from({ length: 10 }, (__, j) => prose[(i * 10 + j) % prose.length]!).join(' ');
    const at = (s: number) => new Date(s * 1000).toISOString().slice(11, 23);
    return `${at(i * 4)} --> ${at(i * 4 + 4)}\n<v ${i % 40 < 20 ? 'Jean Tremblay' : 'Ève'}>${text.replace(/[<>&]/g, '')}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

describe('published transcripts', () => {
  let world: WebWorld;
  let id: string;
  let say: (lang: string, text: string, release?: boolean) => Promise<void>;

  beforeAll(async () => {
    world = await aWebWorld();
    const show = await aShow(world.db);
    const person = await aPerson(world.db, 'Jean Tremblay');
    const people = [{ personId: person.id, role: 'guest' as const, organisation: '', texts: [] }];
    const episode = await anEpisode(world.db, show, {
      title: 'La mesure',
      people,
      state: 'draft',
      revision: { durationMs: 2_700_000 },
    });
    id = episode.id;
    const catalog = aCatalog(world.db, new TestClock(), world.addresses);
    let version = 1;
    say = async (lang, text, release = true) => {
      await catalog.transcripts.replace(system, { showId: show.id, episodeId: id, lang, version }, { text });
      version += 1;
      const { state } = (await catalog.desk.get(system, show.id, id)).episode;
      // What is kept in memory is old by then.
      world.clock.forward(61_000);
      if (release) await catalog.publishing[state === 'draft' ? 'publish' : 'update'](system, show.id, id);
    };
    await say(
      'fr',
      'WEBVTT\n\n00:00.000 --> 00:02.000\n<v Jean Tremblay>Bonjour & bienvenue.\n\n00:02.000 --> 00:04.000\n<v Ève>Oui !\n',
      false,
    );
  });
  afterAll(() => world?.close());

  const page = async (lang: 'fr' | 'en') => {
    const { showSlug, texts } = (await world.catalog.episodeQuery.byId(id))!;
    return `/${lang}/${showSlug}/${texts[0]!.slug}`;
  };

  it('are not there before the release', async () => {
    expect((await world.get(`/m/${id}/transcript.fr.vtt`)).status).toBe(404);
    await say('en', 'Jean: Hello.\nEve: Yes.\nJean: Bye.');
    expect((await world.get(`/m/${id}/transcript.fr.vtt`)).status).toBe(200);
  });

  it.each([
    ['vtt', 'text/vtt', '<v Jean Tremblay>Bonjour &amp; bienvenue.'],
    ['srt', 'application/x-subrip', '1\n00:00:00,000 --> 00:00:02,000\nJean Tremblay: Bonjour & bienvenue.'],
    ['json', 'application/json', '"segments":[{"speaker":"Jean Tremblay","startTime":0,"endTime":2,'],
    ['txt', 'text/plain', '[0:00] Jean Tremblay: Bonjour & bienvenue.'],
    ['html', 'text/html', '<cite>Jean Tremblay:</cite>'],
  ])('are sent as %s with the type that feeds announce, readable anywhere', async (extension, type, part) => {
    const path = `/m/${id}/transcript.fr.${extension}`;
    const { status, headers, body } = await world.get(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(`${type}; charset=utf-8`);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['set-cookie']).toBeUndefined();
    expect(body).toContain(part);
    expect((await world.get(path, { 'if-none-match': headers['etag']! })).status).toBe(304);
    const head = await world.get(path, {}, 'HEAD');
    expect([head.status, head.headers['etag'], head.bytes.length]).toEqual([200, headers['etag'], 0]);
    const br = await world.get(path, { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(br.bytes).toString()).toBe(body);
  });

  it('of a region answer at their address as it stands in feeds and pages', async () => {
    await say('pt-BR', 'Jean: Olá.\nEve: Sim.\nJean: Tchau.');
    const address = world.addresses.transcript(id, 'pt-BR', 'txt');
    const { status, headers } = await world.get(world.addresses.path(address));
    expect([status, headers['content-language']]).toEqual([200, 'pt-BR']);
    expect((await world.get(await page('fr'))).body).toContain(world.addresses.path(address).replace('.txt', '.html'));
  });

  it('without times are text only, and nothing else is there', async () => {
    expect((await world.get(`/m/${id}/transcript.en.txt`)).status).toBe(200);
    for (const name of [
      ...['transcript.en.vtt', 'transcript.en.json', 'transcript.de.txt', 'transcript.fr.exe', 'transcript.fr'],
      ...['transcript..vtt', 'transcript.fr.vtt.vtt', 'other.txt', 'transcript.%66r%2f.vtt'],
    ]) {
      expect([name, (await world.get(`/m/${id}/${name}`)).status]).toEqual([name, 404]);
    }
    expect((await world.get(`/m/${newGuid()}/transcript.fr.vtt`)).status).toBe(404);
    expect((await world.get(`/m/not-an-id/transcript.fr.vtt`)).status).toBe(404);
  });

  it('are on the page in its language, with names and links to the moment', async () => {
    const { body } = await world.get(await page('fr'));
    expect(body).toContain('id="transcript"');
    expect(body).toMatch(/<a href="\?t=2" data-go="2">0:02<\/a><b>Ève <\/b>Oui!/);
    expect(body).toContain(`/m/${id}/transcript.fr.vtt`);
    const english = (await world.get(await page('en'))).body;
    expect(english).toContain('<b>Jean Tremblay <i>guest </i></b>Hello.');
    expect(english).toContain(`/m/${id}/transcript.fr.html`);
  });

  it('of three quarters of an hour leave the page within 35 KB, as it is sent', async () => {
    await say('fr', captions(6750));
    const sent = await world.get(await page('fr'), { 'accept-encoding': 'br' });
    const { body } = await world.get(await page('fr'));
    expect(body.match(/data-go=/g)!.length).toBeGreaterThan(60);
    expect(body).toContain('<details class="more-talk">');
    expect(sent.bytes.length).toBeLessThanOrEqual(35 * 1024);
    expect(brotliCompressSync(body).length).toBeLessThanOrEqual(35 * 1024);
  });

  describe('of a guest', () => {
    const all = { publish: true, clips: true, quotes: true, transcript: true, translation: true, training: false };
    let link: GuestLink;
    const say = async (consents: Partial<typeof all>) => {
      const actor = { kind: 'guest', linkId: link.id, episodeId: id, personId: link.personId, role: 'guest' } as const;
      const form = { consents: { ...all, ...consents }, locale: 'fr-CA' as const, words: '' };
      await world.catalog.consents.save(actor, form);
      await new Promise((resolve) => setTimeout(resolve, 60));
      const { transcripts } = (await world.catalog.episodeQuery.byId(id))!;
      const texts = ['fr', 'en', 'pt-br'].map((lang) => world.get(`/m/${id}/transcript.${lang}.txt`));
      return {
        announced: transcripts.map(({ lang }) => lang),
        served: (await Promise.all(texts)).map(({ status }) => status),
        body: (await world.get(await page('fr'))).body,
      };
    };
    beforeAll(async () => {
      const [{ personId }] = (await world.db.query(
        `select a.person_id as "personId" from appearances a join episode_copies c on c.id = a.copy_id
         where c.episode_id = $1 limit 1`,
        [id],
      )) as [{ personId: string }];
      const [{ showId }] = (await world.db.query('select show_id as "showId" from episodes where id = $1', [id])) as [
        { showId: string },
      ];
      link = await new GuestLinks(world.db, world.clock, new GuestSecrets(testSecret)).ensure(
        ...([system, showId, id, personId] as const),
      );
    });

    it('are nowhere without consent to what is said in writing, and back with it (ux:G-03)', async () => {
      expect((await world.get(await page('fr'))).body).toContain('id="transcript"');
      const without = await say({ transcript: false });
      expect([without.announced, without.served]).toEqual([[], [404, 404, 404]]);
      expect(without.body).not.toMatch(/id="transcript"|transcript\.fr/);
      const again = await say({});
      expect([again.announced, again.served]).toEqual([
        ['en', 'fr', 'pt-BR'],
        [200, 200, 200],
      ]);
      expect(again.body).toContain('id="transcript"');
    });

    it('are there as they were spoken, and in no other language, without consent to translations', async () => {
      const { announced, served, body } = await say({ translation: false });
      expect([announced, served]).toEqual([['fr'], [200, 404, 404]]);
      expect(body).not.toContain('transcript.en');
      await say({});
    });
  });

  it('change with the release only', async () => {
    const before = (await world.get(`/m/${id}/transcript.fr.vtt`)).headers['etag'];
    await say('fr', 'WEBVTT\n\n00:00.000 --> 00:02.000\nAutre.\n', false);
    expect((await world.get(`/m/${id}/transcript.fr.vtt`)).headers['etag']).toBe(before);
  });
});
