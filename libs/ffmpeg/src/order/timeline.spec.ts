import { mapTime, timelineMs, toTimeline, unmapTime } from './timeline.js';

const spans = (timeline: ReturnType<typeof toTimeline>) =>
  timeline.clips.map(({ source, startMs, endMs }) => [source, startMs, endMs]);

describe('a timeline', () => {
  it('is the whole recording when nothing is cut', () => {
    const whole = toTimeline(10_007);
    expect(whole.clips).toEqual([{ source: 'recording', startMs: 0, endMs: 10_000, fadeInMs: 0, fadeOutMs: 0 }]);
    expect(timelineMs(whole)).toBe(10_000);
  });

  it('leaves out cuts in any order, overlapping, outside and empty', () => {
    const cuts = [
      { startMs: 9_000, endMs: 99_000 },
      { startMs: 0, endMs: 1_004 },
      { startMs: 3_000, endMs: 4_000 },
      { startMs: 3_500, endMs: 5_000 },
      { startMs: 6_000, endMs: 6_000 },
      { startMs: 7_000, endMs: 6_500 },
    ];
    expect(spans(toTimeline(10_000, cuts))).toEqual([
      ['recording', 1_000, 3_000],
      ['recording', 5_000, 9_000],
    ]);
  });

  it('can be cut to nothing', () => {
    expect(toTimeline(10_000, [{ startMs: 0, endMs: 10_000 }]).clips).toEqual([]);
  });

  it('maps times there and back, around pieces, and says what was cut away', () => {
    const intro = { durationMs: 2_000, fadeInMs: 0, fadeOutMs: 500 };
    const edited = toTimeline(10_000, [{ startMs: 1_000, endMs: 4_000 }], { intro, outro: intro });
    expect(timelineMs(edited)).toBe(11_000);
    expect([0, 999, 1_000, 3_999, 4_000, 9_999, 10_000].map((ms) => mapTime(edited, ms))).toEqual([
      ...[2_000, 2_999, null, null, 3_000, 8_999, null],
    ]);
    expect([0, 2_000, 2_999, 3_000, 8_999, 9_000, 99_999].map((ms) => unmapTime(edited, ms))).toEqual([
      ...[null, 0, 999, 4_000, 9_999, null, null],
    ]);
  });
});
