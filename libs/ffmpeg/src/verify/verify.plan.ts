import type { LoudnessReport } from '../analyse/analysis.js';
import type { RenderPlan } from '../render/render-order.js';
import type { Verification, VerificationCheck } from './verification.js';

const loudnessTolerance = 1;
const mostTruePeak = -1;
const durationToleranceMs = 100;
const mostAttempts = 3;

/** Compares a finished file with its promises: target ±1 LU as heard, true peak at most -1 dBTP, same length ±100 ms. */
export function toChecks(report: LoudnessReport, plan: RenderPlan): VerificationCheck[] {
  const { targetLufs, durationMs } = plan;
  return [
    // What is near silence was left as it is and promises no loudness.
    ...(plan.mode === 'leave'
      ? []
      : [check('loudness', report.asHeardLufs, targetLufs - loudnessTolerance, targetLufs + loudnessTolerance)]),
    check('truePeak', report.truePeakDbtp, null, mostTruePeak),
    check('duration', report.durationMs, durationMs - durationToleranceMs, durationMs + durationToleranceMs),
  ];
}

/**
 * A better plan after a file broke its promise: the ceiling lower by what the true peak was over and 0.3 dB,
 * or the gain corrected by what the loudness was off. Null: it passed, or trying again cannot help.
 */
export function planAgain(plan: RenderPlan, verification: Pick<Verification, 'passed' | 'checks'>): RenderPlan | null {
  if (verification.passed || plan.mode !== 'linear' || plan.attempt >= mostAttempts) return null;
  const failed = (name: VerificationCheck['name']) =>
    verification.checks.find((each) => each.name === name && !each.passed);
  const peak = failed('truePeak');
  const loudness = failed('loudness');
  if (!peak && !loudness) return null;
  const lower = peak ? mostTruePeak - peak.measured - 0.3 : 0;
  const missed = loudness ? plan.targetLufs - loudness.measured : 0;
  return {
    ...plan,
    attempt: plan.attempt + 1,
    limitLinear: plan.limitLinear * 10 ** (lower / 20),
    gainDb: plan.gainDb + missed,
  };
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
