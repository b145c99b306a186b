import type { SpokenSegment } from '../transcript.plan.js';

/** What a writer of timed text needs: every segment has a beginning and an end after it. */
export interface TimedSegment extends SpokenSegment {
  startMs: number;
  endMs: number;
}

const shortestMs = 1000;
const msACharacter = 66;

/** Segments with ends: their own, else where the next begins, else about when it has been said. */
export function withEnds(segments: readonly SpokenSegment[]): TimedSegment[] {
  return segments.flatMap((segment, i) => {
    const { startMs, endMs } = segment;
    if (startMs === null) return [];
    const next = segments.slice(i + 1, i + 20).find((each) => (each.startMs ?? 0) > startMs)?.startMs;
    const guess = startMs + Math.max(shortestMs, segment.text.length * msACharacter);
    return [{ ...segment, startMs, endMs: Math.max(startMs + 1, endMs ?? next ?? guess) }];
  });
}

/** `01:02:03.450`. */
export function writeStamp(ms: number, mark: '.' | ','): string {
  const total = Math.floor(ms / 1000);
  const parts = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}${mark}${String(Math.floor(ms % 1000)).padStart(3, '0')}`;
}
