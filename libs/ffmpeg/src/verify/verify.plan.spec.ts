import type { LoudnessReport } from '../analyse/analysis.js';
import type { LinearPlan } from '../render/render-order.js';
import { planAgain, toChecks } from './verify.plan.js';

const plan: LinearPlan = {
  version: 1,
  attempt: 1,
  mode: 'linear',
  gainDb: 5,
  highpassHz: 80,
  pan: null,
  channels: 'mono',
  sampleRate: 48000,
  limitLinear: 0.803,
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

  it('asks no loudness of what was left alone', () => {
    const { gainDb: _, ...left } = plan;
    expect(toChecks(report({ asHeardLufs: -70 }), { ...left, mode: 'leave' }).map((check) => check.name)).toEqual([
      'truePeak',
      'duration',
    ]);
  });
});

describe('planAgain', () => {
  it('has nothing to add to a file that passed', () => {
    expect(planAgain(plan, judge({}))).toBeNull();
  });

  it('lowers the ceiling by what the true peak was over, and a little', () => {
    const again = planAgain(plan, judge({ truePeakDbtp: -0.4 }));
    expect(again?.attempt).toBe(2);
    expect(20 * Math.log10(again!.limitLinear / plan.limitLinear)).toBeCloseTo(-0.9, 5);
  });

  it('corrects the gain by what the loudness was off', () => {
    expect(planAgain(plan, judge({ asHeardLufs: -17.5 }))).toMatchObject({ gainDb: 6.5, limitLinear: 0.803 });
  });

  it('gives up after three attempts and on a wrong length', () => {
    expect(planAgain({ ...plan, attempt: 3 }, judge({ truePeakDbtp: 0 }))).toBeNull();
    expect(planAgain(plan, judge({ durationMs: 30_000 }))).toBeNull();
  });
});
