import { copyFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Episode, EpisodeCopy, type Show, usualSound } from '#libs/catalog';
import { createLog, readConfig } from '#libs/config';
import { openDataSource } from '#libs/database';
import { FeedVersion } from '#libs/feeds';
import { type Ffmpeg, findFfmpeg, probe } from '#libs/ffmpeg';
import { system, systemClock } from '#libs/kernel';
import {
  addRecording,
  Rendition,
  Revision,
  RevisionsService,
  Staging,
  type UploadPurpose,
  UploadsService,
} from '#libs/media';
import { drain } from '#libs/queue';
import { createStorage, type Storage } from '#libs/storage';
import { anEpisode, aShow } from '../../../test/factories/catalog.js';
import { allEntities, aWorld, type World, testSecret } from '../../../test/factories/world.js';
import { createWorkerApp, type WorkerApp } from './worker.app.js';

const trailer = fileURLToPath(new URL('../../../test/recordings/trailer.wav', import.meta.url));

describe('the sound of a published episode that is cut and given an intro', () => {
  let world: World;
  let folder: string;
  let storage: Storage;
  let ffmpeg: Ffmpeg;
  let worker: WorkerApp;
  let show: Show;
  let episode: Episode;
  let revisions: RevisionsService;
  let first: Revision;
  let lengthMs: number;

  beforeAll(async () => {
    world = await aWorld();
    world.clock.set(systemClock.now());
    folder = await mkdtemp(join(tmpdir(), 'estrade-sound-'));
    const config = readConfig({ NODE_ENV: 'test', DATA_DIR: folder, PUBLIC_URL: 'https://estrade.example.org' });
    storage = await createStorage(config);
    ffmpeg = await findFfmpeg(config);
    revisions = new RevisionsService(world.db, systemClock);
    worker = await createWorkerApp({
      ...{
        config,
        databaseUrl: world.url,
        addresses: world.addresses,
        secret: testSecret,
        clock: systemClock,
        ffmpeg,
        storage,
      },
      dataSource: await openDataSource(world.url, allEntities),
      log: createLog({ logLevel: 'silent' }, 'worker'),
    });
    show = await aShow(world.db);
    const chapters = '00:00 Début\n00:01 Coupé au début\n00:03 Fin';
    episode = await anEpisode(world.db, show, { state: 'draft', revision: false, chapters });
    const recordingId = await receive('recording');
    episode = { ...episode, recordingId };
    await settle();
    await world.catalog.publishing.publish(system, show.id, episode.id);
    await settle();
    first = (await newest())!;
    lengthMs = Math.floor((first.report as { before: { durationMs: number } }).before.durationMs / 10) * 10;
  }, 120_000);
  afterAll(async () => {
    await worker.close();
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  const settle = () => drain(worker.backend, worker.relay);
  const newest = () =>
    world.db.manager.findOne(Revision, {
      where: { recordingId: episode.recordingId! },
      relations: { renditions: true },
      order: { number: 'desc' },
    });
  const copyOf = (kind: 'working' | 'released') =>
    world.db.manager.findOneOrFail(EpisodeCopy, {
      where: { episodeId: episode.id, kind },
      relations: { chapters: true },
    });
  const starts = (copy: EpisodeCopy) => copy.chapters.map(({ startMs }) => startMs).sort((a, b) => a - b);
  const fileOf = async (revision: Revision) => {
    const mp3 = revision.renditions.find(({ kind }) => kind === 'mp3')!;
    const path = storage.localPath(mp3.key)!;
    return { mp3, bytes: await readFile(path), found: await probe(ffmpeg, path) };
  };

  /** A file has just arrived; answers with its recording. */
  async function receive(purpose: UploadPurpose): Promise<string> {
    const staging = new Staging(join(folder, 'uploads'));
    const limits = { fileBytes: 1e9, quotaBytes: 1e9, expireHours: 1, reserveBytes: 0 };
    const uploads = new UploadsService(world.db, storage, staging, limits, systemClock);
    const { size: totalBytes } = await stat(trailer);
    const { id, recordingId } = await world.db.transaction(async (manager) => {
      const recording = await addRecording(manager, show.id, systemClock.now());
      if (purpose === 'recording') await manager.update(Episode, { id: episode.id }, { recordingId: recording.id });
      const form = {
        scope: show.id,
        recordingId: recording.id,
        userId: null,
        purpose,
        fileName: 'trailer.wav',
        totalBytes,
      };
      return uploads.create(manager, system, form);
    });
    await copyFile(trailer, staging.path(id));
    await uploads.finish(id);
    if (purpose === 'piece') {
      const pieceId = await world.catalog.pieces.create(system, show.id, {
        uploadId: id,
        name: 'Ouverture',
        licence: 'Ada, CC BY',
      });
      await world.catalog.showSound.save(system, show.id, { version: 1, ...usualSound, introId: pieceId });
    }
    return recordingId!;
  }

  it('has chapters at the same words, in the copy and in the file, while listeners keep what they have', async () => {
    await receive('piece');
    const cuts = [{ startMs: 1_000, endMs: 2_000 }];
    await world.catalog.episodeSound.save(system, show.id, episode.id, {
      version: 1,
      own: {},
      only: null,
      leave: [],
      cuts,
    });
    await settle();
    await revisions.render(system, episode.recordingId!, { origin: 'order', urgency: 'now' });
    await settle();

    const revision = (await newest())!;
    expect(revision).toMatchObject({ number: 2, state: 'done', errorCode: null });
    expect(starts(await copyOf('working'))).toEqual([0, lengthMs + 1_000, lengthMs + 2_000]);
    const { mp3, found } = await fileOf(revision);
    expect(Math.abs(mp3.durationMs - (2 * lengthMs - 1_000))).toBeLessThanOrEqual(50);
    expect(found.chapters.map(({ startMs }) => startMs)).toEqual([0, lengthMs + 1_000, lengthMs + 2_000]);
    expect(starts(await copyOf('released'))).toEqual([0, 1_000, 3_000]);
    expect((await world.catalog.episodeQuery.byId(episode.id))!.enclosure).toMatchObject({ revisionNumber: 1 });
  }, 120_000);

  it('goes out with Update under a new address and the same guid, its licence line in the notes', async () => {
    const before = (await world.catalog.episodeQuery.byId(episode.id))!;
    await world.catalog.publishing.update(system, show.id, episode.id);
    await settle();
    const after = (await world.catalog.episodeQuery.byId(episode.id))!;
    expect([after.guid, after.publishedAt, after.texts]).toEqual([before.guid, before.publishedAt, before.texts]);
    expect(after).toMatchObject({
      enclosure: { revisionNumber: 2 },
      licences: ['Ada, CC BY'],
      timeLinks: { version: 2 },
    });
    const [feed] = await world.db.manager.find(FeedVersion, { order: { changedAt: 'desc' } });
    const xml = feed!.identity.toString();
    const { mp3, bytes } = await fileOf((await newest())!);
    expect(mp3.bytes).toBe(bytes.length);
    expect(xml).toContain(`/m/${episode.id}/2/`);
    expect(xml).toContain(`length="${bytes.length}"`);
    expect(xml).toContain('Ada, CC BY');
    expect(await world.catalog.episodeQuery.releases(episode.id)).toMatchObject([
      { number: 1, replacedAt: expect.any(Date) },
      { number: 2, replacedAt: null },
    ]);
  }, 120_000);

  it('is back with one action, byte for byte, and so are its chapters', async () => {
    await revisions.rollBack(system, episode.recordingId!, first.id);
    await settle();
    expect(starts(await copyOf('working'))).toEqual([0, 1_000, 3_000]);
    await world.catalog.publishing.update(system, show.id, episode.id);
    await settle();
    const back = (await newest())!;
    expect(
      (await fileOf(back)).bytes.equals((await fileOf({ ...first, renditions: await renditionsOf(first) })).bytes),
    ).toBe(true);
    expect(await world.catalog.episodeQuery.byId(episode.id)).toMatchObject({
      enclosure: { revisionNumber: 3 },
      licences: [],
      timeLinks: { version: null, older: [{ revisions: [2] }] },
    });
  }, 120_000);

  it('is the recording as it was sent with another one', async () => {
    await revisions.render(system, episode.recordingId!, { origin: 'original', urgency: 'now' });
    await settle();
    const revision = (await newest())!;
    expect(revision).toMatchObject({ number: 4, state: 'done', origin: 'original' });
    expect(Math.abs(revision.durationMs! - lengthMs)).toBeLessThanOrEqual(50);
    expect(starts(await copyOf('working'))).toEqual([0, 1_000, 3_000]);
  }, 120_000);

  const renditionsOf = ({ id }: Revision) => world.db.manager.findBy(Rendition, { revisionId: id });
});
