import { gunzipSync } from 'node:zlib';
import { type Episode, type GuestLink, type Show } from '#libs/catalog';
import { Invalid, newId, system } from '#libs/kernel';
import { type Person, PersonsService } from '#libs/people';
import { anActor } from '../../../../test/factories/accounts.js';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';
import { settlerOf, type Settler } from './settle.fixture.js';

/** As they may be folded into addresses, file names and an index. */
const traces = /qorvath|zyxwert|boreline/i;

describe('a person who is erased', () => {
  let world: WebWorld;
  let settler: Settler;
  let show: Show;
  let person: Person;
  let episode: Episode;
  let link: GuestLink;
  let paths: string[];

  beforeAll(async () => {
    world = await aWebWorld();
    settler = settlerOf(world);
    world.clock.set('2026-06-01T12:00:00Z');
    const { db, addresses, catalog } = world;
    show = await aShow(db);
    const named = { texts: [{ lang: 'fr', biography: 'Qorvath tient ses dates.' }] };
    person = await aPerson(db, 'Dominique Qorvath', {
      ...named,
      affiliations: [{ title: 'Cadre', organisation: 'Boreline', since: '2020-01-01' }],
    });
    const twin = await aPerson(db, 'Zyxwert Q.');
    const other = await aPerson(db, 'Claire Morin');
    const texts = [{ lang: 'fr', title: 'Cadre de Boreline', disclaimer: 'N’engage pas Boreline.' }];
    const people = [
      { personId: other.id, role: 'host' as const, organisation: '', texts: [] },
      { personId: person.id, role: 'guest' as const, organisation: 'Boreline', texts },
    ];
    const first = { title: 'Une date tenue', people, publishedAt: '2026-05-12T11:00:00Z' };
    episode = await anEpisode(db, show, first, addresses);
    const again = [{ personId: twin.id, role: 'guest' as const, organisation: '', texts: [] }];
    const notes = [{ lang: 'fr', title: 'Deux mots', summary: '', notes: 'Avec un merci.' }];
    const given = { title: 'Deux mots', people: again, texts: notes, publishedAt: '2026-05-13T11:00:00Z' };
    await anEpisode(db, show, given, addresses);
    const said =
      'WEBVTT\n\n00:00:01.000 --> 00:00:06.000\n<v Dominique Qorvath>Une date est une promesse.\n\n00:00:06.000 --> 00:00:22.000\n<v Claire Morin>Voilà.\n';
    const at = { showId: show.id, episodeId: episode.id, lang: 'fr', version: 1 };
    await catalog.transcripts.replace(system, at, { text: said });
    await catalog.publishing.update(system, show.id, episode.id);
    await catalog.quotes.create(system, show.id, episode.id, { startMs: 1_000, endMs: 6_000 });
    await catalog.clips.create(system, show.id, episode.id, { startMs: 1_000, endMs: 22_000 });
    link = await catalog.guestLinks.ensure(system, show.id, episode.id, person.id, { email: 'qorvath@example.org' });
    await settler.settle();
    // A former name, a former address, and a record that turned out to be theirs too.
    const persons = new PersonsService(db, { acceptPhoto: async () => ({ key: 'image/face.jpg' }) }, world.clock);
    await persons.replacePhoto(system, person.id, new Uint8Array());
    await persons.changeSlug(system, person.id, 'Dom Qorvath', { redirects: true });
    await catalog.personMerges.merge(system, person.id, twin.id);
    await settler.settle();
    const secret = catalog.guestLinks.secretOf(link);
    const site = ['/fr', '/en', `/fr/${show.slug}`, '/fr/search?q=qorvath', '/fr/search?q=promesse', '/opml.xml'];
    const own = ['/fr/g/dom-qorvath', '/en/g/dom-qorvath', '/fr/g/dominique-qorvath', '/g/dom-qorvath/feed.xml'];
    const pages = [...(await world.get(`/fr/${show.slug}`)).body.matchAll(/href="(\/fr\/[^"?#]+\/[^"?#/]+)"/g)];
    paths = [
      ...new Set([...site, ...own, ...pages.map(([, path]) => path!), `/${show.slug}/feed.xml`]),
      ...[`/embed/${episode.id}`, '/sitemap/site-fr.xml', `/i/${secret}`, `/i/${secret}/me`],
    ];
  });
  afterAll(async () => {
    await world?.close();
  });

  const tracesOn = async () => {
    const found: string[] = [];
    for (const path of paths) {
      const { status, body } = await world.get(path);
      // What an answer repeats of the question is no trace.
      const text = path.includes('?q=') ? body.replaceAll('qorvath', '') : body;
      if (status < 300 && traces.test(text)) found.push(path);
    }
    return found;
  };
  /** Every table in which the words stand, as text or in what a feed was. */
  const tracesIn = async () => {
    const { db } = world;
    const tables: { name: string }[] = await db.query(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [{ n }] = await db.query(`select count(*)::int n from "${name}" t where t::text ~* $1`, [traces.source]);
      if (n > 0) found.push(name);
    }
    const kept: { gzip: Buffer }[] = await db.query('select gzip from feed_versions');
    if (kept.some(({ gzip }) => traces.test(gunzipSync(gzip).toString()))) found.push('feeds as they were');
    return found.sort();
  };

  it('stands in many places before', async () => {
    expect(await tracesOn()).toEqual(
      expect.arrayContaining(['/fr/g/dom-qorvath', '/g/dom-qorvath/feed.xml', `/${show.slug}/feed.xml`]),
    );
    expect(await tracesIn()).toEqual(
      expect.arrayContaining(['feeds as they were', 'persons', 'pieces_of_kit', 'search_passages', 'transcripts']),
    );
  });

  it('is shown with all that goes before it goes, and only to who owns the instance', async () => {
    const preview = await world.catalog.erasePerson.preview(system, person.id);
    expect(preview).toMatchObject({ name: 'Dominique Qorvath', links: 1, hasPhoto: true, merged: 1 });
    expect(preview).toMatchObject({ quotes: 1, clips: 1, transcripts: 0 });
    expect(preview.episodes.map(({ title, isStillNamed }) => [title, isStillNamed]).sort()).toEqual([
      ['Deux mots', false],
      ['Une date tenue', false],
    ]);
    const producer = anActor({ roles: { [show.id]: 'owner' } });
    await expect(world.catalog.erasePerson.preview(producer, person.id)).rejects.toThrow('Only who owns');
    await expect(world.catalog.erasePerson.erase(producer, person.id, person.name)).rejects.toThrow('Only who owns');
    await expect(world.catalog.erasePerson.erase(system, person.id, 'Dominique')).rejects.toThrow(Invalid);
    await expect(world.catalog.erasePerson.erase(system, newId(), person.name)).rejects.toThrow('person');
  });

  it('is gone from every page, feed and search, from the cards and kits and from what was kept', async () => {
    const guids = async () => (await world.get(`/${show.slug}/feed.xml`)).body.match(/<guid[^>]*>[^<]+/g);
    const before = await guids();
    await world.catalog.erasePerson.erase(system, person.id, 'Dominique Qorvath');
    await settler.settle();
    expect(await tracesOn()).toEqual([]);
    expect(await tracesIn()).toEqual([]);
    for (const path of paths.filter((each) => each.includes('/g/') || each.startsWith('/i/'))) {
      expect([path, (await world.get(path)).status]).toEqual([path, 404]);
    }
    // Apps see the same items.
    expect(await guids()).toEqual(before);
    const pieces = await world.db.query('select id from quotes union all select id from clips');
    expect(pieces).toEqual([]);
    const cards = await world.db.query(`select 1 from pieces_of_kit where subject_id = any($1::uuid[])`, [
      [person.id, link.id],
    ]);
    expect(cards).toEqual([]);
    const erased = await world.db.query(`select payload from outbox where name = 'people.erase-photo'`);
    expect(erased).toMatchObject([{ payload: { key: 'image/face.jpg' } }]);
  });

  it('leaves what was heard: the episodes, the others in them, and the words without the name', async () => {
    const { body } = await world.get(`/${show.slug}/feed.xml`);
    expect(body.match(/<item>/g)).toHaveLength(2);
    expect(body).toContain('Claire Morin');
    const rows = await world.db.query(
      `select t.segments from transcripts t join episode_copies c on c.id = t.copy_id where c.episode_id = $1`,
      [episode.id],
    );
    for (const { segments } of rows) {
      expect(segments).toMatchObject([
        { speaker: '', text: 'Une date est une promesse.' },
        { speaker: 'Claire Morin', text: 'Voilà.' },
      ]);
    }
  });

  it('does not come back in writing where they had said no to that', async () => {
    const { db, catalog } = world;
    const other = await aPerson(db, 'Ondine Xarvel');
    const people = [{ personId: other.id, role: 'guest' as const, organisation: '', texts: [] }];
    const given = { title: 'Trois', people, publishedAt: '2026-05-14T11:00:00Z' };
    const third = await anEpisode(db, show, given, world.addresses);
    const at = { showId: show.id, episodeId: third.id, version: 1 };
    await catalog.transcripts.replace(system, { ...at, lang: 'fr' }, { text: 'Ondine Xarvel : Rien de tout cela.' });
    await catalog.publishing.update(system, show.id, third.id);
    const { id } = await catalog.guestLinks.ensure(system, show.id, third.id, other.id);
    await db.query(`update guest_links set consents = '{"transcript": false}' where id = $1`, [id]);
    expect(await catalog.erasePerson.preview(system, other.id)).toMatchObject({ transcripts: 1 });
    await catalog.erasePerson.erase(system, other.id, 'Ondine Xarvel');
    await settler.settle();
    const [{ n }] = await db.query(
      'select count(*)::int n from transcripts t join episode_copies c on c.id = t.copy_id where c.episode_id = $1',
      [third.id],
    );
    expect(n).toBe(0);
    expect((await world.get('/fr/search?q=cela')).body).not.toContain('Rien de tout cela');
  });
});
