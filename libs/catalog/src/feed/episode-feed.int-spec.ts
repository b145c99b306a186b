import { toTimeline } from '#libs/ffmpeg';
import { system } from '#libs/kernel';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aRevision } from '../../../../test/factories/media.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { EpisodeChange } from '../episode/episode-change.entity.js';
import type { Show } from '../show/show.entity.js';

const second = 1_000;
const sound = (...cuts: [number, number][]) => ({
  durationMs: 600 * second,
  originalKey: 'original/a',
  timeline: toTimeline(
    600 * second,
    cuts.map(([from, to]) => ({ startMs: from * second, endMs: to * second })),
  ),
});
const bite = (from: number, to: number) => ({ startMs: from * second, durationMs: (to - from) * second, title: 'x' });

describe('what an episode says in the feed', () => {
  let world: World;
  let show: Show;
  beforeAll(async () => {
    world = await aWorld();
    show = await aShow(world.db);
  });
  afterAll(() => world.close());

  const desk = (id: string) => world.catalog.desk.get(system, show.id, id);

  it('reaches listeners with the release, and later changes with *Update*', async () => {
    const { edits, publishing, episodeQuery } = world.catalog;
    const { id } = await anEpisode(world.db, show, { state: 'draft', revision: sound() });
    const released = async () => (await episodeQuery.byId(id))!.feed;
    await edits.feed(system, show.id, id, { soundbites: [bite(10, 30)], display: 'Day 1' }, { version: 1 });
    await publishing.publish(system, show.id, id);
    expect(await released()).toMatchObject({ soundbites: [bite(10, 30)], display: 'Day 1' });
    await edits.feed(system, show.id, id, { blocked: true }, { version: 2 });
    expect((await desk(id)).episode.hasUnreleasedChanges).toBe(true);
    expect((await released()).blocked).toBe(false);
    await publishing.update(system, show.id, id);
    expect(await released()).toMatchObject({ soundbites: [bite(10, 30)], blocked: true });
  });

  it('moves with the cuts of its sound, as a change like any other', async () => {
    const { edits, episodeMedia } = world.catalog;
    const { id, recordingId } = await anEpisode(world.db, show, { state: 'draft', revision: sound() });
    await edits.feed(system, show.id, id, { soundbites: [bite(100, 130), bite(300, 330)] }, { version: 1 });
    const { revisionId } = await aRevision(world.db, show.id, {
      ...sound([0, 10], [290, 340]),
      recordingId: recordingId!,
      number: 2,
    });
    await episodeMedia.attachRevision(recordingId!, revisionId);
    const { working } = await desk(id);
    expect(working.feed.soundbites).toEqual([bite(90, 120)]);
    expect(working.versions.feed).toBe(3);
    const [, moved] = await world.db
      .getRepository(EpisodeChange)
      .find({ where: { episodeId: id, fieldGroup: 'feed' }, order: { version: 'ASC' } });
    expect(moved).toMatchObject({ version: 3, userId: null, before: { soundbites: [bite(100, 130), bite(300, 330)] } });
  });
});
