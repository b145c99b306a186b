import { fromLufs, shortTermCurve, windowMeans } from '../analyse/loudness.js';
import { type PlanInputs, programmeOf } from '../level/programme.plan.js';
import { curveOf } from './curve.plan.js';
import { lameLossDb } from './encoder.plan.js';
import { withCurve } from './gain.plan.js';
import { modelLimiter } from './limiter-model.plan.js';
import type { RenderPlan } from './plan.js';

/**
 * The loudness over time that a plan will give, for drawing before anything is rendered: short-term, as heard, at each
 * full second of the finished sound, like `LoudnessReport.shortTerm`.
 */
export function expectedShortTerm(inputs: PlanInputs, plan: RenderPlan): number[] {
  const programme = programmeOf(inputs, plan);
  const window = { gainDb: plan.gainDb - lameLossDb, startMs: 0, count: programme.energy.length, stepMs: 10 as const };
  const sound = withCurve(programme, curveOf(plan.timeline, plan.steps, window));
  const { factor } = modelLimiter(sound.peak, 1, plan.limitLinear);
  const energy = sound.energy.map((value, i) => value * factor[i]! ** 2);
  return shortTermCurve(windowMeans(energy, 10, 10).map((value) => Math.max(value, fromLufs(-70))));
}
