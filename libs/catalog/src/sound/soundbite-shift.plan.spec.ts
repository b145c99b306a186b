import { toTimeline } from '#libs/ffmpeg';
import { shiftSoundbites } from './soundbite-shift.plan.js';
import type { SoundTime } from './time-shift.plan.js';

const second = 1_000;
const sound = (cuts: [number, number][] = [], intro?: number): SoundTime => ({
  timeline: toTimeline(
    600 * second,
    cuts.map(([from, to]) => ({ startMs: from * second, endMs: to * second })),
    intro ? { intro: { durationMs: intro * second, fadeInMs: 0, fadeOutMs: 0 } } : {},
  ),
  originalKey: 'original/a',
});
const bite = (from: number, to: number) => ({ startMs: from * second, durationMs: (to - from) * second, title: 'x' });

describe('soundbites of a sound that is cut anew', () => {
  it('move with what was cut or put before them', () => {
    expect(shiftSoundbites([bite(100, 130)], sound(), sound([[0, 10]]))).toEqual([bite(90, 120)]);
    expect(shiftSoundbites([bite(100, 130)], sound(), sound([], 12))).toEqual([bite(112, 142)]);
    expect(shiftSoundbites([bite(90, 120)], sound([[0, 10]]), sound())).toEqual([bite(100, 130)]);
  });

  it('get shorter by what was cut within them, while enough is left', () => {
    expect(shiftSoundbites([bite(100, 130)], sound(), sound([[110, 120]]))).toEqual([bite(100, 120)]);
    expect(shiftSoundbites([bite(100, 130)], sound(), sound([[90, 110]]))).toEqual([bite(90, 110)]);
    expect(shiftSoundbites([bite(100, 130)], sound(), sound([[105, 125]]))).toEqual([]);
  });

  it('go with their whole part, and when they would get too long (P19)', () => {
    expect(shiftSoundbites([bite(100, 130)], sound(), sound([[90, 140]]))).toEqual([]);
    expect(shiftSoundbites([bite(100, 130)], sound([[110, 250]]), sound())).toEqual([]);
  });
});
