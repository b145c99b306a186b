import { type Episode, GuestLink, GuestLinkEvent, GuestSecrets, type Show } from '#libs/catalog';
import { OutboxRow } from '#libs/database';
import { newId, system } from '#libs/kernel';
import type { Person } from '#libs/people';
import sharp from 'sharp';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { testSecret } from '../../../../test/factories/world.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

describe('a guest’s own page', () => {
  let world: WebWorld;
  let show: Show;
  let person: Person;
  let episode: Episode;
  let link: GuestLink;
  let secret: string;
  const secrets = new GuestSecrets(testSecret);
  const people = (personId: string) => [
    {
      personId,
      role: 'guest' as const,
      organisation: 'Boréale',
      texts: [{ lang: 'fr', title: 'Directrice', disclaimer: '' }],
    },
  ];
  beforeAll(async () => {
    world = await aWebWorld();
    show = await aShow(world.db);
    person = await aPerson(world.db, 'Mélanie Roy');
    episode = await anEpisode(world.db, show, { state: 'draft', title: 'Une date tenue', people: people(person.id) });
    link = await world.catalog.guestLinks.ensure(system, show.id, episode.id, person.id, { email: 'm@example.org' });
    secret = world.catalog.guestLinks.secretOf(link);
  });
  afterAll(() => world?.close());

  const me = (s = secret) => `/i/${s}/me`;
  const post = (path: string, fields: Record<string, string> | [string, string][], headers = {}) =>
    fetch(world.origin + path, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
      headers: { origin: 'null', ...headers },
    });
  const fresh = () => world.db.getRepository(GuestLink).findOneByOrFail({ id: link.id });
  const newestCode = async () => {
    const [row] = await world.db.query('select asked_at as at from guest_codes where link_id = $1', [link.id]);
    return secrets.code(link.id, row.at);
  };

  it('opens by its secret, privately, and says where it stands in the guest’s language', async () => {
    const { status, headers, body } = await world.get(me());
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
    expect(headers['set-cookie']).toBeUndefined();
    expect(body).toContain('<html lang="fr-CA"');
    expect(body).toContain('<h1>Bonjour Mélanie</h1>');
    expect(body).toContain('<meta name="robots" content="noindex"');
    const head = body.slice(0, body.indexOf('</head>'));
    expect(head).not.toContain(secret);
    expect((await world.get(`${me()}?lang=en`)).body).toContain('<h1>Hello Mélanie</h1>');
  });

  it('changes nothing when it is fetched, by a mail scanner or twice', async () => {
    const events = () => world.db.getRepository(GuestLinkEvent).countBy({ linkId: link.id });
    const [state, count] = [(await fresh()).state, await events()];
    for (const method of ['GET', 'HEAD'] as const) await world.get(me(), {}, method);
    await world.get(`${me()}?done=consents`);
    await world.get(`${me()}/consents`);
    expect([(await fresh()).state, await events()]).toEqual([state, count]);
  });

  it('says nothing about links that are guessed, cut off or written in capitals, and stops who guesses', async () => {
    const wrong = '0'.repeat(40);
    const { status, body, headers } = await world.get(me(wrong));
    expect(status).toBe(404);
    expect(body).toContain('Ce lien ne fonctionne pas');
    expect(headers['cache-control']).toBe('private, no-store');
    expect(body).toContain('demandez un nouveau lien');
    expect(body).toContain('href="/fr"');
    // Cut off, or right once and replaced since: the same to the letter.
    const first = await world.get(me(wrong));
    const cut = await world.get(me(secret.slice(0, 39)));
    const eve = await aPerson(world.db, 'Ève');
    const another = await anEpisode(world.db, show, { state: 'draft', title: 'Autre', people: people(eve.id) });
    const replaced = await world.catalog.guestLinks.ensure(system, show.id, another.id, eve.id);
    const old = world.catalog.guestLinks.secretOf(replaced);
    expect((await world.get(me(old))).status).toBe(200);
    await world.catalog.guestLinks.rotate(system, show.id, replaced.id);
    const rotated = await world.get(me(old));
    expect([cut.status, cut.body]).toEqual([404, first.body]);
    expect([rotated.status, rotated.body, rotated.headers['x-robots-tag']]).toEqual([404, first.body, 'noindex']);
    const moved = await world.get(me(secret.toUpperCase()));
    expect([moved.status, moved.headers['cache-control']]).toEqual([301, 'private, no-store']);
    expect(moved.headers['referrer-policy']).toBe('no-referrer');
    expect((await world.get(`${me()}/nowhere/else`)).headers['referrer-policy']).toBe('no-referrer');
    let last = 0;
    for (let n = 0; n < 40; n += 1) last = (await world.get(me(String(n).padStart(40, 'a')))).status;
    expect(last).toBe(429);
    // Who was let in before still is.
    expect((await world.get(me())).status).toBe(200);
    world.clock.forward(600_001);
    expect(world.lines.join('\n')).not.toContain(secret);
  });

  it('takes the profile live at once, and refuses with every letter kept', async () => {
    const fields = {
      name: 'Mélanie Roy-Côté',
      sortName: '',
      pronouns: 'elle',
      pronunciation: 'mé-la-ni',
      fediverse: '',
    };
    const saved = await post(`${me()}/profile`, {
      ...fields,
      'biography.fr': 'Elle tient ses <b>dates</b>.\r\n\r\nToujours.',
      'biography.en': '',
      'link.label': 'Site',
      'link.url': 'https://roy.example',
      address: 'keep',
    });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${me()}?done=profile#profile`]);
    const page = (await world.get(`${me()}?done=profile`)).body;
    expect(page).toContain('role="status"');
    expect(page).toContain('Elle tient ses &lt;b&gt;dates&lt;/b&gt;.');
    expect((await fresh()).state).toBe('filled');

    const refused = await post(`${me()}/profile`, {
      ...fields,
      name: '<script>alert(1)</script>',
      'biography.fr': 'gardé',
      'biography.en': 'kept',
      'link.label': 'x',
      'link.url': 'javascript:alert(1)',
    });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('kept');
    expect(html).toMatch(/aria-invalid="true" aria-describedby="f-link-url-0-wrong"[^>]*>/);
  });

  it('takes title and employer of that day into the working copy at once, as a change of the guest', async () => {
    const before = (await world.catalog.desk.get(system, show.id, episode.id)).working;
    const answer = await post(`${me()}/then`, {
      'title.fr': 'Directrice, Boréale',
      'title.en': 'Director',
      organisation: 'Boréale',
      organisationUrl: 'https://boreale.example',
      employer: 'hidden',
      'disclaimer.fr': 'Propos personnels.',
      'disclaimer.en': '',
    });
    expect(answer.headers.get('location')).toContain('done=then#then');
    const { working } = await world.catalog.desk.get(system, show.id, episode.id);
    expect(working.appearances[0]).toMatchObject({ employer: 'hidden', organisationUrl: 'https://boreale.example' });
    expect(working.versions.people).toBe(before.versions.people + 1);
    const [change] = await world.catalog.desk.changes(system, show.id, episode.id);
    expect(change).toMatchObject({ fieldGroup: 'people', guestLinkId: link.id, userId: null });
    // The employer is hidden, and the title still says it.
    expect((await world.get(me())).body).toContain('votre fonction, en français');
  });

  it('asks for a code before consents; it works once, and only the right one', async () => {
    const ticked: [string, string][] = ['publish', 'clips', 'quotes'].map((use) => ['use', use]);
    const asked = await post(`${me()}/consents`, ticked);
    expect(asked.status).toBe(200);
    const page = await asked.text();
    expect(page).toContain('m…@example.org');
    expect(page).toMatch(/autocomplete="one-time-code"/i);
    expect(page).toContain('<input type="hidden" name="use" value="clips"');
    expect((await fresh()).consents).toEqual({});
    const code = await newestCode();
    const wrong = await post(`${me()}/consents`, [...ticked, ['code', code === '000000' ? '1' : '000000']]);
    expect(wrong.status).toBe(422);
    const right = await post(`${me()}/consents`, [...ticked, ['code', ` ${code.slice(0, 3)} ${code.slice(3)}`]]);
    expect(right.headers.get('location')).toContain('done=consents');
    expect((await fresh()).consents).toEqual({
      ...{ publish: true, clips: true, quotes: true, transcript: false, translation: false, training: false },
    });
    const [receipt] = await world.catalog.consents.receipts(link.id);
    expect(receipt).toMatchObject({ proof: 'code', locale: 'fr-CA' });
    expect(receipt!.words).toContain('Entraînement de machines');
    expect((await post(`${me()}/consents`, [...ticked, ['code', code]])).status).toBe(422);
    const letters = await world.db.getRepository(OutboxRow).findBy({ name: 'catalog.guest-letter' });
    expect(letters.map(({ payload }) => payload['kind'])).toEqual(['code', 'receipt']);
    expect(JSON.stringify(letters)).not.toContain(code);
  });

  it('closes a code after five wrong tries and after ten minutes, and sends six an hour at most', async () => {
    world.clock.forward(3_600_001);
    await post(`${me()}/consents`, {});
    const code = await newestCode();
    for (let n = 0; n < 5; n += 1) await post(`${me()}/consents`, { code: '999999x' });
    expect(await (await post(`${me()}/consents`, { code })).text()).toContain('cinquième code erroné');
    await post(`${me()}/consents`, { again: '1' });
    const late = await newestCode();
    world.clock.forward(600_001);
    expect(await (await post(`${me()}/consents`, { code: late })).text()).toContain('Ce code ne sert plus');
    for (let n = 0; n < 4; n += 1) await post(`${me()}/consents`, { again: '1' });
    expect((await post(`${me()}/consents`, { again: '1' })).status).toBe(429);
    expect((await fresh()).consents.publish).toBe(true);
    world.clock.forward(3_600_001);
  });

  it('takes a photo from a plain form, and says what is wrong with other files', async () => {
    const send = (bytes: Uint8Array) => {
      const form = new FormData();
      form.set('photo', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), '"><script>.jpg');
      return fetch(`${world.origin}${me()}/photo`, { method: 'POST', body: form, redirect: 'manual' });
    };
    const picture = await sharp({ create: { width: 500, height: 900, channels: 3, background: '#c33' } })
      .jpeg()
      .toBuffer();
    expect((await send(picture)).status).toBe(303);
    const page = (await world.get(me())).body;
    expect(page).toContain('Elle n’a que 500 pixels de large');
    for (const bad of [Buffer.from('<svg onload=alert(1)>'), Buffer.alloc(0), Buffer.alloc(13 << 20)]) {
      const refused = await send(bad);
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain('role="alert"');
    }
    const times = Array.from({ length: 12 }, () => ({
      ...{ id: newId(), linkId: link.id, at: world.clock.now(), actor: 'guest' as const, what: 'photo' as const },
    }));
    await world.db.getRepository(GuestLinkEvent).insert(times);
    expect((await send(picture)).status).toBe(429);
    const elsewhere = new FormData();
    elsewhere.set('photo', new Blob(['x']), 'x.jpg');
    expect((await fetch(`${world.origin}/fr/f`, { method: 'POST', body: elsewhere })).status).toBe(404);
  });

  it('refuses forms of other sites', async () => {
    const fields = { locale: 'en-US', timeZone: 'Europe/Paris' };
    expect((await post(`${me()}/settings`, fields, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(`${me()}/settings`, fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await fresh()).locale).toBe('fr-CA');
    expect((await post(`${me()}/settings`, fields, { 'sec-fetch-site': 'same-origin' })).status).toBe(303);
    expect(await fresh()).toMatchObject({ locale: 'en-US', timeZone: 'Europe/Paris' });
    expect((await post(`${me()}/settings`, { locale: 'fr-CA', timeZone: 'Mars/Olympus' })).status).toBe(422);
    await post(`${me()}/settings`, { locale: 'fr-CA', timeZone: 'America/Montreal' });
  });

  it('takes so many forms of one link within minutes, and no more', async () => {
    const send = () => post(`${me()}/nothing`, {});
    const first = await Promise.all(Array.from({ length: 60 }, send));
    expect(new Set(first.map(({ status }) => status))).toEqual(new Set([404]));
    const last = await Promise.all(Array.from({ length: 160 }, send));
    expect(last.map(({ status }) => status)).toContain(429);
    expect((await world.get(me())).status).toBe(200);
    world.clock.forward(600_001);
    expect((await send()).status).toBe(404);
  });

  it('keeps the team out of everything that changes something, and closes its link on demand', async () => {
    await post(`${me()}/team`, { do: 'make' });
    const team = /\/i\/([0-9a-f]{40})<\/code>/.exec((await world.get(me())).body)![1]!;
    expect((await world.get(me(team))).status).toBe(403);
    expect((await post(`${me(team)}/profile`, { name: 'Autre' })).status).toBe(403);
    await post(`${me()}/team`, { do: 'revoke' });
    expect((await world.get(me(team))).status).toBe(404);
    expect((await world.get(me())).status).toBe(200);
  });

  it('after the release asks for a correction instead; accepted, it goes out alone, dated', async () => {
    await world.catalog.edits.people(
      system,
      show.id,
      episode.id,
      [
        {
          personId: person.id,
          role: 'guest',
          organisation: 'Boréale',
          employer: 'named',
          texts: [{ lang: 'fr', title: 'Directrice', disclaimer: '' }],
        },
      ],
      { version: (await world.catalog.desk.get(system, show.id, episode.id)).working.versions.people },
    );
    await world.catalog.publishing.publish(system, show.id, episode.id).catch(() => undefined);
    const out = await anEpisode(world.db, show, { title: 'Sorti', people: people(person.id) });
    const own = await world.catalog.guestLinks.ensure(system, show.id, out.id, person.id, { email: 'm@example.org' });
    const at = me(world.catalog.guestLinks.secretOf(own));
    const wanted = {
      'title.fr': 'Directrice générale',
      'title.en': '',
      organisation: 'Boréale inc.',
      organisationUrl: '',
      employer: 'named',
    };
    const asked = await post(`${at}/then`, { ...wanted, reason: 'J’étais déjà directrice générale.' });
    expect(asked.headers.get('location')).toContain('done=then-asked');
    const released = async () => (await world.catalog.episodeQuery.byId(out.id))!;
    expect((await released()).appearances[0]!.organisation).toBe('Boréale');
    // Something else waits for Update meanwhile, and goes on waiting.
    const { working } = await world.catalog.desk.get(system, show.id, out.id);
    await world.catalog.edits.texts(
      system,
      show.id,
      out.id,
      [{ lang: 'fr', title: 'Pas encore', summary: '', notes: '' }],
      { version: working.versions.texts },
    );
    const [correction] = await world.catalog.corrections.ofEpisode(system, show.id, out.id);
    await world.catalog.corrections.decide(system, show.id, correction!.id, { isAccepted: true, answer: 'Merci.' });
    const now = await released();
    expect(now.appearances[0]).toMatchObject({ organisation: 'Boréale inc.', correctedOn: world.clock.now() });
    expect(now.appearances[0]!.texts.find(({ lang }) => lang === 'fr')!.title).toBe('Directrice générale');
    expect(now.texts[0]!.title).toBe('Sorti');
    expect((await world.catalog.desk.get(system, show.id, out.id)).episode.hasUnreleasedChanges).toBe(true);
    expect((await world.get(at)).body).toContain('Acceptée.');
  });

  it('is closed at once when it is rotated or withdrawn, and when the episode is in the bin', async () => {
    await world.catalog.guestLinks.rotate(system, show.id, link.id);
    expect((await world.get(me())).status).toBe(404);
    const other = world.catalog.guestLinks.secretOf(await fresh());
    expect((await world.get(me(other))).status).toBe(200);
    // Withdrawn: no secret opens it, the one that would come next neither, until a producer makes another.
    await world.catalog.guestDesk.close(system, show.id, link.id);
    expect((await world.get(me(other))).status).toBe(404);
    expect((await world.get(me(world.catalog.guestLinks.secretOf(await fresh())))).status).toBe(404);
    await world.catalog.guestLinks.rotate(system, show.id, link.id);
    const last = world.catalog.guestLinks.secretOf(await fresh());
    expect((await world.get(me(last))).status).toBe(200);
    await world.catalog.bin.deleteEpisode(system, show.id, episode.id);
    expect((await world.get(me(last))).status).toBe(404);
  });
});
