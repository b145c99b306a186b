import { describe, expect, it } from '@jest/globals';
import { formatTimeCode, parseTimeCode } from './time-code';

describe('a time code', () => {
  it.each([
    ['0:00', 0],
    ['03:12', 192_000],
    ['1:02:03', 3_723_000],
    ['12:34.5', 754_500],
    ['90', 90_000],
  ])('%s is understood', (text, ms) => expect(parseTimeCode(text)).toBe(ms));

  it.each(['', 'abc', '1:99', '1:60:00', '1:2:3:4', '-1'])('%j is refused', (text) => {
    expect(parseTimeCode(text)).toBeUndefined();
  });

  it('is written as it is read', () => {
    expect([0, 192_000, 3_723_000, 754_500].map(formatTimeCode)).toEqual(['0:00', '3:12', '1:02:03', '12:34.5']);
  });
});
