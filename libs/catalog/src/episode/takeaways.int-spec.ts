import { toTimeline } from '#libs/ffmpeg';
import { system } from '#libs/kernel';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aRevision } from '../../../../test/factories/media.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import type { Show } from '../show/show.entity.js';

const durationMs = 60_000;
const made = { durationMs, originalKey: 'original/a', timeline: toTimeline(durationMs) };
const text = { lang: 'fr', title: 'Parler clair', summary: '', notes: '' };

describe('takeaways and the place to start', () => {
  let world: World;
  let show: Show;
  beforeAll(async () => {
    world = await aWorld();
    show = await aShow(world.db);
  });
  afterAll(() => world.close());

  const working = async (id: string) => (await world.catalog.desk.get(system, show.id, id)).working;
  const takeaways = async (id: string) => (await working(id)).texts[0]!.takeaways;
  const save = async (id: string, given: { text: string; atMs: number | null }[] | undefined) => {
    const { versions } = await working(id);
    const form = given ? { ...text, takeaways: given } : text;
    await world.catalog.edits.texts(system, show.id, id, [form], { version: versions.texts });
  };

  it('are kept by a form that does not name them, and emptied by one that does', async () => {
    const { id } = await anEpisode(world.db, show, { state: 'draft' });
    await save(id, [
      { text: ' Une date\ttenue ', atMs: 10_000 },
      { text: '  ', atMs: null },
    ]);
    await save(id, undefined);
    expect(await takeaways(id)).toEqual([{ text: 'Une date tenue', atMs: 10_000 }]);
    await save(id, []);
    expect(await takeaways(id)).toEqual([]);
  });

  it('are refused when they are too many, too long or outside the sound', async () => {
    const { id } = await anEpisode(world.db, show, { state: 'draft', revision: made });
    const wrong = async (given: { text: string; atMs: number | null }[]) =>
      save(id, given).then(
        () => [],
        ({ fields }: { fields: { path: string }[] }) => fields.map(({ path }) => path),
      );
    const one = (more = {}) => ({ text: 'Une', atMs: null, ...more });
    expect(await wrong(Array.from({ length: 21 }, () => one()))).toEqual(['texts.0.takeaways']);
    expect(await wrong([one({ text: 'x'.repeat(301) })])).toEqual(['texts.0.takeaways.0.text']);
    expect(await wrong([one(), one({ atMs: durationMs })])).toEqual(['texts.0.takeaways.1.atMs']);
    expect(await wrong(Array.from({ length: 20 }, () => one({ atMs: durationMs - 1 })))).toEqual([]);
    const { edits } = world.catalog;
    await expect(edits.basics(system, show.id, id, { version: 1, startHereMs: durationMs })).rejects.toMatchObject({
      fields: [{ path: 'startHereMs' }],
    });
  });

  it('move with the sound; a time that is cut away is forgotten, the words stay', async () => {
    const episode = await anEpisode(world.db, show, { state: 'draft', revision: made, startHereMs: 40_000 });
    await save(episode.id, [
      { text: 'Coupée', atMs: 12_000 },
      { text: 'Au bord', atMs: 29_000 },
      { text: 'Après', atMs: 45_000 },
    ]);
    const cut = await aRevision(world.db, show.id, {
      ...made,
      recordingId: episode.recordingId!,
      number: 2,
      durationMs: 40_000,
      timeline: toTimeline(durationMs, [{ startMs: 10_000, endMs: 30_000 }]),
    });
    await world.catalog.episodeMedia.attachRevision(cut.recordingId, cut.revisionId);
    const copy = await working(episode.id);
    expect(copy.texts[0]!.takeaways).toEqual([
      { text: 'Coupée', atMs: null },
      { text: 'Au bord', atMs: 10_000 },
      { text: 'Après', atMs: 25_000 },
    ]);
    expect([copy.startHereMs, copy.versions.texts, copy.versions.basics]).toEqual([20_000, 3, 3]);
    const changes = await world.catalog.desk.changes(system, show.id, episode.id);
    expect(changes.filter(({ userId, version }) => userId === null && version === 3)).toHaveLength(2);
  });

  it('are released by Update', async () => {
    const { id } = await anEpisode(world.db, show, { title: text.title });
    await save(id, [{ text: 'Une date tenue', atMs: 10_000 }]);
    const released = async () => (await world.catalog.episodeQuery.byId(id))!.texts[0]!.takeaways;
    expect(await released()).toEqual([]);
    await world.catalog.publishing.update(system, show.id, id);
    expect(await released()).toEqual([{ text: 'Une date tenue', atMs: 10_000 }]);
  });
});
