import { toTimeline } from '../order/timeline.js';
import { allowedRanges, mapRanges } from './range.plan.js';

const range = (startMs: number, endMs: number) => ({ startMs, endMs });
const timeline = toTimeline(60_000, [range(10_000, 20_000)], {
  intro: { durationMs: 5000, fadeInMs: 0, fadeOutMs: 0 },
});

describe('ranges of a recording', () => {
  it('move with its cuts and know nothing of pieces', () => {
    expect(mapRanges(timeline, [range(5_000, 25_000), range(30_000, 31_000), range(12_000, 15_000)])).toEqual([
      range(5_000, 15_000),
      range(20_000, 21_000),
    ]);
  });

  it('allow levelling within one and outside others', () => {
    const leave = [range(25_000, 30_000)];
    expect(allowedRanges(timeline, { only: null, leave }, 50_000)).toEqual([range(0, 15_000), range(20_000, 50_000)]);
    expect(allowedRanges(timeline, { only: range(0, 28_000), leave }, 50_000)).toEqual([range(0, 15_000)]);
    expect(allowedRanges(timeline, { only: range(12_000, 13_000), leave: [] }, 50_000)).toEqual([]);
  });
});
