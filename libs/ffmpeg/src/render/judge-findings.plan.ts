import type { Finding } from '../findings/finding.js';
import { toSpans } from '../level/steps.plan.js';
import { type Timeline, unmapTime } from '../order/timeline.js';
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

/** The voice speaks now and then within its range: the most lifted stretch there is lifted by what it is short of, but for a few dB. */
function isLifted({ startMs, endMs, measure }: Finding, plan: RenderPlan): boolean {
  if (plan.mode !== 'levelled') return false;
  const short = typeof measure.db === 'number' ? measure.db : 0;
  const gains = toSpans(plan.steps, 0, plan.durationMs).flatMap((span) => {
    const at = unmapTime(plan.timeline, (span.startMs + span.endMs) / 2);
    return at !== null && startMs <= at && at < endMs ? [span.gainDb] : [];
  });
  return gains.length > 0 && short - Math.max(...gains) <= nearEnough;
}

function isCutOut({ clips }: Timeline, { startMs, endMs }: TimeRange): boolean {
  return !clips.some((clip) => clip.source === 'recording' && clip.startMs < endMs && clip.endMs > startMs);
}
