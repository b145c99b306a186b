import { type GuestLink, GuestLinks, GuestSecrets, type Show } from '#libs/catalog';
import { newId, system } from '#libs/kernel';
import { aPerson, anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { testSecret } from '../../../../test/factories/world.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

describe('the kit of a guest', () => {
  let world: WebWorld;
  let show: Show;
  let link: GuestLink;
  let secret: string;
  let links: GuestLinks;

  beforeAll(async () => {
    world = await aWebWorld();
    world.clock.set('2026-05-20T00:00:00Z');
    links = new GuestLinks(world.db, world.clock, new GuestSecrets(testSecret));
    show = await aShow(world.db, { title: 'Marketing Without Detours', language: 'en-CA' });
    const [melanie, host] = [await aPerson(world.db, 'Mélanie Côté'), await aPerson(world.db, 'Ève Roy')];
    const episode = await anEpisode(world.db, show, {
      title: 'Mélanie Côté (Atelier Nord): attribution models',
      people: [
        {
          personId: melanie.id,
          role: 'guest',
          organisation: 'Atelier Nord',
          texts: [
            { lang: 'fr', title: 'Directrice marketing', disclaimer: 'Les propos de Mélanie Côté sont personnels.' },
            { lang: 'en', title: 'Marketing director', disclaimer: '' },
          ],
        },
        { personId: host.id, role: 'host', organisation: '', texts: [] },
      ],
      language: 'en-CA',
    });
    link = await links.ensure(system, show.id, episode.id, melanie.id, { locale: 'fr-CA', email: 'm@example.org' });
    secret = links.secretOf(link);
    const texts = [
      { lang: 'en', text: 'Our dashboards measure what is easy.', isTranslation: false, answer: 'approved' },
      { lang: 'fr', text: 'Nos tableaux de bord mesurent ce qui est facile', isTranslation: true, answer: 'approved' },
    ];
    await world.db.query(
      `insert into quotes (id, episode_id, person_id, start_ms, end_ms, language, original, texts, state)
       values ($1, $2, $3, 1000, 5000, 'en', 'x', $4, 'approved')`,
      [newId(), episode.id, melanie.id, JSON.stringify(texts)],
    );
  });
  afterAll(() => world?.close());

  const post = (path: string, body = '', headers: Record<string, string> = {}) =>
    fetch(`${world.origin}/i/${secret}/${path}`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: world.origin, ...headers },
    });
  const textIn = (html: string) => /<textarea id="post"[^>]*>([^<]*)</.exec(html)?.[1];
  const reload = () => world.db.query('select * from guest_links where id = $1', [link.id]);

  it('greets in the guest’s language and offers French texts for an English episode (kit test 1)', async () => {
    const { status, body, headers } = await world.get(`/i/${secret}`);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-robots-tag']).toContain('noindex');
    expect(body).toContain('<html lang="fr-CA"');
    expect(body).toContain('Bonjour Mélanie');
    expect(textIn(body)).toMatch(
      /^Nos tableaux de bord mesurent ce qui est facile\.\n\nC’est le point de départ de ma/,
    );
    expect(textIn(body)).toContain('avec Ève Roy dans «\u00a0Marketing Without Detours\u00a0» (en anglais');
    expect(textIn(body)!.endsWith('Les propos de Mélanie Côté sont personnels.')).toBe(true);
    expect(body).not.toContain(`canonical" href="http://localhost:3000/i/`);
  });

  it('has every text in the other language behind one switch (K-06)', async () => {
    const { body } = await world.get(`/i/${secret}?lang=en`);
    expect(body).toContain('Hello Mélanie');
    expect(textIn(body)).toMatch(/^Our dashboards measure what is easy\./);
  });

  it('shows each network, tone and length by its address, without a script', async () => {
    const x = textIn((await world.get(`/i/${secret}?for=x&tone=question&length=long`)).body)!;
    expect(x).toContain('Est-ce aussi votre expérience?');
    expect((await world.get(`/i/${secret}?for=x`)).body).toMatch(/\d+ \/ 280 caractères/);
    const blog = (await world.get(`/i/${secret}?for=blog`)).body;
    expect(blog).toMatch(
      /&lt;iframe src=&quot;http:\/\/localhost:3000\/embed\/[^&]+&quot; width=&quot;100%&quot; height=&quot;152&quot;/,
    );
    expect((await world.get(`/i/${secret}?for=nonsense&tone=%00&length=<script>`)).status).toBe(200);
  });

  it('offers the other parts of its mini-series that have a page, out or announced, and no other (`ux` 1.6 d)', async () => {
    const form = { name: 'En trois', description: '', lang: 'fr', parts: 3 };
    const { id: seriesId } = await world.catalog.series.create(system, show.id, form);
    const person = await aPerson(world.db, 'Odile Garneau');
    const people = [{ personId: person.id, role: 'guest' as const, organisation: '', texts: [] }];
    const make = (title: string, part: number, state: 'draft' | 'published') =>
      anEpisode(world.db, show, { title, part, seriesId, people, number: 20 + part, state });
    await make('The decision', 1, 'published');
    const second = await make('What it cost', 2, 'published');
    const third = await make('The year after', 3, 'draft');
    const own = links.secretOf(await links.ensure(system, show.id, second.id, person.id, { locale: 'fr-CA' }));
    const block = async () =>
      /<section class="sheet" aria-labelledby="kit-parts">.*?<\/section>/.exec(
        (await world.get(`/i/${own}`)).body,
      )?.[0];
    expect(await block()).toContain(`http://localhost:3000/fr/${show.slug}/21-the-decision`);
    expect(await block()).not.toMatch(/What it cost|The year after/);
    await world.catalog.publishing.announce(system, show.id, third.id, true);
    expect(await block()).toMatch(/Partie 3.*The year after.*23-the-year-after/);
    expect((await world.get(`/i/${secret}`)).body).not.toContain('kit-parts');
  });

  it('weighs less than 120 KB before images (K-08)', async () => {
    expect((await world.get(`/i/${secret}`)).bytes.length).toBeLessThan(120 * 1024);
  });

  it('keeps the secret out of the head and gives it to nobody', async () => {
    const { body } = await world.get(`/i/${secret}`);
    expect(body.slice(0, body.indexOf('</head>'))).not.toContain(secret);
    expect(world.lines.join('')).not.toContain(secret);
  });

  it('turns counting off: via goes from every text (K-14)', async () => {
    expect((await world.get(`/i/${secret}`)).body).toContain(`via=${link.via}`);
    expect((await post('kit/counting', 'on=no')).status).toBe(303);
    expect((await reload())[0].counts_via).toBe(false);
    const { body } = await world.get(`/i/${secret}`);
    expect(body).not.toContain('via=');
    await post('kit/counting', 'on=yes');
  });

  it('reminds on a day of the coming year, once; other days are refused with a sentence', async () => {
    expect((await post('kit/remind', 'day=2026-06-01')).headers.get('location')).toContain('told=saved');
    expect((await world.get(`/i/${secret}`)).body).toContain('1er\u00a0juin 2026');
    for (const day of ['2026-02-30', '2020-01-01', '2030-01-01', 'x', '2026-06-01T00:00']) {
      expect((await post('kit/remind', `day=${day}`)).headers.get('location')).toContain('told=day');
    }
    await post('kit/remind', 'day=');
    expect((await world.get(`/i/${secret}`)).body).not.toContain('1er\u00a0juin 2026');
  });

  it('switches mails off on the page, and from a mail by a button or one click (RFC 8058)', async () => {
    const off = async () =>
      (await world.db.query('select letters_off from guest_kits where link_id = $1', [link.id]))[0].letters_off;
    await post('kit/mails', 'on=proposals&on=week');
    expect(await off()).toEqual(['kit']);
    expect((await world.get(`/i/${secret}/kit/off?mail=week`)).body).toContain('Plus de ces courriels');
    expect(await off()).toEqual(['kit']);
    const click = await fetch(`${world.origin}/i/${secret}/kit/off?mail=week`, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(click.status).toBe(200);
    expect(await off()).toEqual(['kit', 'week']);
  });

  it('takes no form of another site', async () => {
    expect((await post('kit/counting', 'on=no', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await reload())[0].counts_via).toBe(true);
  });

  it('gives the team’s link texts and files, and nothing to decide (K-05)', async () => {
    const team = await links.makeTeam({
      ...{ kind: 'guest', role: 'guest', linkId: link.id },
      ...{ episodeId: link.episodeId, personId: link.personId },
    });
    const { body } = await world.get(`/i/${team}`);
    expect(textIn(body)).toContain('Nos tableaux');
    expect(body).not.toContain('method="post"');
    const { status } = await fetch(`${world.origin}/i/${team}/kit/counting`, { method: 'POST', body: 'on=no' });
    expect([403, 415]).toContain(status);
  });

  it('offers nothing to share to who has withdrawn', async () => {
    await world.db.query(`update guest_links set state = 'withdrawn' where id = $1`, [link.id]);
    const { body } = await world.get(`/i/${secret}`);
    expect(textIn(body)).toBeUndefined();
    await world.db.query(`update guest_links set state = 'approved' where id = $1`, [link.id]);
  });

  it('leads to LinkedIn’s Post Inspector with the address that listeners see, in no other network (K-16)', async () => {
    const { body } = await world.get(`/i/${secret}`);
    const inspected = /post-inspector\/inspect\/([^"]+)"/.exec(body)![1]!;
    expect(decodeURIComponent(inspected)).toMatch(/^http:\/\/localhost:3000\/fr\/[^?]+(\?via=[2-9a-z]+)?$/);
    expect((await world.get(`/i/${secret}?for=bluesky`)).body).not.toContain('post-inspector');
  });

  it('lets the guest hear half a minute as recorded and as repaired; a team hears what is out', async () => {
    const [{ id, durationMs }] = await world.db.query(
      `select r.id, (select max(duration_ms) from renditions where revision_id = r.id) as "durationMs" from revisions r
       join episode_copies c on c.revision_id = r.id where c.episode_id = $1 limit 1`,
      [link.episodeId],
    );
    await world.storage.put('originals/one.wav', Buffer.alloc(5_000, 3));
    await world.db.query(
      `update revisions set original_key = 'originals/one.wav', original_bytes = 5000, probe = $2 where id = $1`,
      [id, JSON.stringify({ container: 'wav', durationMs })],
    );
    expect((await world.get(`/i/${secret}`)).body).toContain(`/m/${id}/before#t=0,30`);
    const part = await world.get(`/i/${secret}/m/${id}/before`, { range: 'bytes=10-19' });
    expect([part.status, part.bytes.length, part.headers['content-type'], part.headers['cache-control']]).toEqual([
      ...[206, 10, 'audio/wav', 'private, no-store'],
    ]);
    expect((await world.get(`/i/${secret}/m/${newId()}/before`)).status).toBe(404);
    const team = await links.makeTeam((await links.openBySecret(secret))!.actor);
    expect((await world.get(`/i/${team}/m/${id}/before`)).status).toBe(403);
    expect((await world.get(`/i/${team}`)).body).not.toContain('/before');
    // Where something was cut, the same second is another moment.
    await world.db.query(`update revisions set probe = $2 where id = $1`, [
      id,
      JSON.stringify({ container: 'wav', durationMs: Number(durationMs) + 60_000 }),
    ]);
    expect((await world.get(`/i/${secret}`)).body).not.toContain('/before');
  });

  it('takes whatever stands in its address for nothing, when it knows no such thing', async () => {
    const evil = encodeURIComponent('"><script>alert(1)</script>');
    const usual = textIn((await world.get(`/i/${secret}`)).body);
    const names = ['lang', 'via', 'for', 'tone', 'length', 'date', 'told'];
    for (const value of [evil, '__proto__', 'constructor', '%00', 'x'.repeat(100), '']) {
      const { status, body } = await world.get(`/i/${secret}?${names.map((name) => `${name}=${value}`).join('&')}`);
      expect([value, status, textIn(body)]).toEqual([value, 200, usual]);
      expect(body).not.toContain('<script>alert');
    }
  });

  it('holds what people wrote as text, wherever it stands, also where a blog takes it over', async () => {
    const evil = '"><script>alert(1)</script>';
    const { episodeId, personId } = link;
    await world.db.query(`update persons set name = name || $1`, [evil]);
    await world.db.query(`update quotes set texts = $2 where episode_id = $1`, [
      episodeId,
      JSON.stringify([{ lang: 'fr', text: evil, isTranslation: true, answer: 'approved' }]),
    ]);
    await world.db.query(`update show_texts set title = title || $2 where show_id = $1`, [show.id, evil]);
    await world.db.query(
      `update episode_texts set title = title || $2, takeaways = $3
       where copy_id in (select id from episode_copies where episode_id = $1)`,
      [episodeId, evil, JSON.stringify([{ text: evil, atMs: 1000 }])],
    );
    await world.db.query(
      `update appearance_texts set title = $2, disclaimer = $2
       where appearance_id in (select id from appearances where person_id = $1)`,
      [personId, evil],
    );
    for (const query of ['', '?for=blog', '?for=mail', '?for=mastodon&length=long', '?look=1&lang=en']) {
      const { status, body } = await world.get(`/i/${secret}${query}`);
      expect(status).toBe(200);
      expect(body).toContain('alert(1)');
      expect(body).not.toMatch(/<script>alert|="[^"]*"><script/);
      const blog = /<textarea id="blog-html"[^>]*>([^<]*)</.exec(body)?.[1] ?? '';
      expect(blog).not.toMatch(/&lt;script/);
    }
  });

  it('answers 404 to who guesses', async () => {
    expect((await world.get(`/i/${'0'.repeat(40)}`)).status).toBe(404);
    expect((await world.get('/i/nothing')).status).toBe(404);
  });
});
