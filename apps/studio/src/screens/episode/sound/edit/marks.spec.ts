import { describe, expect, it } from '@jest/globals';
import { toMarks, withMark, withoutMark } from './marks';

const value = {
  only: { startMs: 5, endMs: 9 },
  leave: [{ startMs: 1, endMs: 2 }],
  cuts: [{ startMs: 3, endMs: 4 }],
  noteShown: false,
};

describe('the list of stretches', () => {
  it('is in the order of time', () => {
    expect(toMarks(value).map(({ kind }) => kind)).toEqual(['leave', 'cut', 'only']);
  });

  it('changes a kind by taking one away and putting it back', () => {
    const [leave] = toMarks(value);
    const changed = withMark(withoutMark(value, leave!), { kind: 'cut', range: leave!.range });
    expect(changed).toMatchObject({
      leave: [],
      cuts: [
        { startMs: 1, endMs: 2 },
        { startMs: 3, endMs: 4 },
      ],
    });
    expect(withoutMark(value, { kind: 'only', range: value.only }).only).toBeNull();
  });
});
