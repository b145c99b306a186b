import { allowsRange } from './if-range.js';

describe('If-Range', () => {
  const changedAt = new Date('2026-05-12T11:00:00.500Z');
  it.each([
    [undefined, true],
    ['"abc"', true],
    ['"abd"', false],
    ['W/"abc"', false],
    ['Tue, 12 May 2026 11:00:00 GMT', true],
    ['Tue, 12 May 2026 11:00:01 GMT', false],
    ['nonsense', false],
  ])('%s: %p', (header, expected) => {
    expect(allowsRange(header, '"abc"', changedAt)).toBe(expected);
  });
});
