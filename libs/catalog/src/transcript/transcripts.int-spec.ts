import { newId, system } from '#libs/kernel';
import { anActor } from '../../../../test/factories/accounts.js';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aRevision } from '../../../../test/factories/media.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { Episode } from '../episode/episode.entity.js';
import type { Show } from '../show/show.entity.js';

const clip = (startMs: number, endMs: number) => ({
  ...{ source: 'recording' as const, startMs, endMs, fadeInMs: 0, fadeOutMs: 0 },
});
const vtt = (...cues: [number, string][]) =>
  `WEBVTT\n\n${cues.map(([s, text]) => `00:${String(s).padStart(2, '0')}.000 --> 00:${String(s + 2).padStart(2, '0')}.000\n${text}\n\n`).join('')}`;
const text = vtt([0, '<v Ève>Bonjour.'], [10, '<v Jean Tremblay>Merci.'], [40, '<v Speaker 3>Fin.']);

describe('the transcripts of an episode', () => {
  let world: World;
  let show: Show;
  beforeAll(async () => {
    world = await aWorld();
    show = await aShow(world.db);
  });
  afterAll(() => world.close());

  const at = (episodeId: string, version: number, lang = 'fr') => ({ showId: show.id, episodeId, lang, version });
  const episode = async (given = {}) => (await anEpisode(world.db, show, { state: 'draft', ...given })).id;
  const desk = (id: string, lang = 'fr') => world.catalog.transcriptDesk.get(system, show.id, id, lang);
  const words = async (id: string, lang = 'fr') => (await desk(id, lang)).segments.map((segment) => segment.text);

  it('are kept by language, with speakers found among those who appear', async () => {
    const { transcripts, transcriptDesk } = world.catalog;
    const [eve, jean] = [await aPerson(world.db, 'Ève Côté'), await aPerson(world.db, 'Jean Tremblay')];
    const people = [eve, jean].map(({ id }) => ({ personId: id, role: 'guest' as const, organisation: '', texts: [] }));
    const id = await episode({ people });
    const parsed = await transcripts.replace(system, at(id, 1), { text });
    expect(parsed).toEqual({ format: 'vtt', isTimed: true, problems: [], refusals: [] });
    await transcripts.replace(system, at(id, 2, 'en-ca'), { text: 'Ève: Hello.\nJean: Thanks.' });
    const {
      items: [english, french],
    } = await transcriptDesk.list(system, show.id, id);
    expect(english).toMatchObject({ lang: 'en-CA', isTimed: false });
    expect(french!.segments.map(({ startMs, name, personId }) => [startMs, name, personId])).toEqual([
      [0, 'Ève Côté', eve.id],
      [10_000, 'Jean Tremblay', jean.id],
      [40_000, 'Speaker 3', null],
    ]);
    await transcripts.chooseSpeakers(system, at(id, 3), { 'Speaker 3': eve.id, Ève: null });
    expect((await desk(id)).speakers.map(({ personId, isChosen }) => [personId, isChosen])).toEqual([
      [null, true],
      [jean.id, false],
      [eve.id, true],
    ]);
    const wrong = transcripts.chooseSpeakers(system, at(id, 4), { Nobody: null, Ève: newId() });
    await expect(wrong).rejects.toMatchObject({
      fields: [{ path: 'speakers.Nobody' }, { path: 'speakers.Ève', message: 'error.field.transcript.notAppearing' }],
    });
  });

  it('go back to what was there before, and forth again', async () => {
    const { transcripts } = world.catalog;
    const id = await episode();
    await transcripts.replace(system, at(id, 1), { text: vtt([0, 'Un.']) });
    await transcripts.replace(system, at(id, 2), { text: vtt([0, 'Deux.']) });
    await transcripts.undo(system, at(id, 3));
    expect(await words(id)).toEqual(['Un.']);
    await transcripts.undo(system, at(id, 4));
    expect(await words(id)).toEqual(['Deux.']);
    await transcripts.remove(system, at(id, 5));
    await expect(desk(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.catalog.transcriptDesk.list(system, show.id, id)).toEqual({
      version: 6,
      items: [],
      refusals: [],
    });
    await transcripts.undo(system, at(id, 6));
    expect(await words(id)).toEqual(['Deux.']);
    await expect(transcripts.undo(system, at(id, 7, 'de'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('follow the cuts of the sound, and are whole again when these are taken back', async () => {
    const { transcripts, episodeMedia } = world.catalog;
    const first = await aRevision(world.db, show.id, { originalKey: 'o', durationMs: 60_000 });
    const id = await episode({ revision: false });
    await episodeMedia.useRecording(system, show.id, id, first.recordingId);
    await episodeMedia.attachRevision(first.recordingId, first.revisionId);
    await transcripts.replace(system, at(id, 1), { text });
    const revise = async (number: number, ...clips: ReturnType<typeof clip>[]) => {
      const given = { recordingId: first.recordingId, number, originalKey: 'o', timeline: { clips } };
      const { revisionId } = await aRevision(world.db, show.id, given);
      await episodeMedia.attachRevision(first.recordingId, revisionId);
      const { segments, cutOut } = await desk(id);
      return [segments.map(({ startMs }) => startMs), cutOut];
    };
    expect(await revise(2, clip(0, 5000), clip(20_000, 60_000))).toEqual([[0, 25_000], 1]);
    expect(await revise(3, clip(0, 60_000))).toEqual([[0, 10_000, 40_000], 0]);
    expect(await revise(4, clip(5000, 60_000))).toEqual([[5000, 35_000], 1]);
    await transcripts.replace(system, at(id, 2), { text, timesOf: 'recording' });
    expect((await desk(id)).segments.map(({ startMs }) => startMs)).toEqual([5000, 35_000]);
  });

  it('reach readers with the release, not before', async () => {
    const { transcripts, publishing, transcriptQuery, episodeQuery } = world.catalog;
    const id = await episode();
    await transcripts.replace(system, at(id, 1), { text: vtt([0, 'Un.']) });
    expect(await transcriptQuery.released(id, 'fr')).toBeUndefined();
    await publishing.publish(system, show.id, id);
    expect((await episodeQuery.byId(id))!.transcripts).toMatchObject([{ lang: 'fr', isTimed: true }]);
    await transcripts.replace(system, at(id, 2), { text: vtt([0, 'Deux.']) });
    expect((await transcriptQuery.released(id, 'fr'))!.segments.map((segment) => segment.text)).toEqual(['Un.']);
    expect(await world.db.getRepository(Episode).findOneByOrFail({ id })).toMatchObject({ hasUnreleasedChanges: true });
    await publishing.update(system, show.id, id);
    expect((await transcriptQuery.released(id, 'fr'))!.segments.map((segment) => segment.text)).toEqual(['Deux.']);
    await transcripts.remove(system, at(id, 3));
    await publishing.update(system, show.id, id);
    expect(await transcriptQuery.released(id, 'fr')).toBeUndefined();
    await transcripts.undo(system, at(id, 4));
    await publishing.update(system, show.id, id);
    await publishing.unpublish(system, show.id, id);
    expect(await transcriptQuery.released(id, 'fr')).toBeUndefined();
    expect(await transcriptQuery.released('nonsense', 'fr')).toBeUndefined();
  });

  it('of a release that is due are there before and after it is written', async () => {
    const { transcripts, publishing, transcriptQuery } = world.catalog;
    const id = await episode();
    await transcripts.replace(system, at(id, 1), { text: vtt([0, 'Un.']) });
    await publishing.schedule(system, show.id, id, { local: '2026-05-13T08:00', zone: 'America/Toronto' });
    expect(await transcriptQuery.released(id, 'fr')).toBeUndefined();
    expect((await transcriptQuery.released(id, 'fr', true))!.segments).toHaveLength(1);
    await publishing.publishDue(new Date('2026-05-13T12:00:00Z'));
    expect((await transcriptQuery.released(id, 'fr', true))!.segments).toHaveLength(1);
  });

  it('refuse stale saves, strange languages, empty texts and strangers', async () => {
    const { transcripts } = world.catalog;
    const id = await episode();
    await transcripts.replace(system, at(id, 1), { text });
    await expect(transcripts.replace(system, at(id, 1), { text: 'x' })).rejects.toMatchObject({ status: 409 });
    await expect(transcripts.replace(system, at(id, 2, 'xx-nonsense'), { text })).rejects.toMatchObject({
      status: 422,
    });
    await expect(transcripts.replace(system, at(id, 2), { text: ' ' })).rejects.toMatchObject({
      fields: [{ message: 'error.field.transcript.nothing' }],
    });
    const stranger = anActor({ userId: newId(), roles: { [newId()]: 'owner' } });
    const moderator = anActor({ userId: newId(), roles: { [show.id]: 'moderator' } });
    await expect(transcripts.remove(stranger, at(id, 2))).rejects.toMatchObject({ status: 404 });
    await expect(transcripts.remove(moderator, at(id, 2))).rejects.toMatchObject({ status: 403 });
    expect(await words(id)).toHaveLength(3);
  });

  it('keep a row of every change without the words', async () => {
    const id = await episode();
    await world.catalog.transcripts.replace(system, at(id, 1), { text });
    const [change] = await world.catalog.desk.changes(system, show.id, id);
    expect(change).toMatchObject({ fieldGroup: 'transcripts', version: 2, before: [], after: [{ segmentCount: 3 }] });
    expect(JSON.stringify(change)).not.toContain('Bonjour');
  });
});
