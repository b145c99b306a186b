import { describe, expect, it } from '@jest/globals';
import { afterMs, fromAfter, keptClips, nextKept, sliceAxis, toAfter, toAxis, toBefore } from './axis';

const axis = toAxis(10_000, [
  { source: 'intro', startMs: 0, endMs: 2_000 },
  { source: 'recording', startMs: 0, endMs: 1_000 },
  { source: 'recording', startMs: 4_000, endMs: 9_000 },
  { source: 'outro', startMs: 0, endMs: 3_000 },
]);

describe('the time axis', () => {
  it('has the intro before zero and the outro after the end of the recording', () => {
    expect([axis.startMs, axis.endMs, afterMs(axis)]).toEqual([-2_000, 13_000, 11_000]);
  });

  it('knows where each moment is in the recording and in the finished sound', () => {
    const places = [-2_000, -1, 0, 999, 1_000, 3_999, 4_000, 8_999, 9_000, 9_999, 10_000, 12_999];
    expect(places.map((at) => toBefore(axis, at))).toEqual([
      ...[null, null, 0, 999, 1_000, 3_999, 4_000, 8_999, 9_000, 9_999, null, null],
    ]);
    expect(places.map((at) => toAfter(axis, at))).toEqual([
      ...[0, 1_999, 2_000, 2_999, null, null, 3_000, 7_999, null, null, 8_000, 10_999],
    ]);
  });

  it('finds every moment of the finished sound again', () => {
    for (let made = 0; made < afterMs(axis); made += 250) expect(toAfter(axis, fromAfter(axis, made))).toBe(made);
    expect(fromAfter(axis, 11_000)).toBe(13_000);
  });

  it('leads out of a cut to what follows', () => {
    expect([500, 1_500, 9_500, 13_500].map((at) => nextKept(axis, at))).toEqual([500, 4_000, 10_000, null]);
  });

  it('is the recording alone while nothing was made of it', () => {
    const bare = toAxis(5_000);
    expect([bare.startMs, bare.endMs, toAfter(bare, 10), toBefore(bare, 10)]).toEqual([0, 5_000, null, 10]);
  });

  it('can be that of what would be left after cuts in any order', () => {
    const cuts = [
      { startMs: 9_000, endMs: 99_000 },
      { startMs: 0, endMs: 1_004 },
      { startMs: 3_000, endMs: 4_000 },
      { startMs: 3_500, endMs: 5_000 },
    ];
    expect(keptClips(10_000, cuts).map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [1_000, 3_000],
      [5_000, 9_000],
    ]);
  });

  it('can be that of a stretch of the finished sound', () => {
    const part = sliceAxis(axis, 2_500, 4_000);
    expect(part.clips.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [500, 1_000],
      [4_000, 5_000],
    ]);
    expect([toAfter(part, 499), toAfter(part, 500), toAfter(part, 4_000), toAfter(part, 5_000)]).toEqual([
      ...[null, 0, 500, null],
    ]);
    expect([fromAfter(part, 0), fromAfter(part, 1_499)]).toEqual([500, 4_999]);
  });
});
