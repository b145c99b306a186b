import { weightedCentile } from '../level/weighted.plan.js';
import type { TimeRange } from '../order/sound-order.js';
import type { Finding } from './finding.js';
import { comesBackMs, finding, joinRanges, type Listening, sumOf, toRange } from './listening.plan.js';

const quieterBy = 6;
const leastQuietSeconds = 2;

/** A voice far below the others. */
export function quietVoice({ segments }: Listening): Finding[] {
  const loud = weightedCentile(segments, 0.9);
  const quiet = segments.filter(({ lufs }) => lufs <= loud - quieterBy);
  return joinRanges(quiet.map(toRange), comesBackMs).flatMap((range) => {
    const own = quiet.filter((segment) => isIn(segment, range));
    const seconds = sumOf(own.map((segment) => segment.seconds));
    if (seconds < leastQuietSeconds) return [];
    const mean = sumOf(own.map(({ lufs, seconds: weight }) => lufs * weight)) / seconds;
    return [finding('quiet-voice', 'problem', range, { db: Math.round(loud - mean) })];
  });
}

function isIn({ start, end }: { readonly start: number; readonly end: number }, range: TimeRange): boolean {
  const own = toRange({ start, end });
  return own.startMs >= range.startMs && own.endMs <= range.endMs;
}
