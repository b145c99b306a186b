import { OutboxRow } from '#libs/database';
import { system } from '#libs/kernel';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aRevision } from '../../../../test/factories/media.js';
import { aCatalog, aWorld, type World } from '../../../../test/factories/world.js';
import type { Show } from '../show/show.entity.js';
import { Episode } from './episode.entity.js';

describe('a scheduled episode', () => {
  let world: World;
  let show: Show;
  beforeAll(async () => {
    world = await aWorld();
    show = await aShow(world.db);
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.set('2026-03-01T12:00:00Z'));

  const read = (id: string) => world.db.getRepository(Episode).findOneByOrFail({ id });
  const plan = async (local: string, given: Parameters<typeof anEpisode>[2] = {}) => {
    const { id } = await anEpisode(world.db, show, { ...given, state: 'draft' });
    await world.catalog.publishing.schedule(system, show.id, id, { local, zone: 'America/Montreal' });
    return id;
  };

  it('keeps what was typed, its zone and the instant, on both sides of the spring change', async () => {
    const before = await read(await plan('2026-03-08T01:30'));
    const after = await read(await plan('2026-03-08T03:30'));
    expect(before).toMatchObject({
      state: 'scheduled',
      scheduledLocal: '2026-03-08T01:30',
      scheduledZone: 'America/Montreal',
    });
    expect(after.scheduledAt!.getTime() - before.scheduledAt!.getTime()).toBe(3_600_000);
    await expect(plan('2026-03-08T02:30')).rejects.toMatchObject({ code: 'LOCAL_TIME_MISSING' });
  });

  it('is published once, with the scheduled date, however late and however many ask (fault:F29)', async () => {
    const id = await plan('2026-03-10T07:00');
    const due = new Date('2026-03-10T11:00:00Z');
    const late = new Date('2026-03-10T11:10:00Z');
    expect(await world.catalog.publishing.publishDue(new Date(due.getTime() - 1))).not.toContain(id);
    const workers = Array.from({ length: 4 }, () => aCatalog(world.db, world.clock, world.addresses));
    const runs = await Promise.all(workers.map(({ publishing }) => publishing.publishDue(late)));
    expect(runs.flat().filter((done) => done === id)).toEqual([id]);
    expect(await read(id)).toMatchObject({ state: 'published', publishedAt: due, scheduledAt: null });
    const facts = await world.db.getRepository(OutboxRow).findBy({ name: 'episode.published' });
    expect(facts.filter(({ payload }) => payload['episodeId'] === id)).toHaveLength(1);
  });

  it('waits for its sound and then goes out', async () => {
    const id = await plan('2026-03-11T07:00', { revision: false });
    const late = new Date('2026-03-11T12:00:00Z');
    expect(await world.catalog.publishing.publishDue(late)).not.toContain(id);
    const { episode, blockers } = await world.catalog.desk.get(system, show.id, id);
    expect([episode.state, blockers]).toEqual(['scheduled', [{ code: 'AUDIO_MISSING', field: 'audio' }]]);
    const { recordingId, revisionId } = await aRevision(world.db, show.id);
    await world.catalog.episodeMedia.useRecording(system, show.id, id, recordingId);
    await world.catalog.episodeMedia.attachRevision(recordingId, revisionId);
    expect(await world.catalog.publishing.publishDue(late)).toContain(id);
  });

  it('does not go out when it was unscheduled, or lies in the bin', async () => {
    const { publishing, bin } = world.catalog;
    const [free, binned] = [await plan('2026-03-12T07:00'), await plan('2026-03-12T07:00')];
    await publishing.unschedule(system, show.id, free);
    await bin.deleteEpisode(system, show.id, binned);
    await publishing.publishDue(new Date('2026-03-13T00:00:00Z'));
    expect([(await read(free)).state, (await read(binned)).state]).toEqual(['draft', 'draft']);
  });
});
