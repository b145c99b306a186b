import type { Lane } from '../recording/lane.plan.js';
import type { Step } from '../recording/revision.entity.js';
import { steps, type WorkStep } from '../recording/revision.state.js';

/** How long steps took: the sums over the last `jobs` recordings of the same lane. */
export interface Pace {
  readonly step: WorkStep;
  readonly lane: Lane;
  readonly soundMs: number;
  readonly tookMs: number;
  readonly jobs: number;
}

/** Work that is still to be done. `progress`: share of `step` that is done, 0 to 1. */
export interface OpenWork {
  readonly step: Step;
  readonly progress: number | null;
  readonly durationMs: number | null;
  readonly lane: Lane;
}

/** How long the rest will take, by how long the last `jobs` took. */
export interface Estimate {
  readonly remainingMs: number;
  readonly jobs: number;
}

/** For less sound than this, starting programs takes longer than the sound itself. */
export const leastSoundMs = 60_000;

/** Null while the length is unknown, or before a recording of that lane was rendered whole. */
export function estimate({ step, progress, durationMs, lane }: OpenWork, paces: readonly Pace[]): Estimate | null {
  const known = paces.filter((pace) => pace.lane === lane && pace.soundMs > 0);
  const render = known.find((pace) => pace.step === 'render');
  if (!durationMs || !render) return null;
  const soundMs = Math.max(leastSoundMs, durationMs);
  const left = steps.slice(Math.max(0, steps.indexOf(step as WorkStep))).map((each, i) => {
    const pace = known.find((one) => one.step === each);
    const whole = pace ? (soundMs * pace.tookMs) / pace.soundMs : 0;
    return i === 0 ? whole * (1 - (progress ?? 0)) : whole;
  });
  return { remainingMs: Math.round(left.reduce((sum, ms) => sum + ms, 0)), jobs: render.jobs };
}
