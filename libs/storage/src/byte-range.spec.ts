import { parseRange } from './byte-range.js';

describe('a Range header against 1000 bytes', () => {
  it.each([
    [undefined, 'whole'],
    ['bytes=0-0', [0, 0]],
    ['bytes=0-99', [0, 99]],
    ['bytes=500-', [500, 999]],
    ['bytes=-8', [992, 999]],
    ['bytes=-5000', [0, 999]],
    ['bytes=990-5000', [990, 999]],
    ['bytes=999-', [999, 999]],
    ['Bytes=1-2', [1, 2]],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=5000-6000', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-1', 'whole'],
    ['bytes=0-1,5-9', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=a-b', 'whole'],
    ['items=0-9', 'whole'],
    ['lines=0-1', 'whole'],
    ['', 'whole'],
    [`bytes=${'9'.repeat(400)}-`, 'whole'],
  ])('%s gives %p', (header, expected) => {
    const range = parseRange(header, 1000);
    expect(range.kind === 'part' ? [range.start, range.end] : range.kind).toEqual(expected);
  });

  it('asks nothing of an empty file that it could have', () => {
    expect(parseRange('bytes=0-0', 0).kind).toBe('unsatisfiable');
    expect(parseRange('bytes=-1', 0).kind).toBe('unsatisfiable');
    expect(parseRange(undefined, 0).kind).toBe('whole');
  });
});
