import { Show } from '#libs/catalog';
import { system } from '#libs/kernel';
import { PersonsService } from '#libs/people';
import sharp from 'sharp';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { CardQuery } from '../card/card.query.js';
import { aPieceBench, type PieceBench } from '../../../../test/factories/piece-bench.js';
import { KitPieces, versionOf } from './kit-pieces.js';
import { PieceOfKit } from './piece-of-kit.entity.js';
import { tagSubjectId } from './plan-subscriptions.js';
import { findUnmade, findWithoutCard, onPieceParked } from './reconcile-pieces.js';

describe('the cards of pages', () => {
  let world: World;
  let bench: PieceBench;
  let cards: CardQuery;
  beforeAll(async () => {
    world = await aWorld();
    bench = await aPieceBench(world);
    cards = new CardQuery(world.db, world.clock, world.addresses);
  });
  afterAll(async () => {
    await bench.close();
    await world.close();
  });

  const guestOf = (personId: string, organisation = 'Banque du Nord', employer?: 'named' | 'hidden') => [
    {
      personId,
      role: 'guest' as const,
      organisation,
      employer,
      texts: [{ lang: 'fr', title: 'Directrice', disclaimer: '' }],
    },
  ];
  const texts = [
    { lang: 'fr', title: 'La confiance', summary: '', notes: '' },
    { lang: 'en', title: 'Trust', summary: '', notes: '' },
  ];
  const pieceOf = async (subjectId: string, lang: string) =>
    (await new KitPieces(world.db).ofSubject('episode', subjectId)).find(
      (piece) => piece.lang === lang && piece.kind === 'card',
    )!;

  it('are made in each language that an episode has, and for its show, people and tags', async () => {
    const person = await aPerson(world.db, 'Mélanie Roy');
    const show = await aShow(world.db, { accent: '#0b6e6e' });
    const episode = await anEpisode(world.db, show, { texts, people: guestOf(person.id), topics: ['Confiance'] });
    await bench.settle();
    const [fr, en] = [await cards.of('episode', episode.id, 'fr'), await cards.of('episode', episode.id, 'en')];
    expect(fr).toMatchObject({ width: 1200, height: 630 });
    expect(fr!.alt).toContain('Mélanie Roy, Directrice, Banque du Nord. La confiance.');
    expect(en!.alt).toContain('Trust.');
    expect(fr!.url).toMatch(/^https:\/\/estrade\.example\.org\/m\/card\/[0-9a-f-]{36}\/[0-9a-f]{12}\.png$/);
    const file = await cards.file(fr!.url.split('/').at(-2)!);
    const { width, height, format } = await sharp(await bench.storage.readBytes(file!.key)).metadata();
    expect([width, height, format]).toEqual([1200, 630, 'png']);
    expect(await cards.of('show', show.id, 'en')).toBeDefined();
    expect(await cards.of('person', person.id, 'fr')).toBeDefined();
    expect(await cards.of('tag', tagSubjectId('confiance'), 'fr')).toMatchObject({ alt: '#Confiance. Un épisode.' });
    expect(await cards.of('site', '00000000-0000-0000-0000-000000000000', 'en')).toBeDefined();
  });

  it('do not show a face from the moment it is taken away, drawn anew or not yet', async () => {
    const person = await aPerson(world.db, 'Jeanne Sans-Visage');
    const key = 'image/0190e7a0-0000-7000-8000-00000000face.jpg';
    const face = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#f00' } })
      .jpeg()
      .toBuffer();
    await bench.storage.put(key, face);
    const persons = new PersonsService(world.db, { acceptPhoto: async () => ({ key, width: 900 }) });
    await persons.replacePhoto(system, person.id, face);
    const episode = await anEpisode(world.db, await aShow(world.db), { texts, people: guestOf(person.id) });
    await bench.settle();
    const before = await pieceOf(episode.id, 'fr');
    expect(JSON.stringify(before.input)).toContain(key);
    expect(await cards.file(before.id)).toBeDefined();

    await persons.removePhoto(system, person.id);
    await bench.settle(['sharing.card']);
    expect([await cards.file(before.id), await cards.of('episode', episode.id, 'fr')]).toEqual([undefined, undefined]);
    expect(await bench.storage.exists(before.key!)).toBe(false);

    await bench.settle();
    const after = await pieceOf(episode.id, 'fr');
    expect(JSON.stringify(after)).not.toContain(key);
    expect((await cards.of('episode', episode.id, 'fr'))!.url).not.toContain(versionOf(before));
    expect((await cards.file(before.id))!.key).toBe(after.key);
  });

  it('are drawn anew with a new name, and the old file goes (ux:K-25)', async () => {
    const person = await aPerson(world.db, 'Jeanne Ancien-Nom');
    const episode = await anEpisode(world.db, await aShow(world.db), { texts, people: guestOf(person.id) });
    await bench.settle();
    const before = await pieceOf(episode.id, 'fr');
    const persons = new PersonsService(world.db, { acceptPhoto: async () => ({ key: 'image/x.jpg' }) });
    await persons.update(system, person.id, { name: 'Jeanne Nouveau-Nom' });
    await bench.settle();
    const after = await pieceOf(episode.id, 'fr');
    expect(after.id).toBe(before.id);
    expect(after.key).not.toBe(before.key);
    expect(await bench.storage.exists(before.key!)).toBe(false);
    const rows = JSON.stringify(await new KitPieces(world.db).ofSubject('episode', episode.id));
    expect(rows).not.toContain('Ancien-Nom');
    expect(rows).toContain('Nouveau-Nom');
  });

  it('stay as they are, byte for byte, when nothing that they show has changed (ux:K-11)', async () => {
    const show = await aShow(world.db);
    const episode = await anEpisode(world.db, show, { texts });
    await bench.settle();
    const before = await pieceOf(episode.id, 'fr');
    await world.catalog.edits.basics(system, show.id, episode.id, { version: 1, number: 12 });
    await world.catalog.publishing.update(system, show.id, episode.id);
    expect((await bench.settle()).filter((name) => name === 'sharing.card')).toEqual([]);
    expect(await pieceOf(episode.id, 'fr')).toEqual(before);
  });

  it('name no employer that may not be named, in picture, alt or row (ux:K-24)', async () => {
    const person = await aPerson(world.db, 'Karim Ben');
    const people = guestOf(person.id, 'Zyxwert Industries', 'hidden');
    const episode = await anEpisode(world.db, await aShow(world.db), { texts, people });
    await bench.settle();
    const rows = await world.db.query('select * from pieces_of_kit where subject_id = $1', [episode.id]);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('Zyxwert');
  });

  it('are not there, and answer nothing, once an episode is withdrawn; nor before it is announced (abuse:A31)', async () => {
    const show = await aShow(world.db);
    const draft = await anEpisode(world.db, show, { texts, state: 'draft' });
    const episode = await anEpisode(world.db, show, { texts });
    await bench.settle();
    expect(await cards.of('episode', draft.id, 'fr')).toBeUndefined();
    const { id, key } = await pieceOf(episode.id, 'fr');
    await world.catalog.publishing.unpublish(system, show.id, episode.id);
    expect(await cards.file(id)).toBeUndefined();
    await bench.settle();
    expect(await bench.storage.exists(key!)).toBe(false);
  });

  it('leave the page to its cover when the fonts lack the letters of a title', async () => {
    const han = [{ lang: 'fr', title: '人工知能とは何か', summary: '', notes: '' }];
    const episode = await anEpisode(world.db, await aShow(world.db), { texts: han });
    await bench.settle();
    expect(await pieceOf(episode.id, 'fr')).toMatchObject({ state: 'failed', key: null, error: 'card.error.letters' });
    expect(await cards.of('episode', episode.id, 'fr')).toBeUndefined();
  });

  it('are tried again with the next change after the queue gave up, and the page has its cover until then', async () => {
    const show = await aShow(world.db);
    const episode = await anEpisode(world.db, show, { texts });
    await bench.settle();
    const { id: pieceId, inputHash } = await pieceOf(episode.id, 'fr');
    await onPieceParked(world.db, 'sharing.card', { pieceId, inputHash });
    expect(await pieceOf(episode.id, 'fr')).toMatchObject({ state: 'failed', key: null, error: 'card.error.failed' });
    await world.catalog.publishing.update(system, show.id, episode.id);
    await bench.settle();
    expect(await pieceOf(episode.id, 'fr')).toMatchObject({ state: 'ready', inputHash, error: '' });
  });

  it('follow the title, the photograph and the accent; what stays the same is not drawn again (ux:K-11)', async () => {
    const show = await aShow(world.db);
    const person = await aPerson(world.db, 'Odile Roy');
    const episode = await anEpisode(world.db, show, { texts, people: guestOf(person.id) });
    await bench.settle();
    const keys = new Set([(await pieceOf(episode.id, 'fr')).key]);
    const isNew = async () => {
      await bench.settle();
      const { key } = await pieceOf(episode.id, 'fr');
      for (const old of keys) expect([old, await bench.storage.exists(old!)]).toEqual([old, false]);
      expect(keys.size).toBe(keys.add(key).size - 1);
    };
    const { catalog, db } = world;
    await catalog.edits.texts(system, show.id, episode.id, [{ ...texts[0]!, title: 'Autre' }, texts[1]!], {
      version: 2,
    });
    await catalog.publishing.update(system, show.id, episode.id);
    await isNew();
    const persons = new PersonsService(db, { acceptPhoto: async () => ({ key: 'image/new.jpg' }) });
    await persons.replacePhoto(system, person.id, new Uint8Array());
    await isNew();
    const { version } = await db.getRepository(Show).findOneByOrFail({ id: show.id });
    await catalog.shows.update(system, show.id, { version, accent: '#0b6e6e' });
    await isNew();
  }, 300_000);

  it('are found again when an order was lost', async () => {
    const episode = await anEpisode(world.db, await aShow(world.db), { texts });
    await bench.settle();
    await world.db.query(
      `update pieces_of_kit set state = 'wanted', key = null, updated_at = now() - interval '2 minutes' where subject_id = $1`,
      [episode.id],
    );
    const lost = (await findUnmade(world.db.manager)).map(({ payload }) => (payload as { pieceId: string }).pieceId);
    expect(lost).toContain((await pieceOf(episode.id, 'fr')).id);
    await world.db.getRepository(PieceOfKit).delete({ subjectId: episode.id });
    const missing = await findWithoutCard(world.db.manager);
    expect(missing.map(({ payload }) => (payload as { subjectId: string }).subjectId)).toContain(episode.id);
  });
});
