import type { Finding } from '../findings/finding.js';
import { toSpans } from '../level/steps.plan.js';
import { mapTime, type Timeline } from '../order/timeline.js';
import type { TimeRange } from '../order/sound-order.js';
import type { RenderPlan } from './plan.js';

/** A voice is no quiet voice any more when it is brought this near to the others, dB. */
const nearEnough = 4;

/** Says of each finding whether the plan mends it: what is cut out is gone, what is levelled is even. */
export function judgeFindings(findings: readonly Finding[], plan: RenderPlan): Finding[] {
  return findings.map((finding) => ({
    ...finding,
    isMended: isCutOut(plan.timeline, finding) || isMended(finding, plan),
  }));
}

function isMended(finding: Finding, plan: RenderPlan): boolean {
  switch (finding.kind) {
    case 'quiet-voice':
      return isLifted(finding, plan);
    case 'hum':
      // The high-pass takes the fundamental and leaves the harmonics: better, and no more promised than that.
      return plan.highpassHz !== null;
    case 'dual-mono':
    case 'split-stereo':
    case 'empty-channel':
      return Boolean(plan.pans.recording) || plan.channels === 'mono' || finding.kind === 'dual-mono';
    default:
      return false;
  }
}

/** Its gain is above that of the rest by what it is short of, but for a few dB. */
function isLifted(finding: Finding, plan: RenderPlan): boolean {
  if (plan.mode !== 'levelled') return false;
  const middle = mapTime(plan.timeline, (finding.startMs + finding.endMs) / 2);
  const short = typeof finding.measure.db === 'number' ? finding.measure.db : 0;
  const spans = toSpans(plan.steps, 0, plan.durationMs);
  const gainDb =
    spans.find(({ startMs, endMs }) => middle !== null && startMs <= middle && middle < endMs)?.gainDb ?? 0;
  return short - gainDb <= nearEnough;
}

function isCutOut({ clips }: Timeline, { startMs, endMs }: TimeRange): boolean {
  return !clips.some((clip) => clip.source === 'recording' && clip.startMs < endMs && clip.endMs > startMs);
}
