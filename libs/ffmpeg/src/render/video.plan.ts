import type { Probe } from '../probe/probe-result.js';
import type { RenderPlan } from './plan.js';

/** The containers in which pictures are kept as they are. */
export type VideoKind = 'mp4' | 'webm';

const containers: Readonly<Record<string, VideoKind>> = {
  h264: 'mp4',
  hevc: 'mp4',
  av1: 'mp4',
  mpeg4: 'mp4',
  vp8: 'webm',
  vp9: 'webm',
};

/** Pictures are copied, never cut: nothing may be cut away and no piece be put before or after. */
export function canKeepVideo({ timeline }: Pick<RenderPlan, 'timeline'>): boolean {
  const [clip, ...more] = timeline.clips;
  return more.length === 0 && clip?.source === 'recording' && clip.startMs === 0 && clip.fadeOutMs === 0;
}

/** The container for a recording's pictures; null: it has none, or none that browsers play. */
export function videoKindOf({ hasVideo, videoCodec }: Pick<Probe, 'hasVideo' | 'videoCodec'>): VideoKind | null {
  return hasVideo && videoCodec ? (containers[videoCodec] ?? null) : null;
}
