import { system } from '#libs/kernel';
import { anActor, aUser } from '../../../../test/factories/accounts.js';
import { anEpisode, anEvent, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aRevision } from '../../../../test/factories/media.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import type { Show } from '../show/show.entity.js';

const text = (title: string, more = {}) => [{ lang: 'fr', title, summary: '', notes: '', ...more }];

describe('editing an episode', () => {
  let world: World;
  let show: Show;
  beforeAll(async () => {
    world = await aWorld();
    show = await aShow(world.db);
  });
  afterAll(() => world.close());

  const draft = async (given = {}) => (await anEpisode(world.db, show, { state: 'draft', ...given })).id;
  const working = async (id: string) => (await world.catalog.desk.get(system, show.id, id)).working;

  it('refuses a stale save with both values and loses neither', async () => {
    const { edits } = world.catalog;
    const id = await draft({ title: 'Base' });
    await edits.texts(system, show.id, id, text('La sienne'), { version: 1 });
    const error = await edits.texts(system, show.id, id, text('La mienne'), { version: 1 }).catch((e: unknown) => e);
    expect(error).toMatchObject({
      code: 'STALE_VERSION',
      status: 409,
      extra: { theirs: text('La sienne'), yours: text('La mienne'), version: 2 },
    });
    expect((await working(id)).texts[0]!.title).toBe('La sienne');
  });

  it('lets only one of two simultaneous saves of a group through, and both of two groups', async () => {
    const { edits } = world.catalog;
    const id = await draft();
    const saves = await Promise.allSettled([
      edits.texts(system, show.id, id, text('Un'), { version: 1 }),
      edits.texts(system, show.id, id, text('Deux'), { version: 1 }),
      edits.chapters(system, show.id, id, '00:00 Début', { version: 1 }),
    ]);
    expect(saves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(saves[2].status).toBe('fulfilled');
  });

  it('keeps a row of every change, with who made it', async () => {
    const user = await aUser(world.db);
    const actor = anActor({ userId: user.id, roles: { [show.id]: 'editor' } });
    const id = await draft({ title: 'Avant' });
    await world.catalog.edits.texts(actor, show.id, id, text('Après'), { version: 1 });
    await world.catalog.edits.texts(actor, show.id, id, text('Après'), { version: 2 });
    const changes = await world.catalog.desk.changes(actor, show.id, id);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      fieldGroup: 'texts',
      version: 2,
      userId: user.id,
      before: text('Avant'),
      after: text('Après'),
    });
  });

  it('confirms proposals with a save, but those it asks to keep open', async () => {
    const { drafts, edits } = world.catalog;
    const id = await drafts.create(system, show.id, {
      fileName: 'x-12-des-idees-neuves.wav',
      tags: { title: 'Un titre', comment: 'Un mot' },
    });
    expect((await working(id)).proposals).toEqual({ title: 'tags', summary: 'tags', number: 'file-name' });
    await edits.texts(system, show.id, id, text('Un titre', { notes: 'Des notes' }), { version: 1, keep: ['title'] });
    expect((await working(id)).proposals).toEqual({ title: 'tags', number: 'file-name' });
    await edits.basics(system, show.id, id, { version: 1, season: 2 });
    expect((await working(id)).proposals).toEqual({ title: 'tags', number: 'file-name' });
    await edits.basics(system, show.id, id, { version: 2, number: 12 });
    await edits.texts(system, show.id, id, text('Un titre', { notes: 'Des notes' }), { version: 2 });
    expect(await working(id)).toMatchObject({ proposals: {}, versions: { texts: 2, basics: 2 } });
  });

  it('cleans a title and refuses one of 300 characters', async () => {
    const { edits } = world.catalog;
    const id = await draft();
    await edits.texts(system, show.id, id, text('A & B ]]> C\u000b D \ud800\n E'), { version: 1 });
    expect((await working(id)).texts[0]!.title).toBe('A & B ]]> C D \ufffd E');
    await expect(edits.texts(system, show.id, id, text('x'.repeat(300)), { version: 2 })).rejects.toMatchObject({
      code: 'INVALID',
      fields: [{ path: 'texts.0.title', message: 'error.field.title.long', params: { max: 255, n: 300 } }],
    });
    expect((await working(id)).versions.texts).toBe(2);
  });

  it('stores notes without what runs', async () => {
    const id = await draft();
    await world.catalog.edits.texts(system, show.id, id, text('T', { notes: '[x](javascript:alert(1))' }), {
      version: 1,
    });
    expect((await working(id)).texts[0]!.notes).toBe('[x](alert(1))');
  });

  it('refuses a pasted list line by line and saves nothing', async () => {
    const id = await draft();
    await expect(
      world.catalog.edits.chapters(system, show.id, id, '00:00 Un\nrien', { version: 1 }),
    ).rejects.toMatchObject({
      fields: [{ path: 'pasted.2' }],
    });
    expect((await working(id)).chapters).toEqual([]);
  });

  it('makes a new person of an unknown name, once, and finds a known one', async () => {
    const { edits } = world.catalog;
    const known = await aPerson(world.db, 'Mélanie Roy');
    const id = await draft();
    const guest = {
      role: 'guest' as const,
      organisation: 'Atelier',
      texts: [{ lang: 'fr', title: 'Directrice', disclaimer: 'Propos personnels.' }],
    };
    await edits.people(
      system,
      show.id,
      id,
      [
        { name: 'Karim Ben', ...guest },
        { name: 'Mélanie Roy', ...guest },
      ],
      { version: 1 },
    );
    const first = (await working(id)).appearances.map(({ personId }) => personId);
    expect(first[1]).toBe(known.id);
    await edits.people(system, show.id, id, [{ name: 'Karim Ben', ...guest }], { version: 2 });
    expect((await working(id)).appearances.map(({ personId }) => personId)).toEqual([first[0]]);
    const twice = [
      { personId: known.id, ...guest },
      { name: 'Mélanie Roy', ...guest },
    ];
    await expect(edits.people(system, show.id, id, twice, { version: 3 })).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('moves a published talk to its event at once, and redirects', async () => {
    const { edits, episodeQuery } = world.catalog;
    const event = await anEvent(world.db, show);
    const { id } = await anEpisode(world.db, show, { title: 'La conférence', number: null });
    await edits.basics(system, show.id, id, { version: (await working(id)).versions.basics, eventId: event.id });
    expect(await episodeQuery.byAddress({ show: show.slug }, 'fr', 'la-conference')).toMatchObject({
      kind: 'moved',
      eventSlug: event.slug,
    });
    expect(await episodeQuery.byAddress({ event: event.slug }, 'fr', 'la-conference')).toMatchObject({ kind: 'found' });
    expect((await episodeQuery.allOfEvent(event.id)).map((talk) => talk.id)).toEqual([id]);
  });

  it('does not find the event of another show', async () => {
    const other = await aShow(world.db, { title: 'Autre' });
    const event = await anEvent(world.db, other, { name: 'Ailleurs' });
    const id = await draft();
    const { edits, drafts } = world.catalog;
    const versions = (await working(id)).versions;
    await expect(
      edits.basics(system, show.id, id, { version: versions.basics, eventId: event.id }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(drafts.create(system, show.id, { eventId: event.id })).rejects.toMatchObject({ status: 404 });
  });

  it('corrects open proposals from the probe and leaves what was written', async () => {
    const { drafts, edits, episodeMedia } = world.catalog;
    const probe = {
      tags: { title: 'Des balises', date: '2026-02-03' },
      chapters: [{ startMs: 0, title: 'Un' }],
      coverKey: 'image/tagged.jpg',
    };
    const id = await drafts.create(system, show.id, { fileName: '5-la-suite.wav' });
    await edits.basics(system, show.id, id, { version: 1, recordedOn: '2026-01-01' });
    const { recordingId, revisionId } = await aRevision(world.db, show.id, { probe });
    await episodeMedia.useRecording(system, show.id, id, recordingId);
    await episodeMedia.attachRevision(recordingId, revisionId);
    const copy = await working(id);
    expect(copy).toMatchObject({ recordedOn: '2026-01-01', number: 5, coverKey: 'image/tagged.jpg', revisionId });
    expect([copy.texts[0]!.title, copy.chapters[0]!.title]).toEqual(['Des balises', 'Un']);
    expect(copy.proposals).toEqual({ title: 'tags', number: 'file-name', chapters: 'tags', cover: 'tags' });
  });
});
