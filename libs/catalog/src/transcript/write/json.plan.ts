import type { SpokenSegment } from '../transcript.plan.js';
import { withEnds } from './write-cues.plan.js';

/** JSON 1.0 of the podcast namespace (`feed:T03`); times in seconds. */
export function writeJson(segments: readonly SpokenSegment[]): string {
  return JSON.stringify({
    version: '1.0.0',
    segments: withEnds(segments).map(({ startMs, endMs, name, text }) => ({
      ...(name && { speaker: name }),
      startTime: startMs / 1000,
      endTime: endMs / 1000,
      body: text,
    })),
  });
}
