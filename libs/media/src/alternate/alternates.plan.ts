import { canKeepVideo, type Probe, type RenderPlan, videoKindOf } from '#libs/ffmpeg';
import type { StoredOrder } from '../recording/render-order.js';
import type { Revision } from '../recording/revision.entity.js';
import type { AlternateState, SoundReport } from '../recording/sound-report.js';

export type AlternateKind = AlternateState['kind'];

/** The files beside the MP3 that a planned revision's order asks for and that can be made, all still to be made. */
export function toAlternates({ order, plan, probe }: Pick<Revision, 'order' | 'plan' | 'probe'>): AlternateState[] {
  const { outputs } = order as unknown as Partial<StoredOrder>;
  const isKept = plan !== null && canKeepVideo(plan as unknown as RenderPlan);
  const pictures = isKept && probe ? videoKindOf(probe as unknown as Probe) : null;
  const kinds: AlternateKind[] = [
    ...(outputs?.m4a ? (['m4a'] as const) : []),
    ...(outputs?.opus ? (['opus'] as const) : []),
    ...(outputs?.video && pictures ? (['video'] as const) : []),
    ...(outputs?.hls && pictures === 'mp4' ? (['hls'] as const) : []),
  ];
  return kinds.map((kind) => ({ kind, state: 'waiting', error: null }));
}

/** Those whose work may begin: segments are cut from the video, when there is to be one. */
export function readyToMake(alternates: readonly AlternateState[]): AlternateKind[] {
  const isVideoComing = alternates.some(({ kind, state }) => kind === 'video' && state === 'waiting');
  return alternates
    .filter(({ kind, state }) => state === 'waiting' && !(kind === 'hls' && isVideoComing))
    .map(({ kind }) => kind);
}

/** The report after the work on one of them has ended. */
export function withAlternate(report: SoundReport, changed: AlternateState): SoundReport {
  const others = (report.alternates ?? []).filter(({ kind }) => kind !== changed.kind);
  return { ...report, alternates: [...others, changed] };
}
