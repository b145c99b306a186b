import { analyse, onlyTrack, probe } from '#libs/ffmpeg';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { MediaEraser } from '../recording/eraser.js';
import type { RenderOrder } from '../recording/render-order.js';
import { addRendition } from '../recording/rendition.writes.js';
import { releaseFile } from '../recording/release-file.js';
import type { Revision } from '../recording/revision.entity.js';
import { openMediaBench } from '../testing/media-bench.js';
import { makeTagHandler, onTagParked } from './tag.handler.js';
import { tagWork } from './tag-work.js';

const trailer = fileURLToPath(new URL('../../../../test/recordings/trailer.wav', import.meta.url));
const run = { signal: new AbortController().signal, attempt: 1, isLastTry: false };

let bench: Awaited<ReturnType<typeof openMediaBench>>;
let revision: Revision;
let asked: RenderOrder;
beforeAll(async () => {
  bench = await openMediaBench();
  await bench.storage.put(
    'image/front.jpg',
    await sharp(await square())
      .jpeg()
      .toBuffer(),
  );
});
beforeEach(async () => {
  revision = await bench.receive(trailer, 'trailer.wav');
  await bench.work();
  asked = await bench.deps.orderFor(revision.recordingId, revision);
});
afterAll(() => bench.close());

const square = () =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: '#1a7f5a' } })
    .png()
    .toBuffer();
const tag = (deps = bench.deps) => makeTagHandler(deps)({ revisionId: revision.id }, run);
/** The floor above wants something else by now. */
const want = (given: Partial<RenderOrder>) => {
  asked = { ...asked, ...given };
  const orderFor = async () => asked;
  Object.assign(bench.deps, { orderFor });
};
const newWords = () => ({
  tags: { ...asked.tags, title: 'L’été, c’est fini ?', track: '12' },
  chapters: [
    { startMs: 0, title: 'Début' },
    { startMs: 1_000, title: 'L’archive' },
  ],
  coverKey: 'image/front.jpg',
});
const fileNow = async () => {
  const row = await bench.again(revision);
  const file = bench.storage.localPath(row.renditions[0]!.key)!;
  return { row, mp3: row.renditions[0]!, file, found: await probe(bench.deps.ffmpeg, file) };
};
/** The finished sound as AAC, without tags. */
const makeM4a = async () => {
  const { file } = await fileNow();
  const output = join(bench.folder, 'late.m4a');
  await promisify(execFile)(bench.deps.ffmpeg.ffmpeg, [
    '-v',
    'error',
    '-i',
    file,
    '-vn',
    '-map_metadata',
    '-1',
    '-y',
    output,
  ]);
  return output;
};
const filesOf = async () => {
  const keys: string[] = [];
  for await (const { key } of bench.storage.list(`mp3/${revision.id}`)) keys.push(key);
  return keys;
};

describe('the words of a finished file', () => {
  it('follow what is wanted, in a new file whose size and digest are told, the sound untouched', async () => {
    const before = await fileNow();
    const heard = await analyse(bench.deps.ffmpeg, onlyTrack(before.file, before.found));
    want(newWords());
    await tag();
    const { row, mp3, file, found } = await fileNow();
    expect(found).toMatchObject({
      tags: { title: 'L’été, c’est fini ?', track: '12', artist: 'Mon balado' },
      chapters: newWords().chapters,
      cover: { width: 64 },
    });
    const bytes = await readFile(file);
    expect(mp3).toMatchObject({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    expect(mp3.key).not.toBe(before.mp3.key);
    expect((await analyse(bench.deps.ffmpeg, onlyTrack(file, found))).report).toEqual(heard.report);
    expect(row).toMatchObject({
      state: 'done',
      renderedKey: mp3.key,
      order: { sound: { targetLufs: -16 }, ...newWords() },
    });
    expect(await filesOf()).toHaveLength(1);
  }, 60_000);

  it('are written once, however often the job runs', async () => {
    want(newWords());
    await Promise.all([tag(), tag()]);
    const { row } = await fileNow();
    await tag();
    expect(await bench.again(revision)).toEqual(row);
    expect(await filesOf()).toHaveLength(1);
  }, 60_000);

  it('lose chapters and cover that are not wanted any more', async () => {
    want(newWords());
    await tag();
    want({ chapters: [], coverKey: null });
    await tag();
    expect((await fileNow()).found).toMatchObject({ chapters: [], cover: null });
  }, 60_000);

  it('catch up with what changes while they are written', async () => {
    want(newWords());
    const { storage } = bench.deps;
    const putFile = async (key: string, path: string) => {
      await storage.putFile(key, path);
      if (asked.chapters.length) want({ chapters: [] });
    };
    await tag({
      ...bench.deps,
      storage: Object.create(storage, { putFile: { value: putFile } }),
      orderFor: async () => asked,
    });
    expect((await fileNow()).found.chapters).toEqual([]);
  }, 60_000);

  it('stay once the file is released, and hold the release back until they are right', async () => {
    want(newWords());
    const release = () =>
      bench.dataSource.transaction((manager) => releaseFile(manager, revision.id, asked, new Date('2026-05-12')));
    expect(await tagWork(bench.dataSource, [{ revisionId: revision.id, order: asked }])).toHaveLength(1);
    expect(await release()).toBe(false);
    await tag();
    expect(await release()).toBe(true);
    const { row } = await fileNow();
    want({ chapters: [] });
    expect(await release()).toBe(true);
    expect(await tagWork(bench.dataSource, [{ revisionId: revision.id, order: asked }])).toEqual([]);
    await tag();
    expect(await bench.again(revision)).toEqual(row);
  }, 60_000);

  it('leave no file behind when the recording is erased, even if a worker was killed', async () => {
    await bench.storage.put(`mp3/${revision.id}-stray.mp3`, Buffer.from('never on a row'));
    await new MediaEraser(bench.dataSource, bench.storage, bench.staging).removeRecording(revision.recordingId);
    expect(await filesOf()).toEqual([]);
    await tag();
  }, 60_000);

  it('that cannot be written are told in the report, and hold nothing back', async () => {
    const { file } = await fileNow();
    await bench.storage.delete((await fileNow()).mp3.key);
    want(newWords());
    await expect(tag()).rejects.toThrow();
    await onTagParked(bench.deps, 'media.tag', { revisionId: revision.id, version: 'v1' });
    const row = await bench.again(revision);
    expect(row.report?.notes).toContainEqual({ code: 'TAGS_NOT_WRITTEN', params: {} });
    expect(bench.storage.localPath(row.renditions[0]!.key)).toBe(file);
    expect(await bench.dataSource.transaction((manager) => releaseFile(manager, row.id, asked, new Date()))).toBe(true);
  }, 60_000);

  it('reach also a file beside it that was finished while they were written', async () => {
    want({ tags: { ...asked.tags, title: 'Un autre titre' } });
    const { storage } = bench.deps;
    let isFirst = true;
    const putFile = async (key: string, path: string) => {
      await storage.putFile(key, path);
      if (!isFirst) return;
      isFirst = false;
      await storage.putFile('m4a/late.m4a', await makeM4a());
      const late = { kind: 'm4a', key: 'm4a/late.m4a', mime: 'audio/mp4', bytes: 1, durationMs: 6_440 } as const;
      const { manager } = bench.dataSource;
      await addRendition(manager, revision.id, { ...late, bitrate: 96_000, sha256: '' }, new Date());
    };
    await tag({ ...bench.deps, storage: Object.create(storage, { putFile: { value: putFile } }) });
    const { renditions } = await bench.again(revision);
    for (const { key } of renditions) {
      const found = await probe(bench.deps.ffmpeg, bench.storage.localPath(key)!);
      expect(found.tags.title).toBe('Un autre titre');
    }
    expect(renditions).toHaveLength(2);
  }, 60_000);
});
