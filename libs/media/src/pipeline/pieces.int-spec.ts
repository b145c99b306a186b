import { usualOrder } from '#libs/ffmpeg';
import { newId, system } from '#libs/kernel';
import { jest } from '@jest/globals';
import { finishedFiles, trailer } from '../testing/finished-files.js';
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

describe('cuts and pieces', () => {
  it('are in the file: its length, its loudness, and what is heard where', async () => {
    const piece = await files.made(makeTone({ seconds: 2, hertz: 880, level: 0.02 }), 'intro.wav');
    const first = await files.made(makeSpeech({ seconds: 14 }), 'talk.wav');
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
    const { durationMs, report } = await files.measure(second);
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
    const revision = await files.made();
    expect(revision.state).toBe('done');
    expect(revision.report?.notes).toContainEqual({ code: 'PIECE_MISSING', params: { piece: 'intro' } });
    expect(revision.order['intro']).toBeNull();
  });

  it('plan anew when a piece goes between plan and render', async () => {
    const piece = await files.made(makeTone({ seconds: 1, hertz: 880 }), 'intro.wav');
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
