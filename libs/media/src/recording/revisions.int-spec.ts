import { analyse, onlyTrack, probe, usualOrder } from '#libs/ffmpeg';
import { newId, system } from '#libs/kernel';
import { jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openMediaBench } from '../testing/media-bench.js';
import { makeSpeech, makeTone } from '../testing/make-sound.js';
import { releaseFile } from './release-file.js';
import type { Revision } from './revision.entity.js';

jest.setTimeout(120_000);
const trailer = fileURLToPath(new URL('../../../../test/recordings/trailer.wav', import.meta.url));

let bench: Awaited<ReturnType<typeof openMediaBench>>;
beforeAll(async () => {
  bench = await openMediaBench();
});
beforeEach(() => bench.want({}));
afterAll(() => bench.close());

const made = async (source: string | Buffer = trailer, name = 'trailer.wav') => {
  const revision = await bench.receive(source, name);
  await bench.work();
  return bench.again(revision);
};
const release = async ({ id, recordingId }: Pick<Revision, 'id' | 'recordingId'>) => {
  const order = await bench.deps.orderFor(recordingId, { id, number: 1, origin: 'order' });
  return bench.dataSource.transaction((manager) => releaseFile(manager, id, order, new Date()));
};
const fileOf = (revision: Revision, kind = 'mp3') => revision.renditions.find((each) => each.kind === kind)!;
const bytesOf = (revision: Revision) => readFile(bench.storage.localPath(fileOf(revision).key)!);
const measure = async (revision: Revision) => {
  const path = bench.storage.localPath(fileOf(revision).key)!;
  const found = await probe(bench.deps.ffmpeg, path);
  return { found, ...(await analyse(bench.deps.ffmpeg, onlyTrack(path, found))) };
};
const isWhole = async (revision: Revision) => {
  const { bytes, sha256 } = fileOf(revision);
  const stored = await bytesOf(revision);
  expect(stored.length).toBe(bytes);
  expect(createHash('sha256').update(stored).digest('hex')).toBe(sha256);
};

describe('a recording that is made anew', () => {
  it('gets the next number and a file of its own from the stored analysis; the old file stays byte for byte', async () => {
    const first = await made();
    const before = await bytesOf(first);
    await release(first);
    bench.want({ sound: { ...usualOrder, targetLufs: -18 } });
    const asked = await bench.revisions.render(system, first.recordingId, { origin: 'order', urgency: 'now' });
    expect(asked).toMatchObject({ number: 2, origin: 'order', basedOnId: first.id, step: 'plan', state: 'waiting' });
    expect(await bench.work()).toEqual(['media.plan', 'media.render', 'media.verify', 'asset.ready']);
    const second = await bench.again(asked);
    expect(second).toMatchObject({ state: 'done', originalKey: first.originalKey, analysisKey: first.analysisKey });
    expect(second.report).toMatchObject({ targetLufs: -18, before: (first.report as { before: object }).before });
    expect((await measure(second)).report.asHeardLufs).toBeCloseTo(-18, 0);
    await isWhole(second);
    expect(await bytesOf(await bench.again(first))).toEqual(before);
    expect(await bench.again(first)).toMatchObject({ replacedAt: null });

    expect(await release(second)).toBe(true);
    expect((await bench.again(first)).replacedAt).toBeInstanceOf(Date);
    expect((await bench.again(second)).replacedAt).toBeNull();
    expect(await bytesOf(await bench.again(first))).toEqual(before);
  });

  it('is one piece of work, however often it is asked before it has begun', async () => {
    const first = await made();
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
    const first = await made();
    await bench.storage.delete(first.analysisKey!);
    const { id } = await bench.revisions.render(system, first.recordingId, { origin: 'order', urgency: 'now' });
    expect(await bench.work()).toEqual([
      ...['media.plan', 'media.analyse', 'media.plan', 'media.render', 'media.verify', 'asset.ready'],
    ]);
    expect(await bench.again({ id })).toMatchObject({ state: 'done', number: 2 });
  });

  it('goes back to the original: nothing cut, repaired or added, the tags as they are wanted', async () => {
    const first = await made();
    bench.want({ sound: { ...usualOrder, cuts: [{ startMs: 0, endMs: 2_000 }] } });
    const { id } = await bench.revisions.render(system, first.recordingId, { origin: 'original', urgency: 'now' });
    await bench.work();
    const second = await bench.again({ id });
    expect(second).toMatchObject({ state: 'done', origin: 'original', report: { mode: 'leave' } });
    const { report, durationMs, found } = await measure(second);
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
    const first = await made();
    bench.want({ sound: { ...usualOrder, cuts: [{ startMs: 0, endMs: 60_000 }] } });
    const { id } = await bench.revisions.render(system, first.recordingId, { origin: 'order', urgency: 'now' });
    await bench.work();
    expect(await bench.again({ id })).toMatchObject({ state: 'failed', step: 'plan', errorCode: 'NOTHING_LEFT' });
  });
});

describe('cuts and pieces', () => {
  it('are in the file: its length, its loudness, and what is heard where', async () => {
    const piece = await made(makeTone({ seconds: 2, hertz: 880, level: 0.02 }), 'intro.wav');
    const first = await made(makeSpeech({ seconds: 14 }), 'talk.wav');
    const use = { recordingId: piece.recordingId, fadeInMs: 0, fadeOutMs: 300 };
    const cuts = [
      { startMs: 0, endMs: 1_000 },
      { startMs: 6_000, endMs: 8_000 },
    ];
    bench.want({ sound: { ...usualOrder, cuts }, intro: use, outro: use });
    const { id } = await bench.revisions.render(system, first.recordingId, { origin: 'order', urgency: 'now' });
    await bench.work();
    const second = await bench.again({ id });
    expect(second).toMatchObject({ state: 'done', order: { intro: { revisionId: piece.id } } });
    const { durationMs, report } = await measure(second);
    expect(Math.abs(durationMs - 15_000)).toBeLessThan(100);
    expect(Math.abs(second.durationMs! - 15_000)).toBeLessThan(100);
    expect(Math.abs(report.asHeardLufs + 16)).toBeLessThan(1);
    expect(report.truePeakDbtp).toBeLessThanOrEqual(-1);
    // The pieces were far below the speech, and are matched to it.
    expect(Math.abs(report.shortTerm.at(2)! + 16)).toBeLessThan(4);
    const view = (await bench.recordings.get(system, first.recordingId)).revisions[0]!;
    expect(view.timeline?.clips.map(({ source }) => source)).toEqual(['intro', 'recording', 'recording', 'outro']);
    expect(view.recordingMs).toBe(14_000);
  });

  it('do without a piece that is gone, and say so', async () => {
    const use = { recordingId: newId(), fadeInMs: 0, fadeOutMs: 0 };
    bench.want({ intro: use });
    const revision = await made();
    expect(revision.state).toBe('done');
    expect(revision.report?.notes).toContainEqual({ code: 'PIECE_MISSING', params: { piece: 'intro' } });
    expect(revision.order['intro']).toBeNull();
  });

  it('plan anew when a piece goes between plan and render', async () => {
    const piece = await made(makeTone({ seconds: 1, hertz: 880 }), 'intro.wav');
    bench.want({ intro: { recordingId: piece.recordingId, fadeInMs: 0, fadeOutMs: 0 } });
    const revision = await bench.receive(trailer);
    const done = await bench.workUntil('media.render');
    await bench.storage.delete(piece.originalKey!);
    expect([...done, ...(await bench.work())].filter((name) => name === 'media.plan')).toHaveLength(2);
    expect((await bench.again(revision)).report?.notes).toContainEqual(
      expect.objectContaining({ code: 'PIECE_MISSING' }),
    );
  });
});

describe('an older file that is taken back', () => {
  it('is there at once under the next number, the very same bytes, while newer work is given up', async () => {
    const first = await made();
    await release(first);
    bench.want({ sound: { ...usualOrder, targetLufs: -18 } });
    const { id } = await bench.revisions.render(system, first.recordingId, { origin: 'order', urgency: 'now' });
    await bench.work();
    const second = await bench.again({ id });
    await release(second);
    const running = await bench.revisions.render(system, first.recordingId, { origin: 'order', urgency: 'now' });

    const back = await bench.revisions.rollBack(system, first.recordingId, first.id);
    expect(back).toMatchObject({ number: 4, state: 'done', origin: 'rollback', basedOnId: first.id });
    expect(back.mp3).toEqual({
      key: fileOf(first).key,
      bytes: fileOf(first).bytes,
      durationMs: fileOf(first).durationMs,
    });
    expect(await bench.work()).toEqual(['media.plan', 'asset.ready']);
    expect(await bench.again(running)).toMatchObject({ state: 'cancelled' });
    const row = await bench.again(back);
    expect(await bytesOf(row)).toEqual(await bytesOf(first));
    expect(await release(row)).toBe(true);
    expect((await bench.again(second)).replacedAt).toBeInstanceOf(Date);
    await isWhole(await bench.again(second));
  });

  it('says what it said, until its tags are updated: then the older file still stays', async () => {
    const first = await made();
    await release(first);
    const { id } = await bench.revisions.render(system, first.recordingId, { origin: 'order', urgency: 'now' });
    await bench.work();
    const back = await bench.revisions.rollBack(system, first.recordingId, first.id);
    const tags = { title: 'Un autre titre', artist: 'A', album: 'B', date: '2026-05-12' };
    bench.want({ tags });
    expect(await release({ id: back.id, recordingId: first.recordingId })).toBe(true);
    const tagged = await bench.revisions.retag(system, first.recordingId);
    await bench.work();
    expect((await measure(await bench.again(tagged))).found.tags.title).toBe('Un autre titre');
    for (const each of [first, { id }, back]) await isWhole(await bench.again(each));
  });

  it('cannot be the newest one, nor one without a file', async () => {
    const first = await made();
    const again = (revisionId: string) => bench.revisions.rollBack(system, first.recordingId, revisionId);
    await expect(again(first.id)).rejects.toMatchObject({ code: 'NOTHING_TO_DO' });
    await expect(again(newId())).rejects.toMatchObject({ status: 404 });
  });
});

describe('updating the tags of a released file', () => {
  it('copies its sound into the next revision with the words of now, in one step, and leaves the file alone', async () => {
    const first = await made();
    await release(first);
    const before = await bytesOf(first);
    bench.want({ tags: { title: 'Un autre titre', artist: 'A', album: 'B', date: '2026-05-12' }, chapters: [] });
    const asked = await bench.revisions.retag(system, first.recordingId);
    expect(asked).toMatchObject({ number: 2, origin: 'tags', basedOnId: first.id });
    expect(await bench.work()).toEqual(['media.plan', 'asset.ready']);
    const second = await bench.again(asked);
    expect(second).toMatchObject({ state: 'done', step: 'verify', durationMs: first.durationMs });
    await isWhole(second);
    const [one, two] = [await measure(first), await measure(second)];
    expect(two.found).toMatchObject({ tags: { title: 'Un autre titre' }, chapters: [] });
    expect(two.report).toEqual(one.report);
    expect(fileOf(second).key).not.toBe(fileOf(first).key);
    expect(await bytesOf(await bench.again(first))).toEqual(before);
  });

  it('is not needed for a file that nobody has heard yet: that one follows by itself', async () => {
    const first = await made();
    expect((await bench.revisions.retag(system, first.recordingId)).id).toBe(first.id);
  });
});

describe('several tracks of one recording', () => {
  it('are brought together and sound at once, from the moment each begins', async () => {
    const first = await made(makeSpeech({ seconds: 8 }), 'host.wav');
    await release(first);
    const { recordingId } = first;
    const second = await bench.receive(makeSpeech({ seconds: 6, level: 0.02, seed: 7 }), 'guest.wav', {
      recordingId,
      purpose: 'track',
    });
    expect(second).toMatchObject({ number: 2, originalKey: first.originalKey, tracks: [{ name: 'guest.wav' }] });
    await bench.work();
    const mixed = await bench.again(second);
    expect(mixed).toMatchObject({ state: 'done', tracks: [{ probe: { channels: 1 } }] });
    // Twenty-odd decibels below the host.
    expect(mixed.tracks[0]!.gainDb).toBeGreaterThan(10);
    expect(Math.abs((await measure(mixed)).durationMs - 8_000)).toBeLessThan(100);

    const { key } = mixed.tracks[0]!;
    const later = await bench.tracks.delay(system, recordingId, key, 5_000);
    await bench.work();
    expect(Math.abs((await measure(await bench.again(later))).durationMs - 11_000)).toBeLessThan(100);

    const alone = await bench.tracks.remove(system, recordingId, key);
    await bench.work();
    expect(await bench.again(alone)).toMatchObject({ state: 'done', number: 4, tracks: [] });
    expect(Math.abs((await measure(await bench.again(alone))).durationMs - 8_000)).toBeLessThan(100);
    expect(await bench.storage.exists(key)).toBe(true);
    await expect(bench.tracks.remove(system, recordingId, key)).rejects.toMatchObject({ status: 404 });
  });
});

describe('a track that cannot be read', () => {
  it('fails alone: it can be removed, and the recording be made again without it', async () => {
    const first = await made();
    const { recordingId } = first;
    const text = Buffer.from('not sound at all\n'.repeat(200));
    const broken = await bench.receive(text, 'guest.wav', { recordingId, purpose: 'track' });
    await bench.work();
    expect(await bench.again(broken)).toMatchObject({ state: 'failed', errorCode: 'NOT_AUDIO' });
    const without = await bench.tracks.remove(system, recordingId, broken.tracks[0]!.key);
    expect(without).toMatchObject({ number: 3, step: 'plan', tracks: [] });
    await bench.work();
    expect(await bench.again(without)).toMatchObject({ state: 'done' });

    await bench.receive(text, 'guest.wav', { recordingId, purpose: 'track' });
    await bench.work();
    const again = await bench.revisions.render(system, recordingId, { origin: 'order', urgency: 'now' });
    expect(again).toMatchObject({ number: 5, tracks: [] });
    await bench.work();
  });
});

describe('a preview', () => {
  it('is half a minute around a moment, as the order would make it, and nothing is published', async () => {
    const first = await made(makeSpeech({ seconds: 50 }), 'talk.wav');
    const sound = { ...usualOrder, targetLufs: -18, cuts: [{ startMs: 0, endMs: 10_000 }] };
    const { id, state } = await bench.previews.create(system, first.recordingId, { atMs: 20_000, sound });
    expect(state).toBe('waiting');
    const started = performance.now();
    expect(await bench.work()).toEqual(['media.preview']);
    expect(performance.now() - started).toBeLessThan(8_000);
    const preview = await bench.previews.get(system, first.recordingId, id);
    expect(preview).toMatchObject({ state: 'done', startMs: 5_000, endMs: 35_000, error: null });
    const path = bench.storage.localPath(preview.key!)!;
    const found = await probe(bench.deps.ffmpeg, path);
    const { durationMs, report } = await analyse(bench.deps.ffmpeg, onlyTrack(path, found));
    expect(Math.abs(durationMs - 30_000)).toBeLessThan(100);
    expect(report.asHeardLufs).toBeCloseTo(-18, 0);
    expect((await bench.recordings.get(system, first.recordingId)).revisions).toHaveLength(1);
  });

  it('takes the place of one that still waits, and ends where the sound ends', async () => {
    const first = await made();
    const ask = () => bench.previews.create(system, first.recordingId, { atMs: 60_000, sound: usualOrder });
    const [one, two] = [await ask(), await ask()];
    await bench.work();
    const get = ({ id }: { id: string }) => bench.previews.get(system, first.recordingId, id);
    expect(await get(one)).toMatchObject({ state: 'cancelled', key: null });
    expect(await get(two)).toMatchObject({ state: 'done', startMs: 0, endMs: 6_440 });
  });
});
