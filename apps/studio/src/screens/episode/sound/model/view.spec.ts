import { describe, expect, it } from '@jest/globals';
import { toAxis } from './axis';
import { follow, frame, isWhole, pan, ticks, toShare, wholeView, zoom } from './view';

const axis = toAxis(100_000);

describe('the part on the screen', () => {
  it('comes nearer around the cursor and goes back to the whole', () => {
    const near = zoom(axis, wholeView(axis), 0.5, 40_000);
    expect(near).toEqual({ startMs: 20_000, endMs: 70_000 });
    expect(toShare(near, 40_000)).toBeCloseTo(0.4);
    expect(isWhole(axis, zoom(axis, near, 2, 40_000))).toBe(true);
  });

  it('never comes nearer than the peaks can show, nor leaves the axis', () => {
    let view = wholeView(axis);
    for (let i = 0; i < 12; i += 1) view = zoom(axis, view, 0.5, 99_000);
    expect(view.endMs - view.startMs).toBe(8_000);
    expect(pan(axis, view, 50_000).endMs).toBe(100_000);
    expect(pan(axis, view, -500_000).startMs).toBe(0);
  });

  it('turns the page when playing leaves it', () => {
    const view = { startMs: 0, endMs: 20_000 };
    expect(follow(axis, view, 19_999)).toBe(view);
    expect(follow(axis, view, 20_001).startMs).toBeCloseTo(18_001);
    expect(follow(axis, { startMs: 50_000, endMs: 60_000 }, 3_000).startMs).toBe(2_000);
  });

  it('frames a stretch with room around it', () => {
    expect(frame(axis, { startMs: 40_000, endMs: 50_000 })).toEqual({ startMs: 37_000, endMs: 53_000 });
  });

  it('writes round times only', () => {
    expect(ticks(wholeView(axis), 6)).toEqual([0, 30_000, 60_000, 90_000]);
    expect(ticks({ startMs: -2_500, endMs: 5_500 }, 8)).toEqual([-2_000, -1_000, 0, 1_000, 2_000, 3_000, 4_000, 5_000]);
  });
});
