import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Episode, Show } from '#libs/catalog';
import { toTimeline } from '#libs/ffmpeg';
import { newId, type Role, system } from '#libs/kernel';
import { Revision, Upload } from '#libs/media';
import { createStorage } from '#libs/storage';
import { type TestApi, openTestApi, signInOwner } from '../../../../test/api.js';
import { aUser } from '../../../../test/factories/accounts.js';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aRevision } from '../../../../test/factories/media.js';
import { aCatalog } from '../../../../test/factories/world.js';
import type { EpisodeSoundAnswer } from './episode-sound.answer.js';
import type { PieceAnswer, ShowSoundAnswer } from './show-sound.answer.js';

let t: TestApi;
let cookie: string;
let folder: string;
let show: Show;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estrade-show-sound-'));
  t = await openTestApi(
    { DATA_DIR: folder },
    { storage: await createStorage({ dataDir: folder, storageUrl: undefined }) },
  );
  cookie = await signInOwner(t);
});
beforeEach(async () => {
  show = await aShow(t.dataSource);
  path = `/api/v1/shows/${show.id}`;
});
afterAll(async () => {
  await t.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = (method: string, end: string, body?: unknown, as = cookie) => t.ask(method, path + end, { as, body });
const get = async () => (await ask('GET', '/sound')).json<ShowSoundAnswer>();
const usual = {
  ...{ preset: 'interview', targetLufs: -16, meter: 'heard', monoAsStereo: false, strength: 1 },
  ...{ outputs: { opus: false, m4a: false, video: false, hls: false }, introId: null, outroId: null },
};
const save = (given: object = {}, version = 1) => ask('PUT', '/sound', { version, ...usual, ...given });
const catalog = () => aCatalog(t.dataSource, t.clock as never, t.deps.addresses);
const newest = async ({ recordingId }: Episode) =>
  (await t.dataSource.manager.findOne(Revision, {
    where: { recordingId: recordingId! },
    order: { number: 'desc' },
    relations: { renditions: true },
  }))!;
/** As the worker makes it: the order read, the file there, the words in it. */
const finish = async (episode: Episode) => {
  const { id, recordingId } = await newest(episode);
  const order = (await catalog().episodeMedia.renderOrder(recordingId)) as never;
  const plan = { timeline: toTimeline(61_000) } as never;
  await t.dataSource.manager.update(Revision, { id }, { state: 'done', step: 'verify', order, plan });
  await t.dataSource.query(
    `insert into renditions (id, revision_id, kind, key, mime, bytes, duration_ms, bitrate, sha256)
     values ($1, $2, 'mp3', $3, 'audio/mpeg', 5, 61000, 96000, 'cd')`,
    [newId(), id, `mp3/${id}.mp3`],
  );
  await catalog().episodeMedia.attachRevision(recordingId, id);
  return id;
};
const loginOf = async (role?: Role) => {
  const user = await aUser(t.dataSource);
  if (role) await t.accounts.memberships.grant(t.dataSource.manager, user.id, show.id, role);
  return `estrade_login=${(await t.accounts.logins.open(user.id, '')).issued!.secret}`;
};
const anUpload = async (given: Partial<Upload> = {}) => {
  const { recordingId } = await aRevision(t.dataSource, show.id, { unfinished: true });
  const upload = {
    ...{ id: newId(), scope: show.id, recordingId, purpose: 'piece', state: 'finished', fileName: 'jingle.wav' },
    ...{ totalBytes: 5, key: newId(), expiresAt: new Date('2030-01-01'), ...given },
  };
  await t.dataSource.getRepository(Upload).insert(upload as never);
  return upload;
};
const aPiece = async (words: object = { name: 'Ouverture' }) => {
  const { id, recordingId } = await anUpload();
  const piece = (await ask('POST', '/pieces', { uploadId: id, ...words })).json<PieceAnswer>();
  return { ...piece, recordingId: recordingId! };
};

describe('the sound of a show', () => {
  it('is as usual until it is saved, with a version', async () => {
    expect(await get()).toEqual({ version: 1, defaults: usual, pieces: [], stale: 0, batch: null });
    expect((await save({ preset: 'music', targetLufs: -14 })).json()).toMatchObject({
      version: 2,
      defaults: { preset: 'music', targetLufs: -14 },
    });
    expect((await save({ preset: 'room' })).json()).toMatchObject({
      ...{ status: 409, version: 2 },
      ...{ theirs: { preset: 'music' }, yours: { preset: 'room' } },
    });
  });

  it('counts what was made with other settings and renders it in the background', async () => {
    const [one, two] = [await anEpisode(t.dataSource, show), await anEpisode(t.dataSource, show)];
    const draft = await anEpisode(t.dataSource, show, { state: 'draft' });
    await anEpisode(t.dataSource, show, { revision: false, state: 'draft' });
    expect((await ask('POST', '/sound/renders', {})).json()).toMatchObject({ status: 409, code: 'NOTHING_TO_RENDER' });
    expect((await save({ targetLufs: -18 })).json()).toMatchObject({ stale: 3, batch: null });
    const answer = await ask('POST', '/sound/renders', {});
    expect([answer.status, answer.json()]).toMatchObject([
      202,
      { stale: 0, batch: { waiting: 3, running: 0, done: 0, failed: 0 } },
    ]);
    expect(await newest(one)).toMatchObject({ number: 2, origin: 'order', urgency: 'batch', state: 'waiting' });
    await finish(one);
    await t.dataSource.manager.update(Revision, { id: (await newest(two)).id }, { state: 'failed' });
    expect(await get()).toMatchObject({ stale: 1, batch: { waiting: 1, done: 1, failed: 1 } });
    const { episode, released, working } = await catalog().desk.get(system, show.id, one.id);
    expect(episode.hasUnreleasedChanges).toBe(true);
    expect(released!.revisionId).not.toBe(working.revisionId);

    expect((await ask('DELETE', '/sound/renders')).json()).toMatchObject({ stale: 2, batch: { waiting: 0, done: 1 } });
    expect(await newest(draft)).toMatchObject({ state: 'cancelled' });
  });

  it('leaves alone what somebody chose, or is cutting', async () => {
    const [chosen, cutting] = [await anEpisode(t.dataSource, show), await anEpisode(t.dataSource, show)];
    await t.dataSource.manager.update(Revision, { recordingId: chosen.recordingId! }, { origin: 'original' });
    const cuts = [{ startMs: 0, endMs: 5_000 }];
    await ask('PUT', `/episodes/${cutting.id}/sound`, { version: 1, own: {}, only: null, leave: [], cuts });
    expect((await save({ targetLufs: -14 })).json()).toMatchObject({ stale: 0 });
  });

  it('hands each sound to listeners by itself when that is asked for, unless something else waits', async () => {
    const [quiet, edited, later] = [
      await anEpisode(t.dataSource, show),
      await anEpisode(t.dataSource, show, { title: 'En travail' }),
      await anEpisode(t.dataSource, show, { title: 'Plus tard' }),
    ];
    await catalog().edits.basics(system, show.id, edited.id, { version: 1, number: 9 });
    await save({ targetLufs: -14 });
    expect((await ask('POST', '/sound/renders', { release: true })).status).toBe(202);
    const [quietId, , laterId] = [await finish(quiet), await finish(edited), await finish(later)];
    await catalog().edits.basics(system, show.id, later.id, { version: 1, number: 10 });
    const before = await catalog().episodeQuery.byId(quiet.id);
    expect(before!.enclosure!.revisionNumber).toBe(1);
    await catalog().publishing.publishDue(t.clock.at);

    const after = (await catalog().episodeQuery.byId(quiet.id))!;
    expect(after.enclosure).toMatchObject({ revisionId: quietId, revisionNumber: 2 });
    expect([after.guid, after.texts, after.publishedAt]).toEqual([before!.guid, before!.texts, before!.publishedAt]);
    expect((await catalog().desk.get(system, show.id, quiet.id)).episode).toMatchObject({
      hasUnreleasedChanges: false,
      releaseWith: null,
    });
    for (const kept of [edited, later]) {
      const { episode, released } = await catalog().desk.get(system, show.id, kept.id);
      expect([episode.hasUnreleasedChanges, episode.releaseWith]).toEqual([true, null]);
      expect(released!.revisionId).not.toBe(laterId);
    }
    expect(await t.dataSource.manager.countBy(Revision, { recordingId: quiet.recordingId!, state: 'done' })).toBe(2);
  });

  it('is a producer’s to change; releasing needs the right to publish', async () => {
    await anEpisode(t.dataSource, show);
    await save({ targetLufs: -18 });
    const editor = await loginOf('editor');
    expect((await ask('GET', '/sound', undefined, editor)).status).toBe(200);
    const form = { version: 2, ...usual };
    for (const [method, end, body] of [
      ['PUT', '/sound', form],
      ['POST', '/sound/renders', {}],
      ['DELETE', '/sound/renders', undefined],
      ['POST', '/pieces', { uploadId: newId(), name: 'x' }],
    ] as const)
      expect([method, end, (await ask(method, end, body, editor)).status]).toEqual([method, end, 403]);
    const producer = await loginOf('producer');
    const identity = (await t.accounts.identities.fromCookie(producer.replace('estrade_login=', '')))!;
    const { secret } = await t.accounts.tokens.create(identity.actor, { name: 'Robot', scopes: ['read', 'write'] });
    expect((await ask('POST', '/sound/renders', { release: true }, secret)).status).toBe(403);
    expect((await ask('POST', '/sound/renders', { release: false }, secret)).status).toBe(202);
    const stranger = await loginOf();
    expect((await ask('GET', '/sound', undefined, stranger)).status).toBe(404);
    expect((await ask('PUT', '/sound', { ...form, release: true }, producer)).status).toBe(400);
    expect((await ask('PUT', '/sound', { ...form, targetLufs: -17 }, producer)).status).toBe(422);
  });
});

describe('a piece of a show', () => {
  it('begins as an upload, is named, chosen and played before every episode', async () => {
    const piece = await aPiece({ name: ' Ouverture\n ', licence: 'Musique : Ada, CC BY 4.0' });
    expect(piece).toMatchObject({
      name: 'Ouverture',
      licence: 'Musique : Ada, CC BY 4.0',
      state: 'running',
      url: null,
    });
    const done = { recordingId: piece.recordingId, number: 2, durationMs: 8_000, key: 'mp3/p.mp3', bytes: 6 };
    const { revisionId } = await aRevision(t.dataSource, show.id, done);
    await t.deps.storage.put('mp3/p.mp3', Buffer.from('jingle'));
    const [known] = (await save({ introId: piece.id })).json<ShowSoundAnswer>().pieces;
    expect(known).toMatchObject({ state: 'done', durationMs: 8_000, url: expect.stringContaining(revisionId) });
    expect((await t.ask('GET', known!.url!, { as: cookie })).text).toBe('jingle');

    const episode = await anEpisode(t.dataSource, show);
    const order = () => catalog().episodeMedia.renderOrder(episode.recordingId!);
    expect(await order()).toMatchObject({ intro: { recordingId: piece.recordingId, fadeInMs: 20 }, outro: null });
    const own = { version: 1, own: { introId: null, outroId: piece.id }, only: null, leave: [], cuts: [] };
    expect((await ask('PUT', `/episodes/${episode.id}/sound`, own)).status).toBe(200);
    expect(await order()).toMatchObject({ intro: null, outro: { recordingId: piece.recordingId } });
  });

  it('that was deleted stays in what was made with it, with its licence line, and goes from what is made next', async () => {
    const piece = await aPiece({ name: 'Ouverture', licence: 'Ada, CC BY' });
    await save({ introId: piece.id });
    const jingle = { durationMs: 8_000, fadeInMs: 0, fadeOutMs: 0 };
    const order = { intro: { recordingId: piece.recordingId } };
    const episode = await anEpisode(t.dataSource, show, {
      revision: { order, timeline: toTimeline(60_000, [], { intro: jingle }) },
    });
    expect((await ask('DELETE', `/pieces/${piece.id}`)).status).toBe(204);
    expect((await get()).pieces).toEqual([]);
    expect((await ask('DELETE', `/pieces/${piece.id}`)).status).toBe(404);
    expect((await ask('PATCH', `/pieces/${piece.id}`, { name: 'x' })).status).toBe(404);
    expect((await catalog().episodeQuery.byId(episode.id))!.licences).toEqual(['Ada, CC BY']);
    expect(await catalog().episodeMedia.renderOrder(episode.recordingId!)).toMatchObject({ intro: null });
    expect((await save({ introId: piece.id }, 3)).json()).toMatchObject({ status: 422, fields: [{ path: 'introId' }] });
  });

  it('that was deleted is chosen nowhere any more, so that other settings can be saved as they were read', async () => {
    const piece = await aPiece();
    await save({ introId: piece.id, outroId: piece.id });
    const episode = await anEpisode(t.dataSource, show);
    const end = `/episodes/${episode.id}/sound`;
    const own = { outroId: piece.id, strength: 0.5 };
    await ask('PUT', end, { version: 1, own, only: null, leave: [], cuts: [] });
    expect((await ask('DELETE', `/pieces/${piece.id}`)).status).toBe(204);
    const { version, defaults } = await get();
    expect(defaults).toMatchObject({ introId: null, outroId: null });
    expect((await save({ ...defaults, targetLufs: -18 }, version)).status).toBe(200);
    const sound = (await ask('GET', end)).json<EpisodeSoundAnswer>();
    expect(sound.own).toEqual({ outroId: null, strength: 0.5 });
    const form = { version: sound.version, own: sound.own, only: null, leave: [], cuts: [] };
    expect((await ask('PUT', end, form)).status).toBe(200);
  });

  it('is renamed, and refused without a name, an upload of its own, or from another show', async () => {
    const piece = await aPiece();
    expect((await ask('PATCH', `/pieces/${piece.id}`, { name: 'Finale' })).json()).toMatchObject({ name: 'Finale' });
    expect((await ask('PATCH', `/pieces/${piece.id}`, { name: '  ' })).status).toBe(422);
    expect((await ask('PATCH', `/pieces/${piece.id}`, { licence: 'x'.repeat(301) })).status).toBe(422);
    expect((await ask('PATCH', `/pieces/${piece.id}`, { recordingId: newId() })).status).toBe(400);
    const uploads = [
      newId(),
      (await anUpload({ purpose: 'recording' })).id,
      (await anUpload({ scope: newId() })).id,
      (await anUpload({ recordingId: piece.recordingId })).id,
      (await anUpload({ state: 'refused' })).id,
    ];
    for (const uploadId of uploads)
      expect((await ask('POST', '/pieces', { uploadId, name: 'x' })).json()).toMatchObject({
        status: 422,
        fields: [{ path: 'uploadId' }],
      });
    const other = await aShow(t.dataSource, { title: 'Une autre' });
    for (const [method, end] of [
      ['PATCH', ''],
      ['DELETE', ''],
      ['GET', '/audio'],
    ] as const) {
      const answer = await t.ask(method, `/api/v1/shows/${other.id}/pieces/${piece.id}${end}`, {
        as: cookie,
        body: method === 'PATCH' ? { name: 'x' } : undefined,
      });
      expect([method, answer.status]).toEqual([method, 404]);
    }
  });
});
