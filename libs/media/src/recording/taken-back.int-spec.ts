import { usualOrder } from '#libs/ffmpeg';
import { newId, system } from '#libs/kernel';
import { jest } from '@jest/globals';
import { finishedFiles } from '../testing/finished-files.js';
import { type MediaBench, openMediaBench } from '../testing/media-bench.js';

jest.setTimeout(120_000);

let bench: MediaBench;
let files: ReturnType<typeof finishedFiles>;
beforeAll(async () => {
  bench = await openMediaBench();
  files = finishedFiles(bench);
});
beforeEach(() => bench.want({}));
afterAll(() => bench.close());

describe('an older file that is taken back', () => {
  it('is there at once under the next number, the very same bytes, while newer work is given up', async () => {
    const first = await files.made();
    await files.release(first);
    bench.want({ sound: { ...usualOrder, targetLufs: -18 } });
    const { id } = await bench.revisions.render(system, first.recordingId, { origin: 'order', urgency: 'now' });
    await bench.work();
    const second = await bench.again({ id });
    await files.release(second);
    const running = await bench.revisions.render(system, first.recordingId, { origin: 'order', urgency: 'now' });

    const back = await bench.revisions.rollBack(system, first.recordingId, first.id);
    expect(back).toMatchObject({ number: 4, state: 'done', origin: 'rollback', basedOnId: first.id });
    expect(back.mp3).toEqual({
      key: files.fileOf(first).key,
      bytes: files.fileOf(first).bytes,
      durationMs: files.fileOf(first).durationMs,
    });
    expect(await bench.work()).toEqual(['media.plan', 'asset.ready']);
    expect(await bench.again(running)).toMatchObject({ state: 'cancelled' });
    const row = await bench.again(back);
    expect(await files.bytesOf(row)).toEqual(await files.bytesOf(first));
    expect(await files.release(row)).toBe(true);
    expect((await bench.again(second)).replacedAt).toBeInstanceOf(Date);
    await files.isWhole(await bench.again(second));
  });

  it('says what it said, until its tags are updated: then the older file still stays', async () => {
    const first = await files.made();
    await files.release(first);
    const { id } = await bench.revisions.render(system, first.recordingId, { origin: 'order', urgency: 'now' });
    await bench.work();
    const back = await bench.revisions.rollBack(system, first.recordingId, first.id);
    const tags = { title: 'Un autre titre', artist: 'A', album: 'B', date: '2026-05-12' };
    bench.want({ tags });
    expect(await files.release({ id: back.id, recordingId: first.recordingId })).toBe(true);
    const tagged = await bench.revisions.retag(system, first.recordingId);
    await bench.work();
    expect((await files.measure(await bench.again(tagged))).found.tags.title).toBe('Un autre titre');
    for (const each of [first, { id }, back]) await files.isWhole(await bench.again(each));
  });

  it('cannot be the newest one, nor one without a file', async () => {
    const first = await files.made();
    const again = (revisionId: string) => bench.revisions.rollBack(system, first.recordingId, revisionId);
    await expect(again(first.id)).rejects.toMatchObject({ code: 'NOTHING_TO_DO' });
    await expect(again(newId())).rejects.toMatchObject({ status: 404 });
  });
});

describe('updating the tags of a released file', () => {
  it('copies its sound into the next revision with the words of now, in one step, and leaves the file alone', async () => {
    const first = await files.made();
    await files.release(first);
    const before = await files.bytesOf(first);
    bench.want({ tags: { title: 'Un autre titre', artist: 'A', album: 'B', date: '2026-05-12' }, chapters: [] });
    const asked = await bench.revisions.retag(system, first.recordingId);
    expect(asked).toMatchObject({ number: 2, origin: 'tags', basedOnId: first.id });
    expect(await bench.work()).toEqual(['media.plan', 'asset.ready']);
    const second = await bench.again(asked);
    expect(second).toMatchObject({ state: 'done', step: 'verify', durationMs: first.durationMs });
    await files.isWhole(second);
    const [one, two] = [await files.measure(first), await files.measure(second)];
    expect(two.found).toMatchObject({ tags: { title: 'Un autre titre' }, chapters: [] });
    expect(two.report).toEqual(one.report);
    expect(files.fileOf(second).key).not.toBe(files.fileOf(first).key);
    expect(await files.bytesOf(await bench.again(first))).toEqual(before);
  });

  it('is not needed for a file that nobody has heard yet: that one follows by itself', async () => {
    const first = await files.made();
    expect((await bench.revisions.retag(system, first.recordingId)).id).toBe(first.id);
  });
});
