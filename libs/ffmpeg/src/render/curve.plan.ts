import { toRuns } from '../level/programme.plan.js';
import { firstAfter, type GainSpan, toSpans } from '../level/steps.plan.js';
import type { Clip, Timeline } from '../order/timeline.js';
import type { GainStep, RenderPlan } from './plan.js';

/** A step's edge becomes a ramp of this length, straight in dB: not heard as a step and over before a syllable is. */
const rampMs = 160;

/**
 * The factor for every millisecond of a plan's sound: the one gain, the steps with soft edges, the fades of pieces
 * and seams. As long as the sound and not longer. Null: one plain gain, `plan.gainDb`, is enough.
 */
export function toGainCurve(plan: RenderPlan): Float32Array | null {
  const { timeline, steps, startMs } = wholeOf(plan);
  return isPlain(timeline, steps)
    ? null
    : curveOf(timeline, steps, { gainDb: plan.gainDb, startMs, count: plan.durationMs, stepMs: 1 });
}

/** Nothing but one gain happens to it. */
export function isPlain({ clips }: Timeline, steps: readonly GainStep[]): boolean {
  return steps.length === 0 && clips.every(({ fadeInMs, fadeOutMs }) => fadeInMs + fadeOutMs === 0);
}

/** What part of the whole sound's curve is wanted: `count` values, one per `stepMs`, each for the middle of its time. */
export interface CurveWindow {
  readonly gainDb: number;
  readonly startMs: number;
  readonly count: number;
  readonly stepMs: 1 | 10;
}

/** The curve of a timeline and its steps, as linear factors. */
export function curveOf(timeline: Timeline, steps: readonly GainStep[], window: CurveWindow): Float32Array {
  const { startMs, count, stepMs, gainDb } = window;
  const curve = new Float32Array(count);
  const indexOf = (ms: number) => Math.max(0, Math.min(count, Math.ceil((ms - startMs) / stepMs - 0.5)));
  for (const run of toRuns(timeline.clips)) {
    const [from, to] = [indexOf(run.startMs), indexOf(run.endMs)];
    if (from >= to) continue;
    // A piece and the recording neither share nor soften each other's steps: there is a seam between them.
    const own = steps.filter((step) => step.endMs > run.startMs && step.startMs < run.endMs);
    const spans = toSpans(own, run.startMs, run.endMs);
    fillRamps(curve, spans, from, to, (i) => startMs + (i + 0.5) * stepMs, gainDb);
  }
  fade(timeline.clips, curve, window, indexOf);
  return curve;
}

/** The whole that a plan is, or is a part of. */
export function wholeOf({ timeline, steps, partOf }: RenderPlan): {
  readonly timeline: Timeline;
  readonly steps: readonly GainStep[];
  readonly startMs: number;
} {
  return partOf ?? { timeline, steps, startMs: 0 };
}

/** Each value is the mean (in dB) of what the spans say within half a ramp to either side; their ends go on. */
function fillRamps(
  curve: Float32Array,
  spans: readonly GainSpan[],
  from: number,
  to: number,
  timeOf: (index: number) => number,
  gainDb: number,
): void {
  const half = rampMs / 2;
  let area = 0;
  const areas = spans.map((span) => (area += (span.endMs - span.startMs) * span.gainDb));
  const areaTo = (ms: number): number => {
    const at = Math.min(spans.length - 1, firstAfter(spans, ms));
    const { startMs, gainDb: db } = spans[at]!;
    const before = at === 0 ? 0 : areas[at - 1]!;
    return before + (ms - startMs) * db;
  };
  for (let i = from; i < to;) {
    const ms = timeOf(i);
    const last = spans.length - 1;
    const first = Math.min(last, firstAfter(spans, ms - half));
    const span = spans[first]!;
    const end = first === last ? Infinity : span.endMs - half;
    if (ms < end) {
      const next = end === Infinity ? to : Math.min(to, nextIndex(i, end, timeOf));
      curve.fill(10 ** ((gainDb + span.gainDb) / 20), i, next);
      i = next;
    } else {
      curve[i] = 10 ** ((gainDb + (areaTo(ms + half) - areaTo(ms - half)) / rampMs) / 20);
      i += 1;
    }
  }
}

function nextIndex(i: number, ms: number, timeOf: (index: number) => number): number {
  const step = timeOf(i + 1) - timeOf(i);
  return Math.max(i + 1, i + Math.ceil((ms - timeOf(i)) / step));
}

/** Raised cosines at the ends of clips: silent at the very edge, without a corner. */
function fade(clips: readonly Clip[], curve: Float32Array, window: CurveWindow, indexOf: (ms: number) => number): void {
  const timeOf = (i: number) => window.startMs + (i + 0.5) * window.stepMs;
  let at = 0;
  for (const { startMs, endMs, fadeInMs, fadeOutMs } of clips) {
    const end = at + endMs - startMs;
    const start = at;
    apply(start, Math.min(end, start + fadeInMs), (ms) => (ms - start) / fadeInMs);
    apply(Math.max(start, end - fadeOutMs), end, (ms) => (end - ms) / fadeOutMs);
    at = end;
  }
  function apply(from: number, to: number, share: (ms: number) => number): void {
    for (let i = indexOf(from); i < indexOf(to); i += 1) curve[i]! *= 0.5 - 0.5 * Math.cos(Math.PI * share(timeOf(i)));
  }
}
