import type { LoudnessReport } from '../analyse/analysis.js';
import { type PlanInputs, type Programme, programmeOf } from '../level/programme.plan.js';
import type { GainStep, RenderPlan } from '../render/plan.js';
import { solveFor } from '../render/render.plan.js';
import type { Verification, VerificationCheck } from './verification.js';

const loudnessTolerance = 1;
const mostTruePeak = -1;
const durationToleranceMs = 100;
const mostAttempts = 3;

/** Compares a finished file with its promises: target ±1 LU as heard, true peak at most -1 dBTP, same length ±100 ms. */
export function toChecks(report: LoudnessReport, plan: RenderPlan): VerificationCheck[] {
  const { targetLufs, durationMs } = plan;
  return [
    // What was left as it is promises neither loudness nor peaks.
    ...(plan.mode === 'leave'
      ? []
      : [
          check('loudness', report.asHeardLufs, targetLufs - loudnessTolerance, targetLufs + loudnessTolerance),
          check('truePeak', report.truePeakDbtp, null, mostTruePeak),
        ]),
    check('duration', report.durationMs, durationMs - durationToleranceMs, durationMs + durationToleranceMs),
  ];
}

/**
 * A better plan after a file broke its promise: a lower ceiling (by what the true peak was over, and more with
 * each attempt) or another target (by what the loudness was off), and the gain solved anew for it. Null: it
 * passed, or trying again cannot help.
 */
export function planAgain(
  plan: RenderPlan,
  verification: Pick<Verification, 'passed' | 'checks'>,
  inputs: PlanInputs,
): RenderPlan | null {
  if (verification.passed || plan.mode === 'leave' || plan.attempt >= mostAttempts) return null;
  const failed = (name: VerificationCheck['name']) =>
    verification.checks.find((check) => check.name === name && !check.passed);
  const peak = failed('truePeak');
  const loudness = failed('loudness');
  if (!peak && !loudness) return null;
  const lowerDb = peak ? peak.measured - mostTruePeak + 0.5 * plan.attempt : 0;
  const missed = loudness && !peak ? plan.targetLufs - loudness.measured : 0;
  const limitLinear = plan.limitLinear * 10 ** (-lowerDb / 20);
  const programme = programmeOf(inputs, plan);
  const solved = solveFor(programme, levellingOf(plan, programme), plan.targetLufs + missed, limitLinear);
  return { ...plan, attempt: plan.attempt + 1, ...solved };
}

/**
 * The plan for another try at an AAC or Opus file whose encoder pushed its peaks over the bar: the ceiling lower by what
 * it was over and half a dB. Null: its peaks are where they should be.
 */
export function withLowerPeaks(plan: RenderPlan, { checks }: Pick<Verification, 'checks'>): RenderPlan | null {
  const peak = checks.find(({ name, passed }) => name === 'truePeak' && !passed);
  if (!peak) return null;
  const { lossless } = plan;
  const limitLinear = lossless.limitLinear * 10 ** (-(peak.measured - mostTruePeak + 0.5) / 20);
  return { ...plan, lossless: { ...lossless, limitLinear } };
}

/** The steps of the recording; those of the pieces are solved with the gain. */
function levellingOf({ steps }: RenderPlan, { runs }: Programme): readonly GainStep[] {
  const main = runs.find(({ source }) => source === 'recording');
  return main ? steps.filter(({ startMs, endMs }) => startMs >= main.startMs && endMs <= main.endMs) : [];
}

function check(
  name: VerificationCheck['name'],
  measured: number,
  least: number | null,
  most: number | null,
): VerificationCheck {
  return {
    name,
    measured,
    least,
    most,
    passed: (least === null || measured >= least) && (most === null || measured <= most),
  };
}
