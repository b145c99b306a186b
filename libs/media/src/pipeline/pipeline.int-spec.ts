import { analyse, onlyTrack, probe } from '#libs/ffmpeg';
import { OutboxRow } from '#libs/database';
import { system } from '#libs/kernel';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { makeWav } from '../testing/make-wav.js';
import { openMediaBench } from '../testing/media-bench.js';

const recording = (name: string) => fileURLToPath(new URL(`../../../../test/recordings/${name}`, import.meta.url));

let bench: Awaited<ReturnType<typeof openMediaBench>>;
beforeAll(async () => {
  bench = await openMediaBench();
});
afterAll(() => bench.close());

describe('the pipeline', () => {
  it('makes a verified MP3 of -16 LUFS as heard from a recording, and tells whoever listens', async () => {
    const revision = await bench.receive(recording('trailer.wav'), 'trailer.wav');
    const done = await bench.work();
    expect(done).toEqual([
      'upload.finished',
      ...['media.analyse', 'media.plan', 'media.render', 'media.verify'],
      'asset.ready',
    ]);
    const after = await bench.again(revision);
    expect(after).toMatchObject({ state: 'done', step: 'verify', progress: null, errorCode: null });
    expect(after.report).toMatchObject({ targetLufs: -16, before: {}, after: {}, checks: expect.anything() });
    expect(after.waveform).toMatchObject({ before: {}, after: {} });

    const [mp3] = after.renditions;
    const file = bench.storage.localPath(mp3!.key)!;
    const bytes = await readFile(file);
    expect(bytes.length).toBe(mp3!.bytes);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(mp3!.sha256);
    const measured = await analyse(bench.deps.ffmpeg, onlyTrack(file, await probe(bench.deps.ffmpeg, file)));
    expect(Math.abs(measured.report.asHeardLufs + 16)).toBeLessThanOrEqual(1);
    expect(measured.report.truePeakDbtp).toBeLessThanOrEqual(-1);
    expect(await probe(bench.deps.ffmpeg, file)).toMatchObject({
      tags: { title: 'Épisode 87', artist: 'Mon balado' },
      chapters: [{ startMs: 0, title: 'Début' }],
    });
    expect(await readdir(bench.workFolder)).toEqual([]);
  }, 60_000);

  it('changes nothing when a job runs a second time', async () => {
    const revision = await bench.receive(recording('trailer.wav'));
    await bench.work();
    const before = await bench.again(revision);
    const rows = await bench.dataSource.manager.find(OutboxRow, { order: { id: 'asc' } });
    const mine = rows.filter(({ payload }) => payload.revisionId === revision.id);
    for (const { id } of mine) await bench.dataSource.manager.update(OutboxRow, { id }, { relayedAt: null });
    await bench.work();
    expect(await bench.again(revision)).toEqual(before);
  }, 60_000);

  it.each([
    ['text named .mp3', () => Buffer.from('not sound at all\n'.repeat(200)), 'NOT_AUDIO'],
    [
      'a playlist disguised as sound (abuse:A01)',
      () => Buffer.from('#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nhttp://127.0.0.1:9/x.ts\n#EXT-X-ENDLIST\n'),
      'NOT_AUDIO',
    ],
    ['a list of other files', () => Buffer.from("ffconcat version 1.0\nfile '/etc/passwd'\n"), 'NOT_AUDIO'],
    ['sixty-four channels', () => makeWav(64, 8_000), 'TOO_MANY_CHANNELS'],
    ['noise', () => Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 251)), 'NOT_AUDIO'],
  ])(
    'ends with a reason for %s, tried once, the original kept',
    async (_, make, code) => {
      const revision = await bench.receive(make(), 'ep.mp3');
      const done = await bench.work();
      expect(done).toEqual(['upload.finished', 'asset.failed']);
      const after = await bench.again(revision);
      expect(after).toMatchObject({ state: 'failed', step: 'probe', errorCode: code, attempt: 1 });
      expect(await bench.storage.exists(after.originalKey!)).toBe(true);
    },
    60_000,
  );

  it('refuses an empty file before it arrives', async () => {
    await expect(bench.receive(Buffer.alloc(0))).rejects.toMatchObject({ code: 'EMPTY_FILE', status: 422 });
  });

  it('publishes what there is of a file that breaks off, and says so', async () => {
    const whole = await readFile(recording('trailer.wav'));
    const revision = await bench.receive(whole.subarray(0, Math.floor(whole.length * 0.6)), 'cut.wav');
    await bench.work();
    const after = await bench.again(revision);
    expect(after.state).toBe('done');
    expect(after.report?.notes).toContainEqual(expect.objectContaining({ code: 'TRUNCATED' }));
  }, 60_000);

  it('tries what is our fault three times, then says so, and goes on from that step when asked', async () => {
    const revision = await bench.receive(recording('trailer.wav'));
    const broken = { ...bench.deps, orderFor: () => Promise.reject(new Error('the database is away')) };
    const orderFor = bench.deps.orderFor;
    Object.assign(bench.deps, broken);
    await bench.work();
    Object.assign(bench.deps, { orderFor });
    expect(await bench.again(revision)).toMatchObject({
      state: 'failed',
      step: 'plan',
      errorCode: 'PROCESSING_FAILED',
    });

    await bench.recordings.retry(system, revision.recordingId);
    expect(await bench.work()).toEqual(['media.plan', 'media.render', 'media.verify', 'asset.ready']);
    expect(await bench.again(revision)).toMatchObject({ state: 'done', attempt: 2, errorCode: null });
  }, 60_000);

  it('stops a running step when it is cancelled', async () => {
    const revision = await bench.receive(recording('rencontres-2026-foret-des-donnees.flac'));
    const working = bench.work();
    for (;;) {
      const { step, state } = await bench.again(revision);
      if (step === 'render' && state === 'running') break;
      expect(state).not.toBe('done');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await bench.recordings.cancel(system, revision.recordingId);
    const started = performance.now();
    await working;
    expect(performance.now() - started).toBeLessThan(3000);
    expect(await bench.again(revision)).toMatchObject({ state: 'cancelled', step: 'render', renditions: [] });
    expect(await readdir(bench.workFolder)).toEqual([]);
  }, 60_000);

  it('makes the analysis again when it was lost', async () => {
    const revision = await bench.receive(recording('trailer.wav'));
    const orderFor = bench.deps.orderFor;
    const losing = async (id: string) => {
      Object.assign(bench.deps, { orderFor });
      await bench.storage.delete(`analysis/${revision.id}.bin`);
      return orderFor(id, revision);
    };
    Object.assign(bench.deps, { orderFor: losing });
    const done = await bench.work();
    expect(done.filter((name) => name === 'media.analyse')).toHaveLength(2);
    expect(await bench.again(revision)).toMatchObject({ state: 'done', attempt: 2 });
  }, 60_000);
});
