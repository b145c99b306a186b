import { describe, expect, it } from '@jest/globals';
import { addRange, between, subtract, tidy, withEdge } from './ranges';

const r = (startMs: number, endMs: number) => ({ startMs, endMs });

describe('ranges', () => {
  it('are kept in order and joined where they touch', () => {
    expect(tidy([r(50, 60), r(0, 10), r(10, 20), r(55, 80), r(5, 5)])).toEqual([r(0, 20), r(50, 80)]);
    expect(addRange([r(0, 10)], r(20, 30))).toEqual([r(0, 10), r(20, 30)]);
  });

  it('are shortened, split or dropped by what is taken back', () => {
    expect(subtract([r(0, 100), r(200, 300)], r(40, 60))).toEqual([r(0, 40), r(60, 100), r(200, 300)]);
    expect(subtract([r(0, 100)], r(0, 200))).toEqual([]);
  });

  it('reach between two places within the recording', () => {
    expect(between(5_000.4, -300, 10_000)).toEqual(r(0, 5_000));
    expect(between(9_990, 20_000, 10_000)).toBeNull();
  });

  it('get their ends one by one', () => {
    expect(withEdge(null, 'startMs', 4_000, 10_000)).toEqual(r(4_000, 10_000));
    expect(withEdge(null, 'endMs', 4_000, 10_000)).toEqual(r(0, 4_000));
    expect(withEdge(r(4_000, 6_000), 'endMs', 5_000, 10_000)).toEqual(r(4_000, 5_000));
    expect(withEdge(r(4_000, 6_000), 'startMs', 7_000, 10_000)).toEqual(r(7_000, 10_000));
    expect(withEdge(r(4_000, 6_000), 'endMs', 3_000, 10_000)).toEqual(r(0, 3_000));
  });
});
