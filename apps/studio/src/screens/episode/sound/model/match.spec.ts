import { describe, expect, it } from '@jest/globals';
import { toAxis } from './axis';
import { toMatch } from './match';

const seconds = (...values: [lufs: number, count: number][]) => values.flatMap(([v, n]) => Array<number>(n).fill(v));
const whole = (durationMs: number) => toAxis(durationMs, [{ source: 'recording', startMs: 0, endMs: durationMs }]);
const meanLufs = (values: number[], from: number, to: number) =>
  10 * Math.log10(values.slice(from, to).reduce((sum, v) => sum + 10 ** (v / 10), 0) / (to - from));

describe('the loudness match of before and after', () => {
  it('lowers the louder side only, to within 0.3 LU', () => {
    const before = Array.from({ length: 60 }, (_, i) => -27 - (i % 7));
    const after = Array.from({ length: 60 }, (_, i) => -16 - (i % 3) / 2);
    const match = toMatch(whole(60_000), { before, after }, { startMs: 0, endMs: 60_000 });
    expect(match.beforeDb).toBe(0);
    expect(match.afterDb).toBeLessThan(-10);
    const [b, a] = [meanLufs(before, 2, 60) + match.beforeDb, meanLufs(after, 2, 60) + match.afterDb];
    expect(Math.abs(b - a)).toBeLessThan(0.3);
  });

  it('lowers the recording where that is the louder one', () => {
    const curves = { before: seconds([-12, 20]), after: seconds([-16, 20]) };
    const { beforeDb, afterDb } = toMatch(whole(20_000), curves, { startMs: 0, endMs: 20_000 });
    expect([beforeDb, afterDb]).toEqual([expect.closeTo(-4), 0]);
  });

  it('judges the neighbourhood that is asked for', () => {
    const curves = { before: seconds([-20, 30], [-34, 30]), after: seconds([-16, 60]) };
    expect(toMatch(whole(60_000), curves, { startMs: 5_000, endMs: 25_000 }).afterDb).toBeCloseTo(-4, 5);
    expect(toMatch(whole(60_000), curves, { startMs: 40_000, endMs: 55_000 }).afterDb).toBeCloseTo(-18, 5);
  });

  it('compares the same moments when the finished sound was cut and has an intro', () => {
    const axis = toAxis(60_000, [
      { source: 'intro', startMs: 0, endMs: 8_000 },
      { source: 'recording', startMs: 20_000, endMs: 60_000 },
    ]);
    const curves = { before: seconds([-40, 20], [-30, 40]), after: seconds([-10, 8], [-16, 40]) };
    expect(toMatch(axis, curves, { startMs: -8_000, endMs: 60_000 }).afterDb).toBeCloseTo(-14, 5);
  });

  it('leaves pauses out, and changes nothing when there is nothing to compare', () => {
    const axis = whole(20_000);
    const curves = { before: seconds([-70, 10], [-24, 10]), after: seconds([-70, 10], [-16, 10]) };
    expect(toMatch(axis, curves, { startMs: 0, endMs: 20_000 }).afterDb).toBeCloseTo(-8, 5);
    expect(toMatch(axis, curves, { startMs: 0, endMs: 8_000 })).toEqual({ beforeDb: 0, afterDb: 0 });
    expect(toMatch(toAxis(20_000), curves, { startMs: 0, endMs: 20_000 })).toEqual({ beforeDb: 0, afterDb: 0 });
  });
});
