import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Episode, Show } from '#libs/catalog';
import { toTimeline, usualOrder } from '#libs/ffmpeg';
import { newId, type Role, system } from '#libs/kernel';
import { Preview, Revision } from '#libs/media';
import { createStorage } from '#libs/storage';
import { type TestApi, openTestApi, signInOwner } from '../../../../test/api.js';
import { aUser } from '../../../../test/factories/accounts.js';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aRevision } from '../../../../test/factories/media.js';
import { aCatalog } from '../../../../test/factories/world.js';
import type { EpisodeSoundAnswer, PreviewAnswer } from './episode-sound.answer.js';

const minute = 60_000;
const finding = { kind: 'muffled', startMs: 0, endMs: 2 * minute, measure: { extent: 'some' }, weight: 'problem' };
const report = { before: { durationMs: 10 * minute }, findings: [{ ...finding, isMended: false }] };

let t: TestApi;
let cookie: string;
let folder: string;
let show: Show;
let episode: Episode;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estrade-sound-'));
  t = await openTestApi(
    { DATA_DIR: folder },
    { storage: await createStorage({ dataDir: folder, storageUrl: undefined }) },
  );
  cookie = await signInOwner(t);
  show = await aShow(t.dataSource);
  await t.deps.storage.put('mp3/a.mp3', Buffer.from('0123456789'));
});
beforeEach(async () => {
  const revision = { key: 'mp3/a.mp3', bytes: 10, durationMs: 10 * minute, originalKey: 'original/a', report };
  episode = await anEpisode(t.dataSource, show, { revision, chapters: '00:00 Un\n05:00 Deux' });
  path = `/api/v1/shows/${show.id}/episodes/${episode.id}/sound`;
});
afterAll(async () => {
  await t.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = (method: string, end = '', body?: unknown, as = cookie, headers: Record<string, string> = {}) =>
  t.ask(method, path + end, { as, body, headers });
const get = async () => (await ask('GET')).json<EpisodeSoundAnswer>();
const form = (given: object = {}) => ({ version: 1, own: {}, only: null, leave: [], cuts: [], ...given });
const save = (given: object = {}, headers = {}) => ask('PUT', '', form(given), cookie, headers);
const revisions = () =>
  t.dataSource.manager.find(Revision, { where: { recordingId: episode.recordingId! }, order: { number: 'desc' } });
const catalog = () => aCatalog(t.dataSource, t.clock as never, t.deps.addresses);
/** As the worker ends a rendering. */
const finish = async (cuts: [number, number][]) => {
  const [newest] = await revisions();
  const ranges = cuts.map(([startMs, endMs]) => ({ startMs, endMs }));
  const plan = { timeline: toTimeline(10 * minute, ranges) } as never;
  await t.dataSource.manager.update(Revision, { id: newest!.id }, { state: 'done', step: 'verify', plan });
  await catalog().episodeMedia.attachRevision(episode.recordingId!, newest!.id);
  return newest!.id;
};
const memberOf = async (role: Role) => {
  const user = await aUser(t.dataSource);
  await t.accounts.memberships.grant(t.dataSource.manager, user.id, show.id, role);
  return `estrade_login=${(await t.accounts.logins.open(user.id, '')).issued!.secret}`;
};

describe('the sound of an episode', () => {
  it('is what the show wants until the episode says otherwise, with what was found in words', async () => {
    expect(await get()).toMatchObject({
      ...{ version: 1, recordingId: episode.recordingId, own: {}, only: null, leave: [], cuts: [] },
      effective: { preset: 'interview', targetLufs: -16, strength: 1, introId: null },
      durationMs: 10 * minute,
      findings: [{ kind: 'muffled', weight: 'problem', sentence: expect.stringContaining('microphone') }],
      revisions: [{ number: 1, origin: 'upload', isWorking: true, isReleased: true, mp3: { bytes: 10 } }],
      shifts: { items: [], lost: 0 },
      tags: { isFrozen: true, isDifferent: false },
      note: { isShown: false, items: [{ skipToMs: 2 * minute, sentence: expect.stringMatching(/^Until 2:00/) }] },
    });
    const saved = await save({ own: { targetLufs: -14 }, cuts: [{ startMs: 0, endMs: 5_000 }] });
    expect(saved.json()).toMatchObject({ version: 2, own: { targetLufs: -14 }, cuts: [{ startMs: 0, endMs: 5_000 }] });
    expect(saved.json()).toMatchObject({ effective: { targetLufs: -14, preset: 'interview' } });
    expect(await revisions()).toHaveLength(1);
  });

  it('answers a stale save with both values, and a save of the same with the same version', async () => {
    expect((await save()).json()).toMatchObject({ version: 1 });
    expect((await save({ own: { preset: 'music' } })).status).toBe(200);
    const stale = await save({ own: { preset: 'panel' } });
    expect(stale.json()).toMatchObject({
      ...{ status: 409, code: 'STALE_VERSION', version: 2 },
      ...{ theirs: { own: { preset: 'music' } }, yours: { own: { preset: 'panel' } } },
    });
  });

  it.each([
    [{ own: { preset: 'loud' } }, 'own.preset', 'interview'],
    [{ own: { targetLufs: -15 } }, 'own.targetLufs', '−16'],
    [{ own: { strength: 1.5 } }, 'own.strength', '0'],
    [{ own: { introId: newId() } }, 'own.introId', 'piece'],
    [{ cuts: [{ startMs: 9_000, endMs: 9_000 }] }, 'cuts.0', '0:09'],
    [{ leave: [{ startMs: 0, endMs: 11 * minute }] }, 'leave.0', '10:00'],
    [{ only: { startMs: 10 * minute, endMs: 11 * minute } }, 'only', '10:00'],
    [{ cuts: [{ startMs: 0, endMs: 10 * minute }] }, 'cuts', 'nothing to hear'],
    [{ cuts: [{ startMs: 500, endMs: 10 * minute }] }, 'cuts', 'nothing to hear'],
    [{ cuts: [{ startMs: -5, endMs: 10 }] }, 'cuts.0.startMs', '0'],
    [{ cuts: [{ startMs: 1.5, endMs: 10 }] }, 'cuts.0.startMs', ''],
    [{ cuts: Array.from({ length: 501 }, () => ({ startMs: 0, endMs: 10 })) }, 'cuts', '500'],
  ])('refuses %j and says why', async (given, field, words) => {
    const answer = await save(given);
    expect(answer.json()).toMatchObject({
      status: 422,
      fields: [{ path: field, message: expect.stringContaining(words) }],
    });
    expect(await get()).toMatchObject({ version: 1 });
  });

  it('says so in French', async () => {
    await t.ask('PATCH', '/api/v1/me', { as: cookie, body: { locale: 'fr-CA' } });
    const answer = await save({ cuts: [{ startMs: 0, endMs: 10 * minute }] });
    expect(answer.json()).toMatchObject({ fields: [{ message: expect.stringContaining('au moins une seconde') }] });
    const strange = await save({ own: { targetLufs: 0 } });
    expect(strange.json()).toMatchObject({ fields: [{ message: expect.stringContaining('Choisissez') }] });
    await t.ask('PATCH', '/api/v1/me', { as: cookie, body: { locale: 'en-CA' } });
  });

  it('takes no field that is not its own (abuse:A26)', async () => {
    for (const more of [
      { originalKey: 'x' },
      { own: { isUntouched: true } },
      { own: { __proto__x: 1 } },
      { recordingId: newId() },
    ])
      expect((await save(more)).status).toBe(400);
    expect((await ask('POST', '/renders', [], cookie)).status).toBe(202);
  });

  it('is made anew as saved, and chapters move along: nobody hears it before Update', async () => {
    await save({ cuts: [{ startMs: 0, endMs: minute }], own: { targetLufs: -18 } });
    const answer = await ask('POST', '/renders');
    expect([answer.status, answer.json<EpisodeSoundAnswer>().revisions]).toMatchObject([
      202,
      [
        { number: 2, origin: 'order', state: 'waiting', mp3: null, isWorking: false },
        { number: 1, isWorking: true },
      ],
    ]);
    const order = await catalog().episodeMedia.renderOrder(episode.recordingId!);
    expect(order.sound).toMatchObject({ targetLufs: -18, cuts: [{ startMs: 0, endMs: minute }] });
    await finish([[0, minute]]);
    expect(await get()).toMatchObject({
      revisions: [{ isWorking: true, isReleased: false }, { isReleased: true }],
      shifts: { items: [{ kind: 'chapter', title: 'Deux', fromMs: 5 * minute, toMs: 4 * minute }], lost: 0 },
      note: { items: [{ startMs: 0, endMs: minute, skipToMs: minute }] },
    });
    const desk = await catalog().desk.get(system, show.id, episode.id);
    expect(desk.working.chapters.map(({ startMs }) => startMs)).toEqual([0, 4 * minute]);
    expect(desk.released!.chapters.map(({ startMs }) => startMs)).toEqual([0, 5 * minute]);
    expect(desk.working.versions.chapters).toBe(desk.released!.versions.chapters + 1);
    expect(desk.episode.hasUnreleasedChanges).toBe(true);
  });

  it('goes back to an older file at once, with its chapters, and to the original by a new one', async () => {
    const first = (await revisions())[0]!.id;
    await save({ cuts: [{ startMs: 4 * minute, endMs: 10 * minute }] });
    await ask('POST', '/renders');
    await finish([[4 * minute, 10 * minute]]);
    expect(await get()).toMatchObject({ shifts: { items: [{ title: 'Deux', toMs: null }], lost: 1 } });
    const back = await ask('POST', '/rollback', { revisionId: first });
    expect(back.json()).toMatchObject({
      revisions: [{ number: 3, origin: 'rollback', state: 'done', mp3: { bytes: 10 } }, {}, {}],
    });
    await catalog().episodeMedia.attachRevision(episode.recordingId!, (await revisions())[0]!.id);
    const desk = await catalog().desk.get(system, show.id, episode.id);
    expect(desk.working.chapters.map(({ title, startMs }) => [title, startMs])).toEqual([
      ['Un', 0],
      ['Deux', 5 * minute],
    ]);
    expect(await get()).toMatchObject({ shifts: { items: [], lost: 0 } });

    expect((await ask('POST', '/original')).json()).toMatchObject({
      revisions: [{ number: 4, origin: 'original' }, {}, {}, {}],
    });
    const order = await catalog().episodeMedia.renderOrder(episode.recordingId!, { origin: 'original' });
    expect(order).toMatchObject({ sound: { isUntouched: true, cuts: [] }, intro: null });
    expect((await ask('POST', '/rollback', { revisionId: newId() })).status).toBe(404);
    expect((await ask('POST', '/rollback', { revisionId: 'x' })).status).toBe(422);
  });

  it('forgets its cuts, but not its settings, when another recording comes', async () => {
    await save({ own: { preset: 'room' }, cuts: [{ startMs: 0, endMs: minute }] });
    const given = { recordingId: episode.recordingId!, number: 2, originalKey: 'original/b', report };
    await aRevision(t.dataSource, show.id, given);
    expect(await get()).toMatchObject({ own: { preset: 'room' }, cuts: [] });
    const order = await catalog().episodeMedia.renderOrder(episode.recordingId!);
    expect(order.sound).toEqual({ ...usualOrder, preset: 'room' });
  });

  it('shows the note to listeners with Update only', async () => {
    expect((await save({ noteShown: true })).json()).toMatchObject({ version: 1, note: { isShown: true } });
    const { episodeQuery, publishing } = catalog();
    expect((await episodeQuery.byId(episode.id))!.soundNotes).toEqual([]);
    await publishing.update(system, show.id, episode.id);
    expect((await episodeQuery.byId(episode.id))!.soundNotes).toMatchObject([
      { kind: 'muffled', skipToMs: 2 * minute },
    ]);
  });

  it('keeps the released file as it is until its tags are asked for', async () => {
    const order = await catalog().episodeMedia.renderOrder(episode.recordingId!);
    await t.dataSource.manager.update(
      Revision,
      { recordingId: episode.recordingId! },
      { order: { ...order } as never },
    );
    expect(await get()).toMatchObject({ tags: { isFrozen: true, isDifferent: false } });
    await catalog().edits.basics(system, show.id, episode.id, { version: 1, number: 77 });
    expect(await get()).toMatchObject({ tags: { isFrozen: true, isDifferent: true } });
    expect(await revisions()).toHaveLength(1);
    const answer = await ask('POST', '/tags');
    expect([answer.status, answer.json()]).toMatchObject([202, { revisions: [{ number: 2, origin: 'tags' }, {}] }]);
  });

  it('is previewed with what is not saved yet', async () => {
    const made = await ask('POST', '/previews', {
      atMs: 30_000,
      own: { targetLufs: -23 },
      cuts: [{ startMs: 0, endMs: 9 }],
    });
    expect([made.status, made.json()]).toMatchObject([202, { state: 'waiting', url: null, error: null }]);
    const { id } = made.json<PreviewAnswer>();
    const row = await t.dataSource.manager.findOneByOrFail(Preview, { id });
    expect(row.order).toMatchObject({ targetLufs: -23, cuts: [{ startMs: 0, endMs: 9 }] });
    expect((await ask('GET', `/previews/${id}/audio`)).status).toBe(404);
    await t.dataSource.manager.update(Preview, { id }, { state: 'done', key: 'mp3/a.mp3' });
    const { url } = (await ask('GET', `/previews/${id}`)).json<PreviewAnswer>();
    const part = await t.ask('GET', url!, { as: cookie, headers: { range: 'bytes=2-4' } });
    expect([part.status, part.text, part.headers['content-type']]).toEqual([206, '234', 'audio/mpeg']);
    expect((await ask('POST', '/previews', { atMs: 0, cuts: [{ startMs: 0, endMs: 10 * minute }] })).status).toBe(422);
    expect(await get()).toMatchObject({ version: 1, own: {} });
  });

  it('plays the version that is asked for, and draws its waveform', async () => {
    await t.deps.storage.put('waveform/a', Buffer.from(Int8Array.from([-5, 5, -9, 9]).buffer));
    await t.deps.storage.put('mp3/b.mp3', Buffer.from('second'));
    const { revisionId } = await aRevision(t.dataSource, show.id, {
      ...{
        recordingId: episode.recordingId!,
        number: 2,
        key: 'mp3/b.mp3',
        bytes: 6,
        originalKey: 'original/a',
        report,
      },
    });
    const detail = { key: 'waveform/a', bucketsPerSecond: 10 };
    const waveform = { after: { durationMs: 200, overview: [], detail } } as never;
    await t.dataSource.manager.update(Revision, { id: revisionId }, { waveform });
    const answer = await get();
    expect((await t.ask('GET', answer.revisions[0]!.mp3!.url, { as: cookie })).text).toBe('second');
    expect((await t.ask('GET', answer.revisions[1]!.mp3!.url, { as: cookie })).text).toBe('0123456789');
    const peaks = await ask('GET', `/peaks?which=after&revision=${revisionId}`);
    expect(peaks.json()).toEqual({
      bucketsPerSecond: 10,
      durationMs: 200,
      peaks: Buffer.from([251, 5, 247, 9]).toString('base64'),
    });
    expect((await ask('GET', `/peaks?which=before`)).status).toBe(404);
    expect((await ask('GET', `/peaks?which=loud`)).status).toBe(422);
    expect((await ask('GET', `/peaks?revision=${newId()}`)).status).toBe(404);
  });

  it('is an editor’s to change and a moderator’s to see; to a stranger it is not there (abuse:A25)', async () => {
    const [editor, moderator] = [await memberOf('editor'), await memberOf('moderator')];
    const stranger = `estrade_login=${(await t.accounts.logins.open((await aUser(t.dataSource)).id, '')).issued!.secret}`;
    const writes: [string, string, unknown?][] = [
      ['PUT', '', form()],
      ['POST', '/renders'],
      ['POST', '/original'],
      ['POST', '/rollback', { revisionId: newId() }],
      ['POST', '/tags'],
      ['POST', '/previews', { atMs: 0 }],
      ['PATCH', `/tracks/${newId()}`, { delayMs: 3 }],
      ['DELETE', `/tracks/${newId()}`],
    ];
    for (const [method, end, body] of writes) {
      expect([method, end, (await ask(method, end, body, moderator)).status]).toEqual([method, end, 403]);
      expect([method, end, (await ask(method, end, body, stranger)).status]).toEqual([method, end, 404]);
    }
    expect((await ask('GET', '', undefined, moderator)).status).toBe(200);
    expect((await ask('GET', '', undefined, stranger)).status).toBe(404);
    expect((await ask('PUT', '', form(), editor)).status).toBe(200);
    expect(await revisions()).toHaveLength(1);
  });

  it('asks for a recording first', async () => {
    const bare = await anEpisode(t.dataSource, show, { state: 'draft', revision: false });
    path = `/api/v1/shows/${show.id}/episodes/${bare.id}/sound`;
    expect(await get()).toMatchObject({ recordingId: null, revisions: [], durationMs: null });
    expect((await save({ cuts: [{ startMs: 0, endMs: 5 }] })).status).toBe(200);
    for (const end of ['/renders', '/original', '/tags'])
      expect((await ask('POST', end)).json()).toMatchObject({ status: 409, code: 'RECORDING_MISSING' });
  });
});
