import { system } from '#libs/kernel';
import { findFfmpeg } from '#libs/ffmpeg';
import { Rendition, WorkFolders } from '#libs/media';
import { createStorage, type Storage } from '#libs/storage';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { PieceOfKit } from '../kit/piece-of-kit.entity.js';
import { makeMakeClip } from './make-clip.handler.js';
import { makePlanClips } from './plan-clips.handler.js';

const recording = join(process.cwd(), 'test/recordings/archives-042.mp3');
const cue = (from: number, to: number, text: string) =>
  `00:00:${String(from).padStart(2, '0')}.000 --> 00:00:${String(to).padStart(2, '0')}.000\n<v Ève Côté>${text}\n`;
const vtt = `WEBVTT\n\n${[
  cue(0, 6, 'La confiance ne se gagne pas avec un logo, elle se gagne avec une date tenue.'),
  cue(6, 12, 'Nous avons retiré douze tableaux de bord en un seul après-midi.'),
  cue(12, 18, 'Personne ne s’en est aperçu pendant trois mois.'),
].join('\n')}`;

describe('the files of a clip', () => {
  let world: World;
  let storage: Storage;
  let root: string;
  let episodeId: string;
  let clipId: string;
  let showId: string;
  const job = { signal: new AbortController().signal, isLastTry: true } as never;

  beforeAll(async () => {
    world = await aWorld();
    root = await mkdtemp(join(tmpdir(), 'estrade-clips-'));
    storage = await createStorage({ storageUrl: undefined, dataDir: root });
    const show = await aShow(world.db);
    showId = show.id;
    const eve = await aPerson(world.db, 'Ève Côté');
    const people = [
      {
        ...{ personId: eve.id, role: 'guest' as const, organisation: 'Atelier Nord' },
        texts: [{ lang: 'fr' as const, title: 'Directrice', disclaimer: 'Propos personnels.' }],
      },
    ];
    const revision = { key: 'audio/one.mp3', durationMs: 30_000 };
    ({ id: episodeId } = await anEpisode(world.db, show, { people, revision, language: 'fr-CA', state: 'draft' }));
    await storage.put('audio/one.mp3', await readFile(recording));
    await world.catalog.transcripts.replace(system, { showId, episodeId, lang: 'fr', version: 1 }, { text: vtt });
    await world.catalog.publishing.publish(system, showId, episodeId);
    await world.catalog.asking.saveRules(system, showId, { approval: 'none', hours: 72, silence: 'unused' });
    const clip = await world.catalog.clips.create(system, showId, episodeId, { startMs: 1000, endMs: 17_500 });
    clipId = clip.id;
  }, 30_000);
  afterAll(async () => {
    await world?.close();
    await rm(root, { recursive: true, force: true });
  });

  const plan = () =>
    makePlanClips({ dataSource: world.db, clock: world.clock })({ episodeId, version: crypto.randomUUID() });
  const pieces = () =>
    world.db.getRepository(PieceOfKit).findBy({ subject: 'episode', subjectId: episodeId, itemId: clipId });
  async function makeAll() {
    const ffmpeg = await findFfmpeg({ production: false, allowOldFfmpeg: false });
    const deps = { dataSource: world.db, storage, ffmpeg, folders: new WorkFolders(join(root, 'work')) };
    // One film stands for all: encoding takes its time.
    const isMade = ({ kind, shape }: PieceOfKit) => shape === '' || (kind === 'clip' && shape === 'square');
    for (const { id, inputHash } of (await pieces()).filter(isMade)) {
      await makeMakeClip(deps)({ pieceId: id, inputHash }, job);
    }
    return (await pieces()).filter(isMade);
  }

  it('are sound, films with and without words, and words beside them, each ready under a name that says what it is', async () => {
    await plan();
    const made = await makeAll();
    expect(made.map(({ state, error }) => [state, error])).toEqual(made.map(() => ['ready', '']));
    const names = (await pieces()).map(({ fileName }) => fileName);
    expect(names).toHaveLength(9);
    expect(names).toContain('des-dates-plutot-que-des-logos-1-eve-cote-clip-9x16-0s-fr.mp4');
    const film = made.find(({ kind }) => kind === 'clip')!;
    expect([film.width, film.height, film.mime]).toEqual([1080, 1080, 'video/mp4']);
    const sound = made.find(({ kind }) => kind === 'clip-audio')!;
    expect(sound.bytes).toBeLessThan(2 * 1024 ** 2);
    const words = made.find(({ kind }) => kind === 'clip-vtt')!;
    expect((await storage.readBytes(words.key!)).toString()).toMatch(/^WEBVTT\n\n00:00:00\.000 --> 00:00:0/);
  }, 120_000);

  it('stay when nothing changes, and are made anew when a caption does', async () => {
    await plan();
    const before = (await pieces()).filter(({ state }) => state === 'ready').length;
    expect(before).toBe(4);
    const { clips } = await world.catalog.highlightsDesk.get(system, showId, episodeId);
    const captions = { fr: [{ startMs: 0, endMs: 4000, text: 'La confiance.' }] };
    await world.catalog.clips.update(system, showId, clipId, { version: clips[0]!.version, captions });
    await plan();
    const ready = (await pieces()).filter(({ state }) => state === 'ready').map(({ kind }) => kind);
    expect(ready).toEqual(['clip-audio']);
  });

  it('are told to be impossible in a sentence when the sound is gone', async () => {
    await world.db.getRepository(Rendition).update({ key: 'audio/one.mp3' }, { key: 'audio/gone.mp3' });
    await plan();
    const made = await makeAll();
    expect(made.filter(({ kind }) => kind === 'clip-audio').map(({ state, error }) => [state, error])).toEqual([
      ['failed', 'error.clip.sound'],
    ]);
  }, 60_000);

  it('go at once when the clip is put away', async () => {
    await world.catalog.clips.drop(system, showId, clipId);
    await plan();
    expect(await pieces()).toEqual([]);
  });
});
