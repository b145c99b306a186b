import type { RenderPlan } from './plan.js';
import { usualOrder } from '../order/sound-order.js';
import { analysisOf } from '../test-analysis.js';
import { toGainCurve } from './curve.plan.js';
import { planRender } from './render.plan.js';
import { slicePlan } from './slice.plan.js';

const turns = [-20, -33, -21, -30].map((lufs) => ({ seconds: 12, lufs }));
const recording = analysisOf({ turns });
const piece = { analysis: analysisOf({ lufs: -12 }), fadeInMs: 0, fadeOutMs: 2000 };
const cuts = [{ startMs: 20_000, endMs: 22_500 }];
const edited = planRender({ recording, intro: piece, outro: piece }, { ...usualOrder, cuts });
const db = (factor: number) => 20 * Math.log10(factor);
const withSteps = (...steps: RenderPlan['steps']): RenderPlan => ({
  ...planRender({ recording }, { ...usualOrder, strength: 0 }),
  gainDb: 0,
  steps,
});

describe('the gain curve', () => {
  it('is needed only where more than one gain is', () => {
    expect(toGainCurve(planRender({ recording }, { ...usualOrder, strength: 0 }))).toBeNull();
    expect(toGainCurve(planRender({ recording }, usualOrder))).not.toBeNull();
  });

  it('has a value for each millisecond of the finished sound', () => {
    expect(toGainCurve(edited)).toHaveLength(edited.durationMs);
    expect(edited.durationMs).toBe(recording.durationMs - 2_500 + 60_000);
  });

  it('moves without jumps: no faster than a fade of 5 ms, and 0.2 dB a millisecond within the recording', () => {
    const curve = toGainCurve(planRender({ recording }, usualOrder))!;
    for (let ms = 1; ms < curve.length; ms += 1) expect(Math.abs(db(curve[ms]! / curve[ms - 1]!))).toBeLessThan(0.2);
  });

  it('becomes a straight ramp of 160 ms in dB around a step', () => {
    const curve = toGainCurve(
      withSteps({ startMs: 0, endMs: 5000, gainDb: 0 }, { startMs: 5000, endMs: 40_000, gainDb: 8 }),
    )!;
    expect(db(curve[4_919]!)).toBeCloseTo(0, 3);
    expect(db(curve[5_000]!)).toBeCloseTo(4, 1);
    expect(db(curve[5_040]!)).toBeCloseTo(6, 1);
    expect(db(curve[5_081]!)).toBeCloseTo(8, 3);
  });

  it('keeps the lower gain between two steps', () => {
    const curve = toGainCurve(
      withSteps({ startMs: 0, endMs: 5000, gainDb: 0 }, { startMs: 7000, endMs: 40_000, gainDb: 8 }),
    )!;
    expect(db(curve[6_900]!)).toBeCloseTo(0, 3);
    const falling = toGainCurve(
      withSteps({ startMs: 0, endMs: 5000, gainDb: 8 }, { startMs: 7000, endMs: 40_000, gainDb: 0 }),
    )!;
    expect(db(falling[5_100]!)).toBeCloseTo(0, 3);
  });

  it('is silent at seams and at the end of a faded piece, and nowhere else', () => {
    const curve = toGainCurve(edited)!;
    const seam = 30_000 + 20_000;
    expect(curve[seam]!).toBeLessThan(0.1 * curve[seam + 10]!);
    expect(curve[seam - 1]!).toBeLessThan(0.1 * curve[seam - 10]!);
    expect(curve[29_999]!).toBeLessThan(0.001);
    expect(curve[30_000]!).toBeGreaterThan(0.5);
  });

  it('of a part is that part of the whole, also of a part of a part', () => {
    const whole = toGainCurve(edited)!;
    const part = slicePlan(edited, 28_500, 71_003);
    expect(part.durationMs).toBe(42_503);
    expect(toGainCurve(part)).toEqual(whole.subarray(28_500, 71_003));
    expect(toGainCurve(slicePlan(part, 1_000, 9_999))).toEqual(whole.subarray(29_500, 38_499));
  });
});

describe('slicePlan', () => {
  it('keeps gain, ceiling and channels, and cuts the timeline', () => {
    const part = slicePlan(edited, 29_000, 52_000);
    expect(part).toMatchObject({ gainDb: edited.gainDb, limitLinear: edited.limitLinear, channels: edited.channels });
    expect(part.timeline.clips.map(({ source, startMs, endMs }) => [source, startMs, endMs])).toEqual([
      ['intro', 29_000, 30_000],
      ['recording', 0, 20_000],
      ['recording', 22_500, 24_500],
    ]);
  });

  it('stays within the sound', () => {
    expect(slicePlan(edited, -500, 1_000).durationMs).toBe(1_000);
    expect(slicePlan(edited, edited.durationMs - 10, 9_999_999).durationMs).toBe(10);
    expect(slicePlan(edited, 9_999_999, 99_999_999).durationMs).toBe(0);
  });
});
