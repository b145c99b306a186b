import { type Episode, type GuestLink, type Show } from '#libs/catalog';
import { system } from '#libs/kernel';
import { type Person, PersonsService } from '#libs/people';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';
import { settlerOf, type Settler, until } from './settle.fixture.js';

const employer = 'Zyxwert Industries';
/** As it may be folded into an address, a file name or an index. */
const traces = /zyxwert/i;

describe('a guest, everywhere they are named', () => {
  let world: WebWorld;
  let show: Show;
  let person: Person;
  let episode: Episode;
  let link: GuestLink;
  let persons: PersonsService;
  let settler: Settler;

  beforeAll(async () => {
    world = await aWebWorld();
    settler = settlerOf(world);
    world.clock.set('2026-06-01T12:00:00Z');
    persons = new PersonsService(world.db, { acceptPhoto: async () => ({ key: 'image/x.jpg' }) }, world.clock);
    show = await aShow(world.db);
    person = await aPerson(world.db, 'Dominique Qorvath', {
      texts: [{ lang: 'fr', biography: 'Tient ses dates.' }],
      affiliations: [
        { title: 'Cadre', organisation: employer, since: '2020-01-01' },
        { title: 'Bénévole', organisation: 'La Halte', since: '2015-01-01' },
      ],
    });
    const texts = [{ lang: 'fr', title: 'Cadre', disclaimer: 'Propos personnels.' }];
    const people = [
      { personId: person.id, role: 'guest' as const, organisation: employer, employer: 'hidden' as const, texts },
    ];
    episode = await anEpisode(
      world.db,
      show,
      { title: 'Une date tenue', recordedOn: '2026-05-01', people, publishedAt: '2026-05-12T11:00:00Z' },
      world.addresses,
    );
    link = await world.catalog.guestLinks.ensure(system, show.id, episode.id, person.id, { email: 'd@example.org' });
    await settle();
  });
  afterAll(async () => {
    await world?.close();
  });

  const settle = () => settler.settle();
  const heard = () => settler.heard();
  const episodePaths = async () => {
    const { body } = await world.get(`/fr/${show.slug}`);
    const fr = new RegExp(`href="(/fr/${show.slug}/[^"?#/]*une-date-tenue)"`).exec(body)![1]!;
    return [fr, fr.replace('/fr/', '/en/')];
  };
  /** Every public word about the episode and the person, and what pictures, kits and searches are made of. */
  const everything = async (slug: string): Promise<Record<string, string>> => {
    const secret = world.catalog.guestLinks.secretOf(link);
    const [fr] = await episodePaths();
    const paths = [
      ...(await episodePaths()),
      ...['/fr', '/en', `/fr/${show.slug}`, `/en/${show.slug}`, `/fr/g/${slug}`, `/en/g/${slug}`],
      ...[
        '/fr/search?q=date',
        '/sitemap.xml',
        '/opml.xml',
        '/sitemap/site-fr.xml',
        '/sitemap/site-en.xml',
        `/embed/${episode.id}`,
      ],
      `/oembed?url=${encodeURIComponent(world.addresses.origin + fr)}`,
      ...[`/${show.slug}/feed.xml`, `/g/${slug}/feed.xml`, `/i/${secret}`, `/i/${secret}/review`],
    ];
    const found: Record<string, string> = {};
    for (const path of paths) {
      const { body, status } = await world.get(path);
      if (status === 200) found[path.replace(secret, 'secret')] = body;
    }
    found['cards and kits'] = JSON.stringify(
      await world.db.query('select kind, input, alt, file_name from pieces_of_kit'),
    );
    found['the index'] = JSON.stringify(await world.db.query('select text, words::text from search_passages'));
    return found;
  };
  const where = (all: Record<string, string>, what: RegExp) =>
    Object.entries(all).flatMap(([path, text]) => (what.test(text) ? [path] : []));

  it('is on the pages, in the feeds, on the cards and in the index', async () => {
    const all = await everything('dominique-qorvath');
    const named = where(all, /Dominique Qorvath/i);
    expect(named).toEqual(
      expect.arrayContaining([
        ...(await episodePaths()),
        ...['/fr/g/dominique-qorvath', '/en/g/dominique-qorvath', `/${show.slug}/feed.xml`],
        ...['/g/dominique-qorvath/feed.xml', '/i/secret', 'cards and kits', 'the index'],
      ]),
    );
  });

  it('has an employer who is hidden nowhere at all: page, feed, JSON-LD, picture, file name, text, index (ux:K-24)', async () => {
    const all = await everything('dominique-qorvath');
    expect(where(all, traces)).toEqual([]);
    // Neither as what they do now; what else they do is not said in its place without their word.
    const page = all['/fr/g/dominique-qorvath']!;
    expect(page).toContain('Cadre');
    expect(page).toContain('Propos personnels.');
  });

  it('asks for a correction after the release; accepted, page and feed say it, dated, in plain text', async () => {
    const secret = world.catalog.guestLinks.secretOf(link);
    const fields = {
      'title.fr': 'Cadre supérieur',
      organisation: employer,
      employer: 'hidden',
      reason: 'Promu en mars.',
    };
    const asked = await fetch(`${world.origin}/i/${secret}/me/then`, {
      ...{ method: 'POST', redirect: 'manual', headers: { origin: 'null' } },
      body: new URLSearchParams({ ...fields, organisationUrl: '', 'title.en': '' }),
    });
    expect(asked.headers.get('location')).toContain('done=then-asked');
    const [fr, en] = await episodePaths();
    await heard();
    // Until the producer has decided, what is published stays.
    expect((await world.get(fr!)).body).not.toContain('Cadre supérieur');
    const [correction] = await world.catalog.corrections.ofEpisode(system, show.id, episode.id);
    const notes = [{ lang: 'fr', text: 'La fonction était <b>inexacte</b>.' }];
    await world.catalog.corrections.decide(system, show.id, correction!.id, { isAccepted: true, isNoted: true, notes });
    await settle();
    const page = (await world.get(fr!)).body;
    expect(page).toContain('Cadre supérieur');
    expect(/Corrigé le 1er.juin.2026/.test(page)).toBe(true);
    expect(page.includes('<b>inexacte</b>')).toBe(false);
    expect((await world.get(en!)).body.includes('Corrected on June 1, 2026')).toBe(true);
    expect((await world.get(`/${show.slug}/feed.xml`)).body).toContain('Cadre supérieur');
    expect(where(await everything('dominique-qorvath'), traces)).toEqual([]);
  });

  it('is told of a correction that is declined, and nothing is said on the page', async () => {
    const [, en] = await episodePaths();
    const { linkId, ...rest } = (await world.catalog.guestLinks.openBySecret(world.catalog.guestLinks.secretOf(link)))!
      .actor;
    const id = await world.catalog.corrections.ask(
      { linkId, ...rest },
      { kind: 'moment', startMs: 1_000, endMs: null, reason: 'Je regrette.' },
    );
    const before = ((await world.get(en!)).body.match(/Corrected on/g) ?? []).length;
    await world.catalog.corrections.decide(system, show.id, id, {
      isAccepted: false,
      isNoted: true,
      answer: 'Non, merci.',
    });
    await settle();
    expect(((await world.get(en!)).body.match(/Corrected on/g) ?? []).length).toBe(before);
    const me = (await world.get(`/i/${world.catalog.guestLinks.secretOf(link)}/me`)).body;
    expect(me).toContain('Non, merci.');
    const letters: { kind: string }[] = await world.db.query(
      `select payload ->> 'kind' as kind from outbox where name = 'catalog.guest-letter'`,
    );
    expect(letters.filter(({ kind }) => kind === 'decision')).toHaveLength(2);
  });

  it('loses an old name everywhere at once, and its address too, where the person wants that (ux:K-25)', async () => {
    const guids = async () => (await world.get(`/${show.slug}/feed.xml`)).body.match(/<guid[^>]*>[^<]+/g);
    const before = await guids();
    await persons.update(system, person.id, { name: 'Dominique Nouvel' });
    await persons.changeSlug(system, person.id, 'Dominique Nouvel', { redirects: false });
    await settle();
    const all = await everything('dominique-nouvel');
    expect(where(all, /qorvath/i)).toEqual([]);
    expect(where(all, /Dominique Nouvel/i)).toEqual(
      expect.arrayContaining(['/fr/g/dominique-nouvel', '/g/dominique-nouvel/feed.xml', 'cards and kits', 'the index']),
    );
    for (const old of ['/fr/g/dominique-qorvath', '/g/dominique-qorvath/feed.xml']) {
      await until(async () => (await world.get(old)).status === 404);
    }
    expect(await guids()).toEqual(before);
  });

  it('shows then and now, both dated; now only while they like (ux:K-26, ux:K-28)', async () => {
    const jobs = [
      { title: 'Associée', organisation: 'Atelier du Nord', since: '2026-05-20' },
      { title: 'Directrice', organisation: 'Boréale', since: '2020-01-01', until: '2026-05-19' },
    ];
    const second = await aPerson(world.db, 'Mélanie Roy', { affiliations: jobs });
    const texts = [{ lang: 'fr', title: 'Directrice', disclaimer: '' }];
    const people = [{ personId: second.id, role: 'guest' as const, organisation: 'Boréale', texts }];
    const given = { title: 'Deux', recordedOn: '2026-05-02', people, publishedAt: '2026-05-13T11:00:00Z' };
    await anEpisode(world.db, show, given, world.addresses);
    await settle();
    const page = (await world.get('/fr/g/melanie-roy')).body;
    expect(page).toMatch(/Aujourd’hui[^]*Associée, [^]*Atelier du Nord/);
    expect(page).toContain('Directrice, Boréale');
    const data = JSON.parse(/<script type="application\/ld\+json">([^]*?)<\/script>/.exec(page)![1]!);
    expect(data.mainEntity.worksFor).toEqual([
      expect.objectContaining({ '@type': 'OrganizationRole', startDate: '2026-05-02', endDate: '2026-05-02' }),
      expect.objectContaining({ roleName: 'Associée', startDate: '2026-05-20' }),
    ]);
    const { body } = await world.get(`/fr/${show.slug}`);
    const path = new RegExp(`href="(/fr/${show.slug}/[^"?#/]*deux)"`).exec(body)![1]!;
    expect((await world.get(path)).body).toContain('Atelier du Nord');
    await persons.update(system, second.id, { hidesNow: true });
    await settle();
    for (const each of ['/fr/g/melanie-roy', path]) {
      expect((await world.get(each)).body).not.toContain('Atelier du Nord');
    }
    expect((await world.get('/fr/g/melanie-roy')).body).toContain('Directrice, Boréale');
  });

  it('can be written to from their page while they like, and from nowhere else', async () => {
    const { slug } = await persons.get(system, person.id);
    const toWrite = async () => {
      await heard();
      return Object.entries(await everything(slug)).filter(([, said]) => said.includes('ecrire@example.org'));
    };
    await persons.update(system, person.id, { contact: 'ecrire@example.org' });
    const shown = await toWrite();
    expect(shown.map(([path]) => path)).toEqual([`/fr/g/${slug}`, `/en/g/${slug}`]);
    expect(shown[0]![1]).toMatch(/href="mailto:ecrire@example.org"[^>]*>Écrire à /);
    await persons.update(system, person.id, { contact: '' });
    expect(await toWrite()).toEqual([]);
  });

  it('is one person after a merge: page and feed of the other lead on, shows’ feeds keep their items', async () => {
    const twin = await aPerson(world.db, 'M. Roy');
    const people = [{ personId: twin.id, role: 'guest' as const, organisation: '', texts: [] }];
    await anEpisode(world.db, show, { title: 'Trois', people, publishedAt: '2026-05-14T11:00:00Z' }, world.addresses);
    await settle();
    const guids = async () => (await world.get(`/${show.slug}/feed.xml`)).body.match(/<guid[^>]*>[^<]+/g);
    const before = await guids();
    expect((await world.get('/g/m-roy/feed.xml')).status).toBe(200);
    const [keep] = await world.db.query(`select id from persons where slug = 'melanie-roy'`);
    const merge = await world.catalog.personMerges.merge(system, keep.id, twin.id);
    await settle();
    const page = await world.get('/fr/g/m-roy');
    expect([page.status, page.headers.location]).toEqual([301, '/fr/g/melanie-roy']);
    await until(async () => (await world.get('/g/m-roy/feed.xml')).status === 301);
    const feed = await world.get('/g/m-roy/feed.xml');
    expect([feed.status, feed.headers.location]).toEqual([301, 'http://localhost:3000/g/melanie-roy/feed.xml']);
    expect((await world.get('/g/melanie-roy/feed.xml')).body.match(/<item>/g)).toHaveLength(2);
    expect(await guids()).toEqual(before);
    expect((await world.get(`/${show.slug}/feed.xml`)).body).not.toContain('M. Roy');

    await world.catalog.personMerges.undo(system, merge);
    await settle();
    expect((await world.get('/fr/g/m-roy')).status).toBe(200);
    expect((await world.get('/g/m-roy/feed.xml')).body.match(/<item>/g)).toHaveLength(1);
    expect((await world.get('/g/melanie-roy/feed.xml')).body.match(/<item>/g)).toHaveLength(1);
  });

  it('leads on from an old address where the person agreed: page and feed, in apps too', async () => {
    const [{ id }] = await world.db.query(`select id from persons where slug = 'm-roy'`);
    await persons.changeSlug(system, id, 'Maxime Roy', { redirects: true });
    await settle();
    expect((await world.get('/en/g/m-roy')).headers.location).toBe('/en/g/maxime-roy');
    await until(async () => (await world.get('/g/m-roy/feed.xml')).status === 301);
    await persons.changeSlug(system, id, 'Max Roy', { redirects: false });
    await settle();
    expect((await world.get('/en/g/m-roy')).status).toBe(404);
    expect((await world.get('/g/maxime-roy/feed.xml')).status).toBe(404);
  });
});
