import { OutboxRow } from '#libs/database';
import { system } from '#libs/kernel';
import { Revision } from '#libs/media';
import { aRevision } from '../../../../test/factories/media.js';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { Episode } from './episode.entity.js';
import { episodeEdited } from './episode.facts.js';

describe('a release and the tags of its file', () => {
  let world: World;
  let episode: Episode;
  beforeAll(async () => {
    world = await aWorld();
  });
  beforeEach(async () => {
    episode = await anEpisode(world.db, await aShow(world.db), { state: 'draft' });
    await tell({ order: { tags: { title: 'Avant' }, chapters: [], coverKey: null } });
  });
  afterAll(() => world.close());

  const tell = (changes: { order: Record<string, unknown> }) =>
    world.db.getRepository(Revision).update({ recordingId: episode.recordingId! }, changes as never);
  const read = () => world.db.getRepository(Revision).findOneByOrFail({ recordingId: episode.recordingId! });
  const publish = () => world.catalog.publishing.publish(system, episode.showId, episode.id);
  /** As `media.tag` does it. */
  const tag = async () => tell({ order: { ...(await world.catalog.episodeMedia.renderOrder(episode.recordingId!)) } });
  const asked = async () => {
    const rows = await world.db.getRepository(OutboxRow).findBy({ name: episodeEdited });
    return rows.filter(({ payload }) => payload['episodeId'] === episode.id).length;
  };

  it('waits for the tags that it has asked for, and freezes the file', async () => {
    const before = await asked();
    const publishing = publish();
    while ((await asked()) === before) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await read()).releasedAt).toBeNull();
    await tag();
    await publishing;
    expect((await read()).releasedAt).toEqual(world.clock.now());
  }, 30_000);

  it('says after some seconds that it has to be tried again, and changes nothing', async () => {
    await expect(publish()).rejects.toMatchObject({ code: 'EPISODE_BEING_TAGGED', status: 409 });
    expect((await read()).releasedAt).toBeNull();
    expect(await world.db.getRepository(Episode).findOneByOrFail({ id: episode.id })).toMatchObject({ state: 'draft' });
  }, 60_000);

  it('that is due gets its tags first and keeps its date', async () => {
    const scheduledAt = new Date(world.clock.now().getTime() - 60_000);
    await world.db.getRepository(Episode).update({ id: episode.id }, { state: 'scheduled', scheduledAt });
    const before = await asked();
    expect(await world.catalog.publishing.publishDue(world.clock.now())).toEqual([]);
    expect(await asked()).toBe(before + 1);
    await tag();
    expect(await world.catalog.publishing.publishDue(world.clock.now())).toEqual([episode.id]);
    const { publishedAt } = await world.db.getRepository(Episode).findOneByOrFail({ id: episode.id });
    expect(publishedAt).toEqual(scheduledAt);
  });

  it('replaces the file before it at the moment of the update, however old the episode is', async () => {
    await tag();
    await publish();
    const { id: first } = await read();
    world.clock.forward(60 * 24 * 3_600_000);
    const recordingId = episode.recordingId!;
    const { revisionId } = await aRevision(world.db, episode.showId, { recordingId, number: 2 });
    await world.catalog.episodeMedia.attachRevision(recordingId, revisionId);
    await world.catalog.publishing.update(system, episode.showId, episode.id);
    const find = (id: string) => world.db.getRepository(Revision).findOneByOrFail({ id });
    expect(await find(revisionId)).toMatchObject({ releasedAt: world.clock.now(), replacedAt: null });
    expect(await find(first)).toMatchObject({ replacedAt: world.clock.now() });
  });

  it('wants the show’s words in every file that it has', async () => {
    const wanted = await world.catalog.episodeMedia.wantedWords({ showId: episode.showId });
    expect(wanted).toEqual([
      { revisionId: (await read()).id, order: expect.objectContaining({ sound: expect.anything() }) },
    ]);
  });
});
