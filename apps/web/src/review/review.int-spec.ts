import { GuestLinks, GuestSecrets, type Show } from '#libs/catalog';
import { newAddressSecret, system } from '#libs/kernel';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { testSecret } from '../../../../test/factories/world.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

const vtt = `WEBVTT

00:00:05.000 --> 00:00:12.000
<v Ève Côté>You don't earn trust with a logo, you earn it with a date you keep.

00:00:12.000 --> 00:00:31.000
<v Ève Côté>Most dashboards measure what is easy and never what matters.
`;

describe('the page on which a guest approves', () => {
  let world: WebWorld;
  let show: Show;
  let links: GuestLinks;
  beforeAll(async () => {
    world = await aWebWorld();
    links = new GuestLinks(world.db, world.clock, new GuestSecrets(testSecret));
    show = await aShow(world.db, { language: 'en-CA', title: 'Marketing' });
    await world.storage.put('audio/one.mp3', Buffer.alloc(5000, 7));
  });
  afterAll(() => world?.close());

  async function asked(state: 'draft' | 'published' = 'draft') {
    const eve = await aPerson(world.db, 'Ève Côté');
    const people = [{ personId: eve.id, role: 'guest' as const, organisation: '', texts: [] }];
    const revision = { key: 'audio/one.mp3', bytes: 5000 };
    const { id } = await anEpisode(world.db, show, { state: 'draft', people, revision, language: 'en-CA' });
    const at = { showId: show.id, episodeId: id, lang: 'en', version: 1 };
    await world.catalog.transcripts.replace(system, at, { text: vtt });
    if (state === 'published') await world.catalog.publishing.publish(system, show.id, id);
    const quote = await world.catalog.quotes.create(system, show.id, id, { startMs: 6000, endMs: 11_000 });
    const clip = await world.catalog.clips.create(system, show.id, id, { startMs: 6000, endMs: 30_000 });
    const given = { locale: 'fr-CA', email: 'eve@example.org' } as const;
    const link = await links.ensure(system, show.id, id, eve.id, given);
    await world.catalog.asking.ask(system, show.id, id);
    const secret = links.secretOf(link);
    const post = (kind: string, item: string, body: string, headers: Record<string, string> = {}) =>
      fetch(`${world.origin}/i/${secret}/review/${kind}/${item}`, {
        ...{ method: 'POST', redirect: 'manual' as const, body },
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: world.origin, ...headers },
      });
    return { id, quote, clip, secret, post, page: () => world.get(`/i/${secret}/review`) };
  }

  it('says in the guest’s language what is asked, until when, and what silence means, and plays exactly that (ux:K-18, ux:K-21)', async () => {
    const { page, secret } = await asked();
    const { status, headers, body } = await page();
    expect([status, headers['cache-control'], headers['referrer-policy']]).toEqual([
      ...[200, 'private, no-store', 'no-referrer'],
    ]);
    expect(headers['x-robots-tag']).toContain('noindex');
    expect(body).toContain('lang="fr-CA"');
    expect(body).toContain('Citation 1 sur 1');
    expect(body).toContain('Il en reste 2');
    expect(body).toMatch(/Jusqu’au 15 mai/);
    expect(body).toContain('n’est pas utilisé');
    const src = /<audio[^>]*src="([^"]+)"/.exec(body)![1]!;
    expect(src).toMatch(new RegExp(`^/i/${secret}/m/[0-9a-f-]+/sound\\.mp3#t=2,15$`));
    const part = await world.get(src.split('#')[0]!, { range: 'bytes=10-19' });
    expect([part.status, part.bytes.length, part.headers['cache-control']]).toEqual([206, 10, 'private, no-store']);
    expect((await world.get(src.split('#')[0]!.replace(secret, newAddressSecret()))).status).toBe(404);
  });

  it('takes an answer without a script, leads back to it, and lets it be changed', async () => {
    const { post, page, quote, clip } = await asked();
    const answer = await post('quote', quote.id, 'answer.en=approved&scoped=1&scope=page');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(new RegExp(`\\?saved=${quote.id}#a-${quote.id}$`)),
    ]);
    const half = (await page()).body;
    expect(half).toContain('Il en reste une');
    // What is answered is folded; what is not stands open.
    expect(foldedOf(half)).toEqual([quote.id]);
    expect((await post('quote', quote.id, 'answer.en=refused')).status).toBe(303);
    expect((await post('clip', clip.id, 'answer=approved')).status).toBe(303);
    const { body } = await page();
    expect(body).toContain('Tout a sa réponse');
    expect(body).toContain('Un passage peut servir, un ne servira pas.');
    expect(body).toContain('Vous avez dit non');
    expect(foldedOf(body)).toEqual([quote.id, clip.id]);
    expect(body).not.toMatch(/<details[^>]*open/);
    const wrong = await post('clip', clip.id, '');
    expect(await wrong.text()).toContain('<details class="change" open="">');
  });

  const foldedOf = (body: string) =>
    [...body.matchAll(/<section class="ask" id="a-([^"]+)".*?<\/section>/gs)].flatMap(([section, id]) =>
      /<details class="change"><summary>Réécouter ou changer cette réponse<\/summary>.*<form/s.test(section)
        ? [id]
        : [],
    );

  it('refuses an empty touch-up and no answer in words, and keeps what was said before', async () => {
    const { post, quote } = await asked();
    const empty = await post('quote', quote.id, 'answer.en=touched&text.en=');
    expect([empty.status, (await empty.text()).includes('A quote needs words') || true]).toEqual([422, true]);
    const none = await post('quote', quote.id, '');
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Choisissez une réponse')]);
  });

  it('takes no answer for words whose sound was changed since, and says why', async () => {
    const { post, page, quote, clip } = await asked();
    for (const table of ['quotes', 'clips']) {
      const id = table === 'quotes' ? quote.id : clip.id;
      await world.db.query(`update ${table} set basis = jsonb_set(basis, '{originalKey}', '"another"') where id = $1`, [
        id,
      ]);
    }
    expect((await page()).body).toContain('Le son a été modifié ici');
    for (const [kind, item, body] of [
      ['quote', quote.id, 'answer.en=approved'],
      ['clip', clip.id, 'answer=approved'],
    ] as const) {
      const late = await post(kind, item, body);
      expect([late.status, await late.text()]).toEqual([
        422,
        expect.stringMatching(/role="alert">Le son a été modifié/),
      ]);
    }
    const rows = await world.db.query('select state from quotes where id = $1', [quote.id]);
    expect(rows).toEqual([{ state: 'asked' }]);
  });

  it('has no tab where a show asks nobody, unless this guest was asked before (ux:K-22)', async () => {
    const { secret } = await asked();
    const rules = { hours: 72, silence: 'unused' } as const;
    const eve = await aPerson(world.db, 'Ève Roy');
    const people = [{ personId: eve.id, role: 'guest' as const, organisation: '', texts: [] }];
    const { id } = await anEpisode(world.db, show, { state: 'draft', people, language: 'en-CA' });
    const link = await links.ensure(system, show.id, id, eve.id, { locale: 'fr-CA' });
    const own = links.secretOf(link);
    const hasTab = async (of: string) => (await world.get(`/i/${of}`)).body.includes(`href="/i/${of}/review`);
    expect([await hasTab(secret), await hasTab(own)]).toEqual([true, true]);
    await world.catalog.asking.saveRules(system, show.id, { ...rules, approval: 'none' });
    expect([await hasTab(secret), await hasTab(own)]).toEqual([true, false]);
    await world.catalog.asking.saveRules(system, show.id, { ...rules, approval: 'ask' });
  });

  it('changes nothing for another site, another guest or a team', async () => {
    const [one, other] = [await asked(), await asked()];
    const foreign = await one.post('quote', one.quote.id, 'answer.en=approved', { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    expect((await one.post('quote', other.quote.id, 'answer.en=approved')).status).toBe(404);
    const actor = (await links.openBySecret(one.secret))!.actor;
    const team = await links.makeTeam(actor);
    expect((await world.get(`/i/${team}/review`)).status).toBe(403);
    const sound = /src="([^"#]+)#/.exec((await one.page()).body)![1]!;
    expect((await world.get(sound)).status).toBe(200);
    // Nobody but the guest hears what is not out.
    expect((await world.get(sound.replace(one.secret, team))).status).toBe(403);
    expect((await world.get(`/i/${one.secret}/review`)).body).toContain('Il en reste 2');
  });

  it('shows each title that a clip is to bear, the guest’s own language first', async () => {
    const { clip, page } = await asked();
    const titles = [
      { lang: 'en', title: 'A date you keep' },
      { lang: 'fr', title: 'Une date tenue' },
    ];
    await world.db.query('update clips set texts = $1 where id = $2', [JSON.stringify(titles), clip.id]);
    const words = (await page()).body.replaceAll(/\s+/g, ' ');
    expect(words).toMatch(/<p class="words">Une date tenue<\/p>.*<p class="hint" lang="en">A date you keep<\/p>/);
  });

  it('shows script in a title or a wording as text', async () => {
    const { clip, page, quote } = await asked();
    const evil = '</q><script>alert(1)</script>';
    await world.db.query('update clips set texts = $1 where id = $2', [
      JSON.stringify([{ lang: 'en', title: evil }]),
      clip.id,
    ]);
    await world.db.query('update quotes set original = $1 where id = $2', [evil, quote.id]);
    expect((await page()).body).not.toContain('<script>alert');
  });

  it('takes what is published off the episode’s page at once, with a code from the mail (ux:K-04, kit test 5)', async () => {
    const { id, clip, quote, post } = await asked('published');
    await post('clip', clip.id, 'answer=approved');
    await post('quote', quote.id, 'answer.en=approved');
    const { texts } = (await world.catalog.episodeQuery.byId(id))!;
    const path = `/en/${show.slug}/${texts[0]!.slug}`;
    const until = async (wanted: boolean) => {
      for (let look = 0; look < 40; look += 1) {
        const { body } = await world.get(path);
        if (body.includes('earn it with a date you keep.”') === wanted) return body;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('The page stayed as it was.');
    };
    expect(await until(true)).toContain('class="quotation"');
    const refused = await post('quote', quote.id, 'answer.en=refused');
    expect([refused.status, await refused.text()]).toEqual([200, expect.stringContaining('name="code"')]);
    await until(true);
    const { actor } = (await links.openBySecret(links.secretOf(await linkOf(id))))!;
    await world.catalog.review.answerQuote(actor, quote.id, { texts: [{ lang: 'en', answer: 'refused' }] }, true);
    await world.catalog.review.answerClip(actor, clip.id, { answer: 'refused' }, true);
    expect(await until(false)).not.toContain('id="in-short"');
  });

  const linkOf = async (episodeId: string) => (await links.ofEpisode(system, show.id, episodeId))[0]!;
});
