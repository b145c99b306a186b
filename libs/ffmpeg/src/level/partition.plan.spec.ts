import { partition } from './partition.plan.js';

const phrases = (...levels: number[]) => levels.map((lufs) => ({ lufs, seconds: 2 }));

describe('partition', () => {
  it('finds where a level changes for good', () => {
    expect(partition(phrases(-20, -21, -20, -32, -31, -33, -20, -21), 30)).toEqual([0, 3, 6]);
  });

  it('takes sentences that vary by 2.5 dB for one voice', () => {
    expect(partition(phrases(-20, -22.5, -21, -18, -20, -19, -22), 30)).toEqual([0]);
  });

  it('steps along a slow drift', () => {
    const drift = Array.from({ length: 60 }, (_, i) => -20 - i / 6);
    expect(partition(phrases(...drift), 30).length).toBeGreaterThanOrEqual(3);
    expect(partition(phrases(...drift), 30).length).toBeLessThanOrEqual(6);
  });

  it('finds the best of all partitions', () => {
    const values = phrases(-20, -26, -21, -30, -29, -20, -24, -18, -33, -32, -31);
    const found = costOf(values, partition(values, 30), 30);
    const all = Array.from({ length: 2 ** (values.length - 1) }, (_, bits) =>
      values.flatMap((_value, i) => (i === 0 || (bits >> (i - 1)) & 1 ? [i] : [])),
    );
    expect(found).toBeCloseTo(Math.min(...all.map((starts) => costOf(values, starts, 30))), 6);
  });

  it('has nothing to say about nothing', () => {
    expect(partition([], 30)).toEqual([]);
    expect(partition(phrases(-20), 30)).toEqual([0]);
  });
});

function costOf(
  values: readonly { lufs: number; seconds: number }[],
  starts: readonly number[],
  change: number,
): number {
  return starts.reduce((total, first, i) => {
    const own = values.slice(first, starts[i + 1] ?? values.length);
    const seconds = own.reduce((sum, value) => sum + value.seconds, 0);
    const mean = own.reduce((sum, value) => sum + value.lufs * value.seconds, 0) / seconds;
    return total + change + own.reduce((sum, value) => sum + value.seconds * (value.lufs - mean) ** 2, 0);
  }, 0);
}
