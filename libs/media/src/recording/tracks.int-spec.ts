import { system } from '#libs/kernel';
import { jest } from '@jest/globals';
import { finishedFiles } from '../testing/finished-files.js';
import { makeSpeech } from '../testing/make-sound.js';
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

describe('several tracks of one recording', () => {
  it('are brought together and sound at once, from the moment each begins', async () => {
    const first = await files.made(makeSpeech({ seconds: 8 }), 'host.wav');
    await files.release(first);
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
    expect(Math.abs((await files.measure(mixed)).durationMs - 8_000)).toBeLessThan(100);

    const { key } = mixed.tracks[0]!;
    const later = await bench.tracks.delay(system, recordingId, key, 5_000);
    await bench.work();
    expect(Math.abs((await files.measure(await bench.again(later))).durationMs - 11_000)).toBeLessThan(100);

    const alone = await bench.tracks.remove(system, recordingId, key);
    await bench.work();
    expect(await bench.again(alone)).toMatchObject({ state: 'done', number: 4, tracks: [] });
    expect(Math.abs((await files.measure(await bench.again(alone))).durationMs - 8_000)).toBeLessThan(100);
    expect(await bench.storage.exists(key)).toBe(true);
    await expect(bench.tracks.remove(system, recordingId, key)).rejects.toMatchObject({ status: 404 });
  });
});

describe('a track that cannot be read', () => {
  it('fails alone: it can be removed, and the recording be made again without it', async () => {
    const first = await files.made();
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

  it('are sixteen at most, those on their way too', async () => {
    const { recordingId } = await bench.receive(makeSpeech({ seconds: 1 }), 'host.wav');
    const form = { scope: bench.scope, recordingId, userId: null, fileName: 'guest.wav', totalBytes: 1_000 };
    const announce = () =>
      bench.dataSource.transaction((manager) => bench.uploads.create(manager, system, { ...form, purpose: 'track' }));
    for (let track = 2; track <= 16; track += 1) await announce();
    await expect(announce()).rejects.toMatchObject({ code: 'TOO_MANY_TRACKS', params: { most: 16 } });
    // What is on its way as the recording is not mistaken for a track.
    const { upload } = await bench.recordings.get(system, recordingId);
    expect(upload).toMatchObject({ fileName: 'host.wav' });
  });

  it('are not mixed with one that arrived changed', async () => {
    const host = await bench.receive(makeSpeech({ seconds: 1 }), 'host.wav');
    const { recordingId } = host;
    const added = await bench.receive(makeSpeech({ seconds: 1 }), 'guest.wav', { recordingId, purpose: 'track' });
    const uploadId = added.tracks[0]!.key.replace('original/', '');
    await expect(bench.uploads.claim(system, uploadId, 'ab'.repeat(32))).rejects.toMatchObject({
      code: 'DIGEST_DIFFERS',
    });
    expect(await bench.again(added)).toMatchObject({ state: 'failed', errorCode: 'DIGEST_DIFFERS' });
    await bench.work();
  });
});
