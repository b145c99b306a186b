import { inARow } from './highlights.plan.js';

const clip = (startS: number, lengthS: number) => ({ startMs: startS * 1000, endMs: (startS + lengthS) * 1000 });

describe('the highlights in a row', () => {
  it('come in the order of the sound and last four minutes at most', () => {
    const row = inARow([clip(900, 100), clip(60, 100), clip(300, 100), clip(1200, 40)]);
    expect(row.map(({ startMs }) => startMs / 1000)).toEqual([60, 300, 1200]);
    expect(row.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)).toBeLessThanOrEqual(240_000);
  });

  it('are none where there is one clip only, or one that lasts nothing', () => {
    expect(inARow([clip(10, 30)])).toEqual([]);
    expect(inARow([clip(10, 30), clip(50, 0)])).toEqual([]);
  });
});
