import { describe, expect, it } from '@jest/globals';
import { curvePath, describeCurve, toHeight, toRows } from './curve';

describe('the loudness curve', () => {
  it('is drawn over the part that is shown, broken where there is no sound', () => {
    const view = { startMs: 0, endMs: 4_000 };
    expect(curvePath([-8, -44, -26], view, 100, (ms) => ms)).toBe('M125 0L375 100L625 50');
    expect(curvePath([-8, -8, -8], view, 100, (ms) => (ms > 1_000 && ms < 2_000 ? null : ms))).toBe('M125 0M625 0');
    expect(curvePath([-8, -8], view, 100, (ms) => (ms < 1_000 ? ms : ms + 2_000))).toBe('M125 0M875 0');
    expect(toHeight(-80)).toBe(1);
  });

  it('is described without its pauses', () => {
    const values = [...Array<number>(10).fill(-70), ...Array<number>(30).fill(-16), ...Array<number>(10).fill(-30)];
    expect(describeCurve(values, [-17, -15])).toEqual({ low: -30, high: -16, within: 0.75 });
    expect(describeCurve([-70], [-17, -15])).toBeNull();
  });

  it('has a table of no more rows than can be read', () => {
    const rows = toRows(Array<number>(300).fill(-20), [...Array<number>(299).fill(-16), null], 40);
    expect(rows).toHaveLength(30);
    expect(rows[1]).toEqual({ atMs: 10_000, before: expect.closeTo(-20), after: expect.closeTo(-16) });
    expect(toRows([-20], [null], 40)[0]!.after).toBeNull();
  });
});
