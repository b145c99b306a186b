import { analyse, onlyTrack, probe, usualOrder } from '#libs/ffmpeg';
import { system } from '#libs/kernel';
import { jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { releaseFile } from '../recording/release-file.js';
import type { Rendition } from '../recording/rendition.entity.js';
import type { SoundReport } from '../recording/sound-report.js';
import { openMediaBench } from '../testing/media-bench.js';
import { makeAlternateHandler } from './alternate.handler.js';

jest.setTimeout(120_000);
const recording = (name: string) => fileURLToPath(new URL(`../../../../test/recordings/${name}`, import.meta.url));
const none = { m4a: false, opus: false, video: false, hls: false };

let bench: Awaited<ReturnType<typeof openMediaBench>>;
beforeAll(async () => {
  bench = await openMediaBench();
});
beforeEach(() => bench.want({}));
afterAll(() => bench.close());

const pathOf = ({ key }: Pick<Rendition, 'key'>) => bench.storage.localPath(key)!;
const look = (file: Rendition) => probe(bench.deps.ffmpeg, pathOf(file));
const heard = async (file: Rendition) =>
  (await analyse(bench.deps.ffmpeg, onlyTrack(pathOf(file), await look(file)))).report;

describe('files beside the MP3', () => {
  it('are made after it, each verified, with exact sizes and digests, and are told one by one', async () => {
    bench.want({ outputs: { ...none, m4a: true, opus: true } });
    const revision = await bench.receive(recording('trailer.wav'));
    const done = await bench.work();
    expect(done.slice(done.indexOf('asset.ready'))).toEqual([
      ...['asset.ready', 'media.alternate', 'media.alternate', 'rendition.ready', 'rendition.ready'],
    ]);
    const { renditions, report } = await bench.again(revision);
    expect(renditions.map(({ kind }) => kind).sort()).toEqual(['m4a', 'mp3', 'opus']);
    expect((report as SoundReport).alternates).toEqual([
      { kind: 'm4a', state: 'done', error: null },
      { kind: 'opus', state: 'done', error: null },
    ]);
    for (const file of renditions) {
      const bytes = await readFile(pathOf(file));
      expect(bytes.length).toBe(file.bytes);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
      expect(Math.abs(file.durationMs - 6_440)).toBeLessThan(100);
      expect(Math.abs((await heard(file)).asHeardLufs + 16)).toBeLessThan(1);
      expect((await heard(file)).truePeakDbtp).toBeLessThanOrEqual(-1);
      expect(await look(file)).toMatchObject({ tags: { title: 'Épisode 87' }, chapters: [{ title: 'Début' }] });
    }
  });

  it('are written once, also when a job was taken for lost and is done twice', async () => {
    bench.want({ outputs: { ...none, opus: true } });
    const revision = await bench.receive(recording('trailer.wav'));
    await bench.workUntil('media.alternate');
    const { storage } = bench.deps;
    const asked = { revisionId: revision.id, kind: 'opus' } as const;
    const run = { signal: new AbortController().signal, attempt: 1, isLastTry: false };
    let byOther: Rendition[] = [];
    const putFile = async (key: string, path: string) => {
      await storage.putFile(key, path);
      await makeAlternateHandler(bench.deps)(asked, run);
      byOther = (await bench.again(revision)).renditions;
    };
    const slow = { ...bench.deps, storage: Object.create(storage, { putFile: { value: putFile } }) as typeof storage };
    await makeAlternateHandler(slow)(asked, run);
    expect(byOther).toHaveLength(2);
    expect((await bench.again(revision)).renditions).toEqual(byOther);
    await bench.work();
  });

  it('of a film are its own pictures with the new sound, whole and in segments', async () => {
    bench.want({ outputs: { ...none, video: true, hls: true } });
    const revision = await bench.receive(recording('talk-with-picture.mp4'), 'talk.mp4');
    await bench.work();
    const { renditions, report } = await bench.again(revision);
    expect((report as SoundReport).alternates).toEqual([
      { kind: 'video', state: 'done', error: null },
      { kind: 'hls', state: 'done', error: null },
    ]);
    const film = renditions.find(({ kind }) => kind === 'video')!;
    expect(film.mime).toBe('video/mp4');
    expect(await look(film)).toMatchObject({ hasVideo: true });
    expect(Math.abs((await heard(film)).asHeardLufs + 16)).toBeLessThan(1.5);
    const hls = renditions.find(({ kind }) => kind === 'hls')!;
    const playlist = await readFile(pathOf(hls), 'utf8');
    expect(playlist).toContain('#EXT-X-ENDLIST');
    const names = await readdir(pathOf(hls).replace(/\/[^/]*$/, ''));
    const parts = playlist.split('\n').filter((line) => line && !line.startsWith('#'));
    expect(names).toEqual(expect.arrayContaining(parts));
    const sizes = await Promise.all(names.map((name) => readFile(pathOf(hls).replace(/[^/]*$/, name))));
    expect(sizes.reduce((sum, { length }) => sum + length, 0)).toBe(hls.bytes);
  });

  it('do without pictures where something is cut, and say so', async () => {
    const sound = { ...usualOrder, cuts: [{ startMs: 0, endMs: 1_000 }] };
    bench.want({ outputs: { ...none, video: true }, sound });
    const revision = await bench.receive(recording('talk-with-picture.mp4'), 'talk.mp4');
    await bench.work();
    const { renditions, report } = await bench.again(revision);
    expect(renditions.map(({ kind }) => kind)).toEqual(['mp3']);
    expect(report?.notes).toContainEqual({ code: 'VIDEO_NOT_CUT', params: {} });
  });

  it('that fail leave the MP3 as it is, and the report says so', async () => {
    bench.want({ outputs: { ...none, opus: true } });
    const revision = await bench.receive(recording('trailer.wav'));
    const done = await bench.workUntil('media.alternate');
    expect(done).toContain('asset.ready');
    const before = await bench.again(revision);
    await bench.storage.delete(before.originalKey!);
    await bench.work();
    const after = await bench.again(revision);
    expect(after).toMatchObject({ state: 'done', renditions: before.renditions });
    expect((after.report as SoundReport).alternates).toEqual([
      { kind: 'opus', state: 'failed', error: expect.any(String) },
    ]);
  });

  it('follow new words until the release, whichever is finished first', async () => {
    bench.want({ outputs: { ...none, opus: true } });
    const revision = await bench.receive(recording('trailer.wav'));
    await bench.workUntil('media.alternate');
    const tags = { title: 'Un autre titre', artist: 'A', album: 'B', date: '2026-05-12' };
    const { storage } = bench.deps;
    const putFile = async (key: string, path: string) => {
      await storage.putFile(key, path);
      if (!key.startsWith('opus/')) return;
      Object.assign(bench.deps, { storage });
      bench.want({ tags });
      await bench.tag(revision);
    };
    Object.assign(bench.deps, { storage: Object.create(storage, { putFile: { value: putFile } }) });
    await bench.work();
    const { renditions } = await bench.again(revision);
    expect(renditions).toHaveLength(2);
    for (const file of renditions) expect((await look(file)).tags.title).toBe('Un autre titre');

    bench.want({ tags: { ...tags, title: 'Encore un' } });
    await bench.tag(revision);
    for (const file of (await bench.again(revision)).renditions) {
      expect((await look(file)).tags.title).toBe('Encore un');
    }
  });

  it('go with the sound that is taken back or gets new tags', async () => {
    bench.want({ outputs: { ...none, opus: true } });
    const first = await bench.receive(recording('trailer.wav'));
    await bench.work();
    const before = await bench.again(first);
    const order = await bench.deps.orderFor(first.recordingId, first);
    await bench.dataSource.transaction((manager) => releaseFile(manager, first.id, order, new Date()));
    bench.want({ tags: { title: 'Un autre titre', artist: 'A', album: 'B', date: '2026-05-12' } });
    const tagged = await bench.revisions.retag(system, first.recordingId);
    await bench.work();
    const { renditions } = await bench.again(tagged);
    expect(renditions).toHaveLength(2);
    for (const file of renditions) expect((await look(file)).tags.title).toBe('Un autre titre');
    const back = await bench.revisions.rollBack(system, first.recordingId, first.id);
    expect(back.files.map(({ key }) => key).sort()).toEqual(before.renditions.map(({ key }) => key).sort());
    for (const file of (await bench.again(first)).renditions) expect(await bench.storage.exists(file.key)).toBe(true);
  });
});
