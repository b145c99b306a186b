import { describe, expect, it } from '@jest/globals';
import { extend, rangeOf } from './selection';

const sentence = (startMs: number, endMs: number) => ({ startMs, endMs, text: 'x', name: '', personId: null });

describe('a selection of sentences', () => {
  it('begins with a click, grows with the next in either direction, and begins anew within', () => {
    const one = extend(null, 3);
    expect(one).toEqual({ from: 3, to: 3 });
    const more = extend(one, 5);
    expect(more).toEqual({ from: 3, to: 5 });
    expect(extend(more, 1)).toEqual({ from: 1, to: 5 });
    expect(extend(more, 4)).toEqual({ from: 4, to: 4 });
  });

  it('lasts from the first word of the first to the last of the last', () => {
    const all = [sentence(0, 1000), sentence(1000, 2500), sentence(2600, 4000)];
    expect(rangeOf(all, { from: 1, to: 2 })).toEqual({ startMs: 1000, endMs: 4000 });
    expect(rangeOf(all, null)).toBeNull();
    expect(rangeOf([], { from: 0, to: 0 })).toBeNull();
  });
});
