import { analyse, onlyTrack, probe, usualOrder } from '#libs/ffmpeg';
import { system } from '#libs/kernel';
import { jest } from '@jest/globals';
import { finishedFiles } from '../testing/finished-files.js';
import { makeSpeech, makeTone } from '../testing/make-sound.js';
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

describe('a preview', () => {
  it('is half a minute around a moment, as the order would make it, and nothing is published', async () => {
    const first = await files.made(makeSpeech({ seconds: 50 }), 'talk.wav');
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
    const first = await files.made();
    const ask = () => bench.previews.create(system, first.recordingId, { atMs: 2 ** 31 - 1, sound: usualOrder });
    const [one, two] = [await ask(), await ask()];
    await bench.work();
    const get = ({ id }: { id: string }) => bench.previews.get(system, first.recordingId, id);
    expect(await get(one)).toMatchObject({ state: 'cancelled', key: null });
    expect(await get(two)).toMatchObject({ state: 'done', startMs: 0, endMs: 6_440 });
  });

  it('is of the recording alone, in its time, also where an intro is played before it', async () => {
    const piece = await files.made(makeTone({ seconds: 4, hertz: 880 }), 'intro.wav');
    const first = await files.made();
    bench.want({ intro: { recordingId: piece.recordingId, fadeInMs: 0, fadeOutMs: 0 } });
    const { id } = await bench.previews.create(system, first.recordingId, { atMs: 0, sound: usualOrder });
    await bench.work();
    const preview = await bench.previews.get(system, first.recordingId, id);
    expect(preview).toMatchObject({ state: 'done', startMs: 0, endMs: 6_440 });
  });

  it('is the last half minute for a moment that no recording reaches', async () => {
    const first = await files.made();
    const asked = { atMs: 2 ** 31 - 1, sound: usualOrder };
    const { id } = await bench.previews.create(system, first.recordingId, asked);
    await bench.work();
    expect(await bench.previews.get(system, first.recordingId, id)).toMatchObject({ state: 'done', endMs: 6_440 });
  });

  it('is made also of a recording that an older version had measured in its own way', async () => {
    const first = await files.made();
    await bench.storage.put(first.analysisKey!, Buffer.from('ESTRADE-ANALYSIS-1\n'));
    const { id } = await bench.previews.create(system, first.recordingId, { atMs: 0, sound: usualOrder });
    await bench.work();
    const preview = await bench.previews.get(system, first.recordingId, id);
    expect(preview).toMatchObject({ state: 'done', endMs: 6_440, error: null });
  });
});
