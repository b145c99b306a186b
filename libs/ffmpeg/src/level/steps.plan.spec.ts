import { firstAfter, putOver, subtract, tidyRanges, toSpans } from './steps.plan.js';

const step = (startMs: number, endMs: number, gainDb: number) => ({ startMs, endMs, gainDb });
const range = (startMs: number, endMs: number) => ({ startMs, endMs });

describe('steps', () => {
  it('hold the lower gain between two, and go on before the first and after the last', () => {
    expect(toSpans([step(10, 20, 6), step(40, 50, 2)], 0, 60)).toEqual([
      step(0, 10, 6),
      step(10, 20, 6),
      step(20, 40, 2),
      step(40, 50, 2),
      step(50, 60, 2),
    ]);
    expect(toSpans([], 0, 60)).toEqual([step(0, 60, 0)]);
  });

  it('give way to others', () => {
    expect(putOver([step(0, 30, 6), step(40, 50, 2)], [step(10, 20, -3), step(45, 60, 0)])).toEqual([
      step(0, 10, 6),
      step(10, 20, -3),
      step(20, 30, 6),
      step(40, 45, 2),
      step(45, 60, 0),
    ]);
  });

  it('leave what is left of a range', () => {
    expect(subtract(range(0, 100), [range(-10, 5), range(20, 30), range(90, 200)])).toEqual([
      range(5, 20),
      range(30, 90),
    ]);
    expect(subtract(range(0, 10), [range(0, 10)])).toEqual([]);
  });

  it('put ranges in order, whatever they were', () => {
    expect(tidyRanges([range(50, 60), range(0, 20), range(10, 30), range(5, 5), range(9, 2)])).toEqual([
      range(0, 30),
      range(50, 60),
    ]);
  });

  it('find the first range that is not over', () => {
    const ranges = [range(0, 10), range(10, 20), range(30, 40)];
    expect([-5, 0, 9, 10, 25, 39, 40].map((ms) => firstAfter(ranges, ms))).toEqual([0, 0, 0, 1, 2, 2, 3]);
  });
});
