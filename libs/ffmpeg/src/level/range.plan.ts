import type { SoundOrder, TimeRange } from '../order/sound-order.js';
import type { Timeline } from '../order/timeline.js';
import { subtract, tidyRanges } from './steps.plan.js';

/** Where levelling is allowed, in the time of the recording's run: within `only`, outside `leave`. */
export function allowedRanges(
  timeline: Timeline,
  { only, leave }: Pick<SoundOrder, 'only' | 'leave'>,
  lengthMs: number,
): TimeRange[] {
  const within = only ? mapRanges(timeline, [only]) : [{ startMs: 0, endMs: lengthMs }];
  const left = mapRanges(timeline, leave);
  return within.flatMap((range) => subtract(range, left));
}

/** Ranges of the recording as they are in its cut run: joined over seams, in order, without overlap. */
export function mapRanges({ clips }: Timeline, ranges: readonly TimeRange[]): TimeRange[] {
  let at = 0;
  const mapped = clips.flatMap(({ source, startMs, endMs }) => {
    if (source !== 'recording') return [];
    const shift = at - startMs;
    at += endMs - startMs;
    return ranges.map((range) => ({
      startMs: Math.max(range.startMs, startMs) + shift,
      endMs: Math.min(range.endMs, endMs) + shift,
    }));
  });
  return tidyRanges(mapped);
}
