import { usualOrder } from '#libs/ffmpeg';
import { system, systemClock } from '#libs/kernel';
import { jest } from '@jest/globals';
import { utimes } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openMediaBench } from '../testing/media-bench.js';
import { collectLeftovers } from './collect-leftovers.js';
import { MediaEraser } from './eraser.js';
import type { Revision } from './revision.entity.js';

jest.setTimeout(120_000);
const recording = (name: string) => fileURLToPath(new URL(`../../../../test/recordings/${name}`, import.meta.url));

let bench: Awaited<ReturnType<typeof openMediaBench>>;
let revision: Revision;
beforeAll(async () => {
  bench = await openMediaBench();
  bench.want({ outputs: { opus: true, m4a: false, video: true, hls: true } });
  revision = await bench.receive(recording('talk-with-picture.mp4'), 'talk.mp4');
  await bench.work();
  await bench.receive(recording('trailer.wav'), 'track.wav', { recordingId: revision.recordingId, purpose: 'track' });
  await bench.work();
});
afterAll(() => bench.close());

const list = async (prefix = '') => {
  const keys: string[] = [];
  for await (const { key } of bench.storage.list(prefix)) keys.push(key);
  return keys.sort();
};
const age = async (key: string) => utimes(bench.storage.localPath(key)!, new Date(0), new Date(0));
const collect = (now = new Date()) =>
  collectLeftovers({ dataSource: bench.dataSource, storage: bench.storage, clock: { now: () => now } });

describe('what is left over', () => {
  it('is what no row names and nobody has touched for a day; all that a revision has stays', async () => {
    const kept = await list();
    expect(kept.some((key) => key.startsWith('hls/'))).toBe(true);
    for (const key of kept) await age(key);
    const strays = ['mp3/stray.mp3', 'hls/stray/00001.m4s', 'waveform/stray.bin', 'original/stray'];
    for (const key of [...strays, 'mp3/young.mp3']) await bench.storage.put(key, Buffer.from('x'));
    for (const key of strays) await age(key);
    expect((await collect()).sort()).toEqual(strays.sort());
    expect(await list()).toEqual([...kept, 'mp3/young.mp3'].sort());
    await bench.storage.delete('mp3/young.mp3');
  });

  it('is what a given-up run had made, once something newer is there', async () => {
    const asked = { origin: 'order', urgency: 'now' } as const;
    const given = await bench.revisions.render(system, revision.recordingId, asked);
    await bench.workUntil('media.verify');
    const { renderedKey } = await bench.again(given);
    await bench.recordings.cancel(system, revision.recordingId);
    await bench.work();
    await age(renderedKey!);
    expect(await collect()).toEqual([]);
    await bench.revisions.render(system, revision.recordingId, asked);
    expect(await collect()).toEqual([renderedKey]);
    await bench.work();
  });

  it('is a preview after an hour', async () => {
    const asked = { atMs: 0, sound: usualOrder };
    const { id } = await bench.previews.create(system, revision.recordingId, asked);
    await bench.work();
    const key = `preview/${id}.mp3`;
    expect(await collect()).toEqual([]);
    expect(await bench.storage.exists(key)).toBe(true);
    expect(await collect(new Date(systemClock.now().getTime() + 3_700_000))).toEqual([key]);
    await expect(bench.previews.get(system, revision.recordingId, id)).rejects.toMatchObject({ status: 404 });
  });

  it('is nothing at all when a recording is erased for good', async () => {
    await new MediaEraser(bench.dataSource, bench.storage, bench.staging).removeRecording(revision.recordingId);
    expect(await list()).toEqual([]);
  });
});
