import { spawnSync } from 'node:child_process';
import { copyFile, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { system } from '#libs/kernel';
import { collectLeftovers } from '../recording/collect-leftovers.js';
import { Rendition } from '../recording/rendition.entity.js';
import { addRecording } from '../recording/revision.writes.js';
import { Revision } from '../recording/revision.entity.js';
import { RevisionsService } from '../recording/revisions.service.js';
import { hashFile } from '../upload/hash.js';
import { makeSpeech } from '../testing/make-sound.js';
import { type MediaBench, openMediaBench } from '../testing/media-bench.js';
import { adoptFile, storeForeignFile } from './adopt.js';

const recordings = fileURLToPath(new URL('../../../../test/recordings/', import.meta.url));
let bench: MediaBench;
let folder: string;
let n = 0;

beforeAll(async () => {
  bench = await openMediaBench();
  folder = bench.folder;
});
afterAll(() => bench.close());

/** A file as it came from elsewhere, adopted as the first revision of a recording. */
async function adopt(source: string) {
  const path = join(folder, `foreign-${n++}`);
  await copyFile(source, path);
  const { size } = await stat(path);
  const file = { path, name: source.split('/').at(-1)!, bytes: size, sha256: (await hashFile(path)).digest('hex') };
  const stored = await storeForeignFile(bench.deps, file);
  const now = bench.deps.clock.now();
  const made = await bench.dataSource.transaction(async (manager) => {
    const { id } = await addRecording(manager, bench.scope, now);
    return adoptFile(manager, id, stored, now);
  });
  const revision = () =>
    bench.dataSource.manager.findOneOrFail(Revision, {
      where: { id: made.revisionId },
      relations: { renditions: true },
    });
  return { ...made, file, stored, revision };
}

function encode(name: string, ...options: string[]): string {
  const to = join(folder, name);
  const ran = spawnSync(bench.deps.ffmpeg.ffmpeg, [
    '-y',
    '-v',
    'error',
    '-i',
    join(folder, 'speech.wav'),
    ...options,
    to,
  ]);
  if (ran.status !== 0) throw new Error(String(ran.stderr));
  return to;
}

describe('a file that was published elsewhere', () => {
  it.each([
    ['an MP3', 'archives-042.mp3', 'mp3', 'audio/mpeg'],
    ['a film', 'talk-with-picture.mp4', 'video', 'video/mp4'],
  ])('is finished at once, byte for byte: %s', async (_, name, kind, mime) => {
    const { isFinished, file, revision } = await adopt(join(recordings, name));
    expect(isFinished).toBe(true);
    const row = await revision();
    expect(row).toMatchObject({
      origin: 'import',
      state: 'done',
      originalSha256: file.sha256,
      originalBytes: file.bytes,
    });
    expect(row.renditions).toMatchObject([{ kind, mime, bytes: file.bytes, sha256: file.sha256 }]);
    expect(await bench.deps.storage.readBytes(row.renditions[0]!.key)).toEqual(await readFile(join(recordings, name)));
  });

  it('in M4A is announced as such', async () => {
    await writeFile(join(folder, 'speech.wav'), makeSpeech({ seconds: 3 }));
    const { revision } = await adopt(encode('speech.m4a', '-c:a', 'aac'));
    expect((await revision()).renditions).toMatchObject([{ kind: 'm4a', mime: 'audio/mp4' }]);
  });

  it('is measured in the background, and stays as it is', async () => {
    await bench.work();
    const { file, revision, stored } = await adopt(join(recordings, 'archives-042.mp3'));
    expect((await revision()).analysisKey).toBeNull();
    await bench.work();
    const row = await revision();
    expect(row).toMatchObject({
      ...{ state: 'done', number: 1, analysisKey: expect.any(String), renderedKey: stored.key },
      report: { before: expect.anything(), after: expect.anything(), findings: expect.any(Array) },
      waveform: { before: expect.anything(), after: expect.anything() },
    });
    expect(row.renditions).toMatchObject([{ bytes: file.bytes, sha256: file.sha256 }]);
  });

  it('can be made anew like any other recording, and taken back', async () => {
    const { revision, file } = await adopt(join(recordings, 'archives-042.mp3'));
    const { recordingId, id } = await revision();
    const revisions = new RevisionsService(bench.dataSource, bench.deps.clock);
    await revisions.render(system, recordingId, { origin: 'order', urgency: 'now' });
    await bench.work();
    const made = await bench.dataSource.manager.findOneOrFail(Revision, {
      where: { recordingId, number: 2 },
      relations: { renditions: true },
    });
    expect(made).toMatchObject({ state: 'done', origin: 'order', basedOnId: id });
    expect(made.renditions[0]!.sha256).not.toBe(file.sha256);
    await revisions.rollBack(system, recordingId, id);
    const [back] = await bench.dataSource.manager.find(Rendition, { where: { revision: { recordingId, number: 3 } } });
    expect(back!.sha256).toBe(file.sha256);
  });

  it('that apps do not take becomes a recording of which an MP3 is made; the original stays', async () => {
    const { isFinished, revision, stored } = await adopt(join(recordings, 'two-microphones.opus'));
    expect([isFinished, stored.kind]).toEqual([false, null]);
    await bench.work();
    const row = await revision();
    expect(row).toMatchObject({ origin: 'upload', state: 'done', originalKey: stored.key });
    expect(row.renditions.map(({ kind }) => kind)).toEqual(['mp3']);
  });

  it('is nobody’s leftover, a day later', async () => {
    const { stored } = await adopt(join(recordings, 'archives-042.mp3'));
    const late = { now: () => new Date(Date.now() + 48 * 3_600_000) };
    const gone = await collectLeftovers({ ...bench.deps, clock: late });
    expect(gone).not.toContain(stored.key);
    expect(await bench.deps.storage.exists(stored.key)).toBe(true);
  });

  it('that is no sound is refused, and nothing is stored (abuse:A01)', async () => {
    const path = join(folder, 'page.mp3');
    await writeFile(path, '#EXTM3U\nhttp://127.0.0.1/canary');
    await expect(adopt(path)).rejects.toMatchObject({ code: 'NOT_AUDIO', status: 422 });
  });
});
