import { OutboxRow } from '#libs/database';
import { system } from '#libs/kernel';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aRevision } from '../../../../test/factories/media.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { Episode } from './episode.entity.js';
import { episodeEdited } from './episode.facts.js';

describe('publishing an episode', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  const facts = async (episodeId: string) => {
    const rows = await world.db.getRepository(OutboxRow).find({ order: { id: 'ASC' } });
    const names = rows.filter(({ payload }) => payload['episodeId'] === episodeId).map(({ name }) => name);
    return names.filter((name) => name !== episodeEdited);
  };
  const read = (id: string) => world.db.getRepository(Episode).findOneByOrFail({ id });
  const title = async (id: string) => (await world.catalog.episodeQuery.byId(id))?.texts[0]?.title;

  it('keeps guid, address and date when it is unpublished and published again (feed:I07)', async () => {
    const { publishing, episodeQuery } = world.catalog;
    const show = await aShow(world.db);
    const first = await anEpisode(world.db, show, { publishedAt: '2026-01-05T12:00:00Z' });
    const slug = (await episodeQuery.byId(first.id))!.texts[0]!.slug;
    await publishing.unpublish(system, show.id, first.id);
    expect(await episodeQuery.byId(first.id)).toBeUndefined();
    expect(await episodeQuery.byAddress({ show: show.slug }, 'fr', slug)).toEqual({ kind: 'withdrawn' });
    world.clock.set('2026-06-01T00:00:00Z');
    await publishing.publish(system, show.id, first.id);
    const again = await read(first.id);
    expect([again.guid, again.publishedAt, again.state]).toEqual([first.guid, first.publishedAt, 'published']);
    expect(await episodeQuery.byAddress({ show: show.slug }, 'fr', slug)).toMatchObject({ kind: 'found' });
    expect(await facts(first.id)).toEqual(['episode.published', 'episode.unpublished', 'episode.published']);
  });

  it('shows an edit only after Update, and says meanwhile that there is one', async () => {
    const { edits, publishing } = world.catalog;
    const show = await aShow(world.db);
    const { id } = await anEpisode(world.db, show, { title: 'Avant' });
    const texts = [{ lang: 'fr', title: 'Après', summary: '', notes: '' }];
    await edits.texts(system, show.id, id, texts, { version: 1 });
    expect([await title(id), (await read(id)).hasUnreleasedChanges]).toEqual(['Avant', true]);
    await publishing.update(system, show.id, id);
    expect([await title(id), (await read(id)).hasUnreleasedChanges]).toEqual(['Après', false]);
    expect(await facts(id)).toEqual(['episode.published', 'episode.updated']);
  });

  it('keeps the sound that is published until Update when new sound is ready', async () => {
    const { episodeMedia, episodeQuery, publishing } = world.catalog;
    const show = await aShow(world.db);
    const { id, recordingId } = await anEpisode(world.db, show);
    const { revisionId } = await aRevision(world.db, show.id, { recordingId: recordingId!, number: 2, bytes: 999 });
    await episodeMedia.attachRevision(recordingId!, revisionId);
    await episodeMedia.attachRevision(recordingId!, revisionId);
    expect((await episodeQuery.byId(id))!.enclosure!.revisionNumber).toBe(1);
    expect((await read(id)).hasUnreleasedChanges).toBe(true);
    await publishing.update(system, show.id, id);
    expect((await episodeQuery.byId(id))!.enclosure).toMatchObject({ revisionNumber: 2, bytes: 999 });
  });

  it('does not go back to older sound that comes late', async () => {
    const { episodeMedia, desk } = world.catalog;
    const show = await aShow(world.db);
    const { id, recordingId } = await anEpisode(world.db, show, { state: 'draft', revision: { number: 2 } });
    const late = await aRevision(world.db, show.id, { recordingId: recordingId!, number: 1 });
    const before = (await desk.get(system, show.id, id)).working.revisionId;
    await episodeMedia.attachRevision(recordingId!, late.revisionId);
    expect((await desk.get(system, show.id, id)).working.revisionId).toBe(before);
    await expect(episodeMedia.attachRevision(late.revisionId, late.revisionId)).resolves.toBeUndefined();
  });

  it('is refused with everything that is missing, and changes nothing', async () => {
    const show = await aShow(world.db, { withoutCover: true });
    const { id } = await anEpisode(world.db, show, { state: 'draft', revision: false, title: '' });
    const error = await world.catalog.publishing.publish(system, show.id, id).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'EPISODE_NOT_READY', status: 422 });
    const codes = (error as { extra: { blockers: { code: string }[] } }).extra.blockers.map(({ code }) => code);
    expect(codes).toEqual(['AUDIO_MISSING', 'TITLE_MISSING', 'COVER_MISSING']);
    expect([(await read(id)).state, await facts(id)]).toEqual(['draft', []]);
  });

  it('makes the podcast:guid at the first publication and never again (feed:P12)', async () => {
    const { showQuery, publishing } = world.catalog;
    const show = await aShow(world.db, { title: 'Guid' });
    const guid = async () => (await showQuery.byId(show.id))!.podcastGuid;
    expect(await guid()).toBeNull();
    const { id } = await anEpisode(world.db, show);
    const first = await guid();
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
    await publishing.update(system, show.id, id);
    expect(await guid()).toBe(first);
  });

  it('redirects from the address of an earlier title, and finds the one language under the other', async () => {
    const { edits, publishing, episodeQuery } = world.catalog;
    const show = await aShow(world.db);
    const { id } = await anEpisode(world.db, show, { title: 'Avant', number: 7 });
    await edits.texts(system, show.id, id, [{ lang: 'fr', title: 'Après', summary: '', notes: '' }], { version: 1 });
    await publishing.update(system, show.id, id);
    const at = (lang: string, slug: string) => episodeQuery.byAddress({ show: show.slug }, lang, slug);
    expect(await at('fr', '7-avant')).toEqual({ kind: 'moved', showSlug: show.slug, eventSlug: null, slug: '7-apres' });
    expect(await at('fr', '7-apres')).toMatchObject({ kind: 'found', view: { id } });
    expect(await at('en', '7-apres')).toMatchObject({ kind: 'found', view: { id } });
    expect(await at('fr', 'jamais')).toEqual({ kind: 'missing' });
    expect(await episodeQuery.byAddress({ show: 'personne' }, 'fr', '7-apres')).toEqual({ kind: 'missing' });
  });

  it('gives two episodes of one title two addresses', async () => {
    const show = await aShow(world.db);
    const slugs = [];
    for (let i = 0; i < 2; i += 1) {
      const { id } = await anEpisode(world.db, show, { title: 'Le même', number: null });
      slugs.push((await world.catalog.episodeQuery.byId(id))!.texts[0]!.slug);
    }
    expect(slugs).toEqual(['le-meme', 'le-meme-1']);
  });
});
