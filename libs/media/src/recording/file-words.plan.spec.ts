import { usualOrder } from '#libs/ffmpeg';
import { hasWords, saysWhat } from './file-words.plan.js';
import type { RenderOrder } from './render-order.js';

const order: RenderOrder = {
  ...{ recordingId: 'r', sound: usualOrder, intro: null, outro: null, coverKey: null },
  outputs: { opus: false, m4a: false, video: false, hls: false },
  tags: { title: 'Été', artist: 'A', album: 'A', date: '2026-05-12' },
  chapters: [{ startMs: 0, title: 'Début' }],
};
const revision = (given: object = {}) => ({
  order: { ...order } as Record<string, unknown>,
  refusedOrder: null,
  origin: 'upload' as const,
  ...given,
});

describe('whether a file says what is wanted', () => {
  it('is so for the same words, whatever the target was', () => {
    expect(saysWhat({ ...order, sound: { ...usualOrder, targetLufs: -18 } } as never, revision())).toBe(true);
  });

  it.each([
    ['title', { tags: { ...order.tags, title: 'Hiver' } }],
    ['track', { tags: { ...order.tags, track: '3' } }],
    ['chapters', { chapters: [] }],
    ['cover', { coverKey: 'image/1.jpg' }],
  ])('is not so for another %s', (_, other) => {
    expect(saysWhat({ ...order, ...other }, revision())).toBe(false);
  });

  it('asks nothing of a file that was made without an order', () => {
    expect(saysWhat(order, revision({ order: {} }))).toBe(true);
  });

  it('asks nothing of a file that was taken back as it was', () => {
    expect(saysWhat({ ...order, chapters: [] }, revision({ origin: 'rollback' }))).toBe(true);
    expect(hasWords({ ...order, chapters: [] }, revision({ origin: 'rollback' }))).toBe(false);
  });

  it('asks no more for what could not be written, until something else is wanted', () => {
    const wanted = { ...order, coverKey: 'image/1.jpg' };
    const stuck = revision({ refusedOrder: { ...wanted } });
    expect(saysWhat(wanted, stuck)).toBe(true);
    expect(saysWhat({ ...wanted, chapters: [] }, stuck)).toBe(false);
  });
});
