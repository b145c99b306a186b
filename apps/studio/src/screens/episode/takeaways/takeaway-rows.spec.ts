import { describe, expect, it } from '@jest/globals';
import { findBadTimes, fromChapters, moveRow, packRows, packTakeaways, toTakeaways, unpackRows } from './takeaway-rows';

describe('takeaways as they are typed', () => {
  it('come back as they were sent, and empty ones are not sent', () => {
    const takeaways = [
      { text: 'Une date', atMs: 64_500 },
      { text: 'Un logo', atMs: null },
    ];
    expect(toTakeaways(packTakeaways(takeaways))).toEqual(takeaways);
    const typed = [...unpackRows(packTakeaways(takeaways)), { time: '1:00', text: ' ' }];
    expect(toTakeaways(packRows(typed))).toEqual(takeaways);
    expect([packTakeaways([]), toTakeaways(undefined)]).toEqual(['', []]);
  });

  it('say which times cannot be read', () => {
    const rows = ['', '12:30', 'bientôt', '1:02:03'].map((time) => ({ time, text: 'x' }));
    expect(findBadTimes(packRows(rows))).toEqual([2]);
  });

  it('begin with at most seven chapters, spread over the whole', () => {
    const chapters = Array.from({ length: 60 }, (_, i) => ({ startMs: i * 60_000, title: `Chapitre ${i}` }));
    const rows = fromChapters(chapters);
    expect(rows).toHaveLength(7);
    expect([rows[0]!.time, rows[6]!.time]).toEqual(['1:00', '51:00']);
    expect(fromChapters(chapters.slice(0, 2)).map(({ text }) => text)).toEqual(['Chapitre 0', 'Chapitre 1']);
  });

  it('move up and down, and no further than the ends', () => {
    expect(moveRow(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
    expect(moveRow(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });
});
