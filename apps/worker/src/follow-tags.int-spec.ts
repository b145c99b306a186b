import { copyFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { Episode, EpisodeCopy, EpisodeEditsService, type Show } from '#libs/catalog';
import { createLog, readConfig } from '#libs/config';
import { openDataSource } from '#libs/database';
import { FeedVersion } from '#libs/feeds';
import { type Ffmpeg, findFfmpeg, probe } from '#libs/ffmpeg';
import { system, systemClock } from '#libs/kernel';
import { addRecording, ImagesService, Rendition, Revision, Staging, UploadsService } from '#libs/media';
import { drain } from '#libs/queue';
import { createStorage, type Storage } from '#libs/storage';
import { anEpisode, aShow } from '../../../test/factories/catalog.js';
import { allEntities, aWorld, type World, testSecret } from '../../../test/factories/world.js';
import { createWorkerApp, type WorkerApp } from './worker.app.js';

const trailer = fileURLToPath(new URL('../../../test/recordings/trailer.wav', import.meta.url));
const second = 1_000;

let world: World;
let folder: string;
let storage: Storage;
let ffmpeg: Ffmpeg;
let worker: WorkerApp;
let show: Show;
let episode: Episode;
let edits: EpisodeEditsService;
beforeAll(async () => {
  world = await aWorld();
  world.clock.set(systemClock.now());
  folder = await mkdtemp(join(tmpdir(), 'estrade-tags-'));
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: folder, PUBLIC_URL: 'https://estrade.example.org' });
  storage = await createStorage(config);
  ffmpeg = await findFfmpeg(config);
  edits = new EpisodeEditsService(world.db, new ImagesService(storage));
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
});
beforeEach(async () => {
  episode = await anEpisode(world.db, show, { state: 'draft', revision: false });
  await receive();
  await settle();
}, 60_000);
afterAll(async () => {
  await worker.close();
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

const settle = () => drain(worker.backend, worker.relay);
const working = () => world.db.manager.findOneByOrFail(EpisodeCopy, { episodeId: episode.id, kind: 'working' });

/** A recording of the episode has just arrived. */
async function receive(): Promise<void> {
  const staging = new Staging(join(folder, 'uploads'));
  const limits = { fileBytes: 1e9, quotaBytes: 1e9, expireHours: 1, reserveBytes: 0 };
  const uploads = new UploadsService(world.db, storage, staging, limits, systemClock);
  const { size } = await stat(trailer);
  const id = await world.db.transaction(async (manager) => {
    const { id: recordingId } = await addRecording(manager, show.id, systemClock.now());
    await manager.update(Episode, { id: episode.id }, { recordingId });
    const form = { scope: show.id, recordingId, userId: null, fileName: 'trailer.wav', totalBytes: size };
    return (await uploads.create(manager, system, form)).id;
  });
  await copyFile(trailer, staging.path(id));
  await uploads.finish(id);
}

async function rename(title: string): Promise<void> {
  const { versions } = await working();
  const texts = [{ lang: 'fr' as const, title, summary: 'Été comme hiver', notes: '' }];
  await edits.texts(system, show.id, episode.id, texts, { version: versions.texts });
}

async function editAll(title: string): Promise<void> {
  await rename(title);
  const { versions } = await working();
  const pasted = '00:00 Début\n00:01 L’archive retrouvée';
  await edits.chapters(system, show.id, episode.id, pasted, { version: versions.chapters });
  const cover = await sharp({ create: { width: 1500, height: 1500, channels: 3, background: '#1a7f5a' } })
    .jpeg()
    .toBuffer();
  await edits.replaceCover(system, show.id, episode.id, cover, { version: versions.cover });
}

const publish = () => world.catalog.publishing.publish(system, show.id, episode.id);

async function readMp3() {
  const mp3 = await world.db.manager.findOneByOrFail(Rendition, { revisionId: (await working()).revisionId! });
  const path = storage.localPath(mp3.key)!;
  return { mp3, bytes: await readFile(path), found: await probe(ffmpeg, path) };
}

const readFeed = async () => {
  const [feed] = await world.db.manager.find(FeedVersion, { order: { changedAt: 'desc' } });
  return feed!.identity.toString();
};

describe('the file of an episode', () => {
  it('carries what was edited after its sound was made', async () => {
    expect((await readMp3()).found).toMatchObject({ chapters: [] });
    await editAll('Où est passée l’été ?');
    await settle();
    expect((await readMp3()).found).toMatchObject({
      tags: { title: 'Où est passée l’été ?', artist: 'Atelier Nord', comment: 'Été comme hiver' },
      chapters: [
        { startMs: 0, title: 'Début' },
        { startMs: 1_000, title: 'L’archive retrouvée' },
      ],
      cover: expect.objectContaining({ width: expect.any(Number) }),
    });
  }, 90_000);

  it('is right when it is published in the moment of an edit, has the length of the feed, and stays (feed:N02)', async () => {
    await editAll('Dernière minute à l’hôtel');
    await publish();
    const { mp3, bytes, found } = await readMp3();
    expect(found).toMatchObject({ tags: { title: 'Dernière minute à l’hôtel' }, cover: {} });
    expect(found.chapters).toHaveLength(2);
    expect(mp3.bytes).toBe(bytes.length);
    await settle();
    expect(await readFeed()).toContain(`length="${bytes.length}"`);

    await rename('Trop tard');
    await world.catalog.shows.update(system, show.id, {
      version: (await world.catalog.shows.get(system, show.id)).version,
      texts: [{ lang: 'fr', title: 'Autre nom', description: 'x' }],
    });
    await settle();
    await world.catalog.publishing.update(system, show.id, episode.id);
    await settle();
    const after = await readMp3();
    expect(after.mp3).toEqual(mp3);
    expect(after.bytes.equals(bytes)).toBe(true);
    expect(await readFeed()).toContain('Trop tard');
  }, 90_000);

  it('carries the show’s new name while it is a draft', async () => {
    const { version } = await world.catalog.shows.get(system, show.id);
    const texts = [{ lang: 'fr' as const, title: 'Nouvelle émission', description: 'x' }];
    await world.catalog.shows.update(system, show.id, { version, texts });
    await settle();
    expect((await readMp3()).found.tags.album).toBe('Nouvelle émission');
  }, 90_000);

  it('is right when its planned release comes in the moment of an edit, with the planned date', async () => {
    const due = new Date(systemClock.now().getTime() - 60 * second);
    await world.db.transaction(async (manager) => {
      await manager.update(Revision, { id: (await working()).revisionId! }, { order: { tags: {}, chapters: [] } });
      await manager.update(Episode, { id: episode.id }, { state: 'scheduled', scheduledAt: due });
    });
    for (let look = 0; look < 100; look += 1) {
      const { state, publishedAt } = await world.db.manager.findOneByOrFail(Episode, { id: episode.id });
      if (state === 'published') {
        expect(publishedAt).toEqual(due);
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const revision = await world.db.manager.findOneByOrFail(Revision, { id: (await working()).revisionId! });
    expect(revision.releasedAt).not.toBeNull();
    expect(revision.order).toMatchObject({ tags: { date: due.toISOString().slice(0, 10) } });
  }, 90_000);
});
