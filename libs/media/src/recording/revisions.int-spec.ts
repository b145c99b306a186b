import { usualOrder } from '#libs/ffmpeg';
import { newId, system } from '#libs/kernel';
import { jest } from '@jest/globals';
import { finishedFiles, trailer } from '../testing/finished-files.js';
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

describe('a recording that is made anew', () => {
  it('gets the next number and a file of its own from the stored analysis; the old file stays byte for byte', async () => {
    const first = await files.made();
    const before = await files.bytesOf(first);
    await files.release(first);
    bench.want({ sound: { ...usualOrder, targetLufs: -18 } });
    const asked = await bench.revisions.render(system, first.recordingId, { origin: 'order', urgency: 'now' });
    expect(asked).toMatchObject({ number: 2, origin: 'order', basedOnId: first.id, step: 'plan', state: 'waiting' });
    expect(await bench.work()).toEqual(['media.plan', 'media.render', 'media.verify', 'asset.ready']);
    const second = await bench.again(asked);
    expect(second).toMatchObject({ state: 'done', originalKey: first.originalKey, analysisKey: first.analysisKey });
    expect(second.report).toMatchObject({ targetLufs: -18, before: (first.report as { before: object }).before });
    expect((await files.measure(second)).report.asHeardLufs).toBeCloseTo(-18, 0);
    await files.isWhole(second);
    expect(await files.bytesOf(await bench.again(first))).toEqual(before);
    expect(await bench.again(first)).toMatchObject({ replacedAt: null });

    expect(await files.release(second)).toBe(true);
    expect((await bench.again(first)).replacedAt).toBeInstanceOf(Date);
    expect((await bench.again(second)).replacedAt).toBeNull();
    expect(await files.bytesOf(await bench.again(first))).toEqual(before);
  });

  it('is one piece of work, however often it is asked before it has begun', async () => {
    const first = await files.made();
    const asked = { origin: 'order', urgency: 'now' } as const;
    const [one, two] = [
      await bench.revisions.render(system, first.recordingId, asked),
      await bench.revisions.render(system, first.recordingId, asked),
    ];
    expect(two.id).toBe(one.id);
    await bench.work();
    expect((await bench.revisions.render(system, first.recordingId, asked)).number).toBe(3);
    await bench.work();
  });

  it('is measured again when its analysis was lost', async () => {
    const first = await files.made();
    await bench.storage.delete(first.analysisKey!);
    const { id } = await bench.revisions.render(system, first.recordingId, { origin: 'order', urgency: 'now' });
    expect(await bench.work()).toEqual([
      ...['media.plan', 'media.analyse', 'media.plan', 'media.render', 'media.verify', 'asset.ready'],
    ]);
    expect(await bench.again({ id })).toMatchObject({ state: 'done', number: 2 });
  });

  it('goes back to the original: nothing cut, repaired or added, the tags as they are wanted', async () => {
    const first = await files.made();
    bench.want({ sound: { ...usualOrder, cuts: [{ startMs: 0, endMs: 2_000 }] } });
    const { id } = await bench.revisions.render(system, first.recordingId, { origin: 'original', urgency: 'now' });
    await bench.work();
    const second = await bench.again({ id });
    expect(second).toMatchObject({ state: 'done', origin: 'original', report: { mode: 'leave' } });
    const { report, durationMs, found } = await files.measure(second);
    const { before } = first.report as { before: { integratedLufs: number; durationMs: number } };
    expect(Math.abs(durationMs - before.durationMs)).toBeLessThan(50);
    // The encoder itself turns it down a little.
    expect(Math.abs(report.integratedLufs - before.integratedLufs)).toBeLessThan(0.8);
    expect(found.tags.title).toBe('Épisode 87');
  });

  it('stays with what somebody waits for when a catalogue is made anew', async () => {
    const revision = await bench.receive(trailer);
    const batch = await bench.revisions.render(system, revision.recordingId, { origin: 'order', urgency: 'batch' });
    expect(batch).toMatchObject({ id: revision.id, urgency: 'now' });
    await bench.work();
    const later = await bench.revisions.render(system, revision.recordingId, { origin: 'order', urgency: 'batch' });
    expect(later.urgency).toBe('batch');
    const now = await bench.revisions.render(system, revision.recordingId, { origin: 'order', urgency: 'now' });
    expect(now).toMatchObject({ number: 3, urgency: 'now' });
    expect(await bench.again(later)).toMatchObject({ state: 'cancelled' });
    await bench.work();
  });

  it('is refused where there is nothing to make it of, and to strangers', async () => {
    const broken = await bench.receive(Buffer.from('not sound at all\n'.repeat(200)), 'ep.mp3');
    await bench.work();
    const asked = { origin: 'order', urgency: 'now' } as const;
    await expect(bench.revisions.render(system, broken.recordingId, asked)).rejects.toMatchObject({ status: 409 });
    await expect(bench.revisions.render(system, newId(), asked)).rejects.toMatchObject({ status: 404 });
    const stranger = { kind: 'user', userId: newId(), isInstanceOwner: false, roles: {} } as const;
    await expect(bench.revisions.render(stranger, broken.recordingId, asked)).rejects.toMatchObject({ status: 404 });
    const moderator = { ...stranger, roles: { [bench.scope]: 'moderator' as const } };
    await expect(bench.revisions.render(moderator, broken.recordingId, asked)).rejects.toMatchObject({ status: 403 });
  });

  it('says what to do when the cuts leave nothing', async () => {
    const first = await files.made();
    bench.want({ sound: { ...usualOrder, cuts: [{ startMs: 0, endMs: 60_000 }] } });
    const { id } = await bench.revisions.render(system, first.recordingId, { origin: 'order', urgency: 'now' });
    await bench.work();
    expect(await bench.again({ id })).toMatchObject({ state: 'failed', step: 'plan', errorCode: 'NOTHING_LEFT' });
  });
});
