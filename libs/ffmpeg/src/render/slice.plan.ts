import type { Clip } from '../order/timeline.js';
import { timelineMs } from '../order/timeline.js';
import { wholeOf } from './curve.plan.js';
import type { RenderPlan } from './plan.js';

/**
 * The plan of a part of a plan's finished sound, for previews and chunks: the same channels, ceiling and gains to the
 * millisecond, so parts laid side by side are the whole. Times outside the sound are cut to it; steps may reach out of the part.
 */
export function slicePlan(plan: RenderPlan, startMs: number, endMs: number): RenderPlan {
  const whole = wholeOf(plan);
  const from = Math.max(0, Math.min(startMs, plan.durationMs));
  const to = Math.max(from, Math.min(endMs, plan.durationMs));
  const clips = cutClips(plan.timeline.clips, from, to);
  return {
    ...plan,
    timeline: { clips },
    steps: plan.steps
      .map((step) => ({ ...step, startMs: step.startMs - from, endMs: step.endMs - from }))
      .filter((step) => step.endMs > 0 && step.startMs < to - from),
    durationMs: timelineMs({ clips }),
    partOf: { ...whole, startMs: whole.startMs + from },
  };
}

/** Fades stay with the ends they belong to. */
function cutClips(clips: readonly Clip[], from: number, to: number): Clip[] {
  let at = 0;
  return clips.flatMap((clip) => {
    const start = at;
    at += clip.endMs - clip.startMs;
    const skipped = Math.max(0, from - start);
    const lost = Math.max(0, at - to);
    const cut = {
      ...clip,
      startMs: clip.startMs + skipped,
      endMs: clip.endMs - lost,
      fadeInMs: skipped > 0 ? 0 : clip.fadeInMs,
      fadeOutMs: lost > 0 ? 0 : clip.fadeOutMs,
    };
    return cut.endMs > cut.startMs ? [cut] : [];
  });
}
