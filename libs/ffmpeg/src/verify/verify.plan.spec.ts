import type { LoudnessReport } from '../analyse/analysis.js';
import type { RenderPlan } from '../render/plan.js';
import { usualOrder } from '../order/sound-order.js';
import { planRender } from '../render/render.plan.js';
import { analysisOf } from '../test-analysis.js';
import { planAgain, toChecks, withLowerPeaks } from './verify.plan.js';

const plan: RenderPlan = {
  version: 2,
  attempt: 1,
  mode: 'linear',
  gainDb: 5,
  highpassHz: 80,
  timeline: { clips: [{ source: 'recording', startMs: 0, endMs: 30_000, fadeInMs: 0, fadeOutMs: 0 }] },
  pans: {},
  steps: [],
  channels: 'mono',
  sampleRate: 48000,
  limitLinear: 0.803,
  lossless: { gainDb: 4.55, limitLinear: 0.76 },
  kbps: 96,
  targetLufs: -16,
  expected: { lufs: -16, reductionDb: 0, limitedShare: 0 },
  durationMs: 60_000,
  notes: [],
};
const report = (more: Partial<LoudnessReport>): LoudnessReport => ({
  integratedLufs: -19,
  asHeardLufs: -16,
  truePeakDbtp: -1.5,
  samplePeakDbfs: -1.9,
  loudnessRange: 5,
  noiseFloorLufs: -60,
  shortTerm: [],
  durationMs: 60_000,
  ...more,
});
const judge = (more: Partial<LoudnessReport>, of = plan) => {
  const checks = toChecks(report(more), of);
  return { checks, passed: checks.every((check) => check.passed) };
};

describe('toChecks', () => {
  it.each([
    [{}, true],
    [{ asHeardLufs: -17 }, true],
    [{ asHeardLufs: -17.01 }, false],
    [{ truePeakDbtp: -1 }, true],
    [{ truePeakDbtp: -0.9 }, false],
    [{ durationMs: 60_101 }, false],
  ])('%j passes: %s', (more, passed) => {
    expect(judge(more).passed).toBe(passed);
  });

  it('asks only the length of what was left alone', () => {
    expect(toChecks(report({ asHeardLufs: -70 }), { ...plan, mode: 'leave' }).map((check) => check.name)).toEqual([
      'duration',
    ]);
  });
});

describe('planAgain', () => {
  const analysis = { recording: analysisOf({ crestDb: 20 }) };

  it('has nothing to add to a file that passed', () => {
    expect(planAgain(plan, judge({}), analysis)).toBeNull();
  });

  it('lowers the ceiling by what the true peak was over and half a dB, and keeps the loudness', () => {
    const again = planAgain(plan, judge({ truePeakDbtp: -0.4 }), analysis);
    expect(again).toMatchObject({ mode: 'linear', attempt: 2 });
    expect(20 * Math.log10(again!.limitLinear / plan.limitLinear)).toBeCloseTo(-1.1, 5);
    expect(again!.expected.lufs).toBeCloseTo(-16, 1);
  });

  it('aims higher by what the loudness was short', () => {
    const again = planAgain(plan, judge({ asHeardLufs: -17.5 }), analysis);
    expect(again).toMatchObject({ attempt: 2, limitLinear: 0.803 });
    expect(again!.expected.lufs).toBeCloseTo(-14.5, 1);
  });

  it('gives up after three attempts, on a wrong length and where nothing was lifted', () => {
    expect(planAgain({ ...plan, attempt: 3 }, judge({ truePeakDbtp: 0 }), analysis)).toBeNull();
    expect(planAgain(plan, judge({ durationMs: 30_000 }), analysis)).toBeNull();
    expect(
      planAgain(planRender({ recording: analysisOf({ lufs: -68 }) }, usualOrder), judge({ truePeakDbtp: 0 }), analysis),
    ).toBeNull();
  });
});

describe('withLowerPeaks', () => {
  it('lowers the ceiling of AAC and Opus alone, by what they were over and half a dB', () => {
    const again = withLowerPeaks(plan, judge({ truePeakDbtp: -0.2 }))!;
    expect(again.limitLinear).toBe(plan.limitLinear);
    expect(20 * Math.log10(again.lossless.limitLinear / plan.lossless.limitLinear)).toBeCloseTo(-1.3, 5);
  });

  it('leaves a file alone whose peaks are where they should be', () => {
    expect(withLowerPeaks(plan, judge({ truePeakDbtp: -1.4, asHeardLufs: -30 }))).toBeNull();
  });
});
