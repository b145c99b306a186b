import { Episode as EpisodeRow, EpisodeCopy, type Episode, saveTranscript, type Show } from '#libs/catalog';
import { system } from '#libs/kernel';
import { Person, PersonsService } from '#libs/people';
import { findUnindexed, makeIndexEpisode, searchSubscriptions } from '#libs/search';
import { OutboxRow } from '#libs/database';
import type { JobRun } from '#libs/queue';
import { IsNull } from 'typeorm';
import { aPerson, anEpisode, anEvent, aShow } from '../../../../test/factories/catalog.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

const run: JobRun = { signal: new AbortController().signal, attempt: 1, isLastTry: false };
const spoken = [
  [0, 'On ne gagne pas la confiance avec un logo.'],
  [5_000, 'On la gagne avec une date tenue,'],
  [9_500, 'et c’est plus <b>difficile</b> & plus lent.'],
  [55_000, 'Les équipes développées ainsi gardent leurs clients, leur cœur aussi.'],
] as const;

describe('searching', () => {
  let world: WebWorld;
  let show: Show;
  let jean: Person;
  let talk: Episode;
  let english: Episode;

  beforeAll(async () => {
    world = await aWebWorld();
    world.clock.set('2026-05-20T00:00:00Z');
    show = await aShow(world.db);
    jean = await aPerson(world.db, 'Jean-François Tremblay');
    const people = [
      {
        personId: jean.id,
        role: 'guest' as const,
        organisation: 'Boréale',
        texts: [{ lang: 'fr', title: 'PDG', disclaimer: '' }],
      },
    ];
    talk = await anEpisode(world.db, show, {
      title: 'La promesse <script>alert(1)</script>',
      people,
      chapters: '0:00 Début\n0:55 La méthode',
      topics: ['Marque'],
    });
    await say(talk, 'fr', spoken);
    english = await anEpisode(
      world.db,
      await aShow(world.db, { title: 'Marketing News', slug: 'mn', language: 'en-CA' }),
      { title: 'Keeping dates', language: 'en-CA' },
    );
    await say(english, 'en', [
      [0, 'Trust is a date you keep, not a brand.'],
      [4_000, 'Marketing teams promise too much.'],
    ]);
    await settle();
  });
  afterAll(() => world?.close());

  const say = async (episode: Episode, lang: string, lines: readonly (readonly [number, string])[]) => {
    for (const kind of ['working', 'released'] as const) {
      const copy = await world.db.manager.findOneByOrFail(EpisodeCopy, { episodeId: episode.id, kind });
      const segments = lines.map(([startMs, text], n) => ({
        startMs,
        endMs: lines[n + 1]?.[0] ?? startMs + 4_000,
        speaker: 'Ann',
        text,
      }));
      await saveTranscript(
        world.db.manager,
        { copyId: copy.id, lang, savedAt: world.clock.now() },
        { segments, basis: null, isTimed: true },
      );
    }
  };
  const index = (payload: never) => makeIndexEpisode({ dataSource: world.db, clock: world.clock })(payload, run);
  /** As the worker does: facts become wishes, wishes become passages. */
  const settle = async () => {
    const rows = await world.db.manager.find(OutboxRow, { where: { relayedAt: IsNull() }, order: { id: 'ASC' } });
    for (const row of rows) {
      for (const subscription of searchSubscriptions[row.name] ?? [])
        await subscription(row.payload as never, world.db.manager);
      await world.db.manager.update(OutboxRow, { id: row.id }, { relayedAt: world.clock.now() });
    }
    for (const { payload } of await findUnindexed(world.db.manager)) await index(payload as never);
  };
  const find = async (q: string, more = '', lang = 'fr') => {
    world.clock.forward(1_100);
    const answer = await world.get(`/${lang}/search?q=${encodeURIComponent(q)}${more}`);
    expect(answer.body).not.toMatch(/undefined|\[object|NaN|alert\(1\)<\/script>/);
    return answer;
  };
  const moments = (body: string) =>
    [...body.matchAll(/<li><a class="at" href="([^"]+)".*?<p[^>]*>(.*?)<\/p>/g)].map(([, href, text]) => [href, text]);
  const titles = (body: string) =>
    [...body.matchAll(/<h3><a href="[^"]*"[^>]*>(.*?)<\/a>/g)].map(([, title]) => title!.replaceAll(/<\/?mark>/g, ''));

  it('finds moments that play from there, marked as structure', async () => {
    const { status, body, headers } = await find('date tenue');
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=0, must-revalidate']);
    expect(body).toContain('<meta name="robots" content="noindex"/>');
    const [first] = moments(body);
    expect(first![0]).toMatch(/\?t=5$/);
    expect(first![1]).toContain(
      'une <mark>date</mark> <mark>tenue</mark>, et c’est plus &lt;b&gt;difficile&lt;/b&gt; &amp; plus lent.',
    );
    expect(body).toContain('La promesse &lt;script&gt;');
  });

  it.each([
    ['developpees', 1],
    ['développé', 1],
    ['DÉVELOPPER', 1],
    ['coeur', 1],
    ['cœur', 1],
    ['équip', 1],
    ['"date tenue"', 1],
    ['"tenue date"', 0],
    ['confiance -logo', 0],
    ['logo OR dates', 2],
    ['jean-francois', 1],
    ['tremblay confiance', 1],
    ['boreale', 1],
    ['méthode', 1],
    ['marque', 1],
    ['brand', 1],
    ['zzzz', 0],
    ['de la', 0],
    ['l’équipe', 1],
    ['marketing promises', 1],
  ])('finds by %j in %d episodes', async (q, count) => {
    expect(titles((await find(q)).body)).toHaveLength(count);
  });

  it.each([
    '',
    '%',
    "'",
    '&|!',
    '\\',
    '"',
    ':*',
    '<->',
    'a & b',
    "') or 1=1 --",
    '\u0000',
    '%00',
    '💥',
    'x'.repeat(5_000),
    '('.repeat(200),
    '-'.repeat(200),
    '" OR "',
  ])('answers %j like any other question', async (q) => {
    expect((await find(q)).status).toBe(200);
  });

  it('reads broken escapes and hostile filters as nothing', async () => {
    for (const more of [
      '%E0%A4',
      '&show=%27',
      '&year=99999',
      '&page=0',
      '&page=1e9',
      '&language=<script>',
      '&q=second',
    ]) {
      expect((await world.get(`/fr/search?q=date${more}`)).status).toBe(200);
    }
    expect(titles((await world.get('/fr/search?q=tenue&page=9')).body)).toEqual([]);
  });

  it('puts a title before a sentence, and says in which language it was said', async () => {
    const { body } = await find('dates');
    expect(titles(body)[0]).toBe('Keeping dates');
    expect(body).toContain('Ann · en anglais');
    expect(body).toContain('lang="en"');
    const translated = await anEpisode(world.db, show, { title: 'Traduite', language: 'en-CA' });
    await say(translated, 'fr', [[0, 'Une phrase transposée.']]);
    await settle();
    expect((await find('transposée')).body).toContain('Ann · traduction, en français');
  });

  it('narrows down by show, guest, language, event and year, and offers what there is', async () => {
    const event = await anEvent(world.db, show);
    await anEpisode(world.db, show, { title: 'Dates au micro', eventId: event.id });
    await settle();
    const all = await find('dates');
    expect(titles(all.body)).toHaveLength(3);
    expect(all.body).toContain('<option value="mn">Marketing News (1)</option>');
    expect(all.body).toContain(`<option value="${event.slug}">`);
    expect(titles((await find('dates', '&show=mn')).body)).toEqual(['Keeping dates']);
    expect(titles((await find('dates', '&language=en')).body)).toEqual(['Keeping dates']);
    expect(titles((await find('dates', `&event=${event.slug}`)).body)).toEqual(['Dates au micro']);
    expect(titles((await find('dates', '&guest=jean-francois-tremblay')).body)).toHaveLength(1);
    expect(titles((await find('dates', '&year=2026')).body)).toHaveLength(3);
    const none = await find('dates', '&year=1999');
    expect(titles(none.body)).toEqual([]);
    expect(none.body).toContain('Sans filtre');
  });

  it('finds nothing that is not everybody’s at this moment, before any job has run (abuse:A31)', async () => {
    const [secret] = [await anEpisode(world.db, show, { title: 'Introuvable ensuite' })];
    await settle();
    const seen = async () =>
      titles((await find('introuvable')).body).length +
      titles((await find('introuvable', '&show=' + show.slug)).body).length;
    expect(await seen()).toBe(2);
    const released = { episodeId: secret.id, kind: 'released' as const };
    for (const change of [
      { isUnlisted: true },
      { subscribersUntil: new Date('2030-01-01') },
      { expiresAt: new Date('2026-05-19') },
    ]) {
      await world.db.manager.update(EpisodeCopy, released, change);
      expect(await seen()).toBe(0);
      await world.db.manager.update(EpisodeCopy, released, {
        isUnlisted: false,
        subscribersUntil: null,
        expiresAt: null,
      });
    }
    await world.db.manager.update(EpisodeRow, { id: secret.id }, { deletedAt: world.clock.now() });
    expect(await seen()).toBe(0);
    await world.db.manager.update(EpisodeRow, { id: secret.id }, { deletedAt: null });
    expect(await seen()).toBe(2);
    await world.catalog.publishing.unpublish(system, show.id, secret.id);
    expect(await seen()).toBe(0);
    await settle();
    expect(await world.db.query('select 1 from search_passages where episode_id = $1', [secret.id])).toEqual([]);
    const draft = await anEpisode(world.db, show, { title: 'Introuvable brouillon', state: 'draft' });
    await settle();
    expect(await world.db.query('select 1 from search_passages where episode_id = $1', [draft.id])).toEqual([]);
  });

  it('finds nothing of what a guest does not want in writing (ux:G-03)', async () => {
    const link = await world.catalog.guestLinks.ensure(system, show.id, talk.id, jean.id);
    const guest = { kind: 'guest', linkId: link.id, episodeId: talk.id, personId: jean.id, role: 'guest' } as const;
    const say = async (transcript: boolean) => {
      const consents = { publish: true, clips: true, quotes: true, transcript, translation: true, training: false };
      await world.catalog.consents.save(guest, { consents, locale: 'fr-CA', words: '' });
      await settle();
      return moments((await find('date tenue')).body).length;
    };
    expect([await say(false), await say(true)]).toEqual([0, 1]);
  });

  it('follows a person’s name (ux:K-25)', async () => {
    const persons = new PersonsService(world.db, { acceptPhoto: async () => ({ key: '' }) } as never);
    expect(titles((await find('tremblay')).body)).toHaveLength(1);
    await persons.update(system, jean.id, { name: 'Jeanne Fortin' });
    await settle();
    expect([titles((await find('tremblay')).body), titles((await find('fortin')).body)]).toEqual([
      [],
      [expect.stringContaining('promesse')],
    ]);
  });

  it('is for people: sixty searches a minute for one client', async () => {
    let last = 200;
    for (let n = 0; n < 61; n += 1) last = (await world.get('/fr/search?q=logo')).status;
    expect(last).toBe(429);
    expect((await world.get('/fr/search')).status).toBe(200);
    world.clock.forward(61_000);
    expect((await find('logo')).status).toBe(200);
  });
});
