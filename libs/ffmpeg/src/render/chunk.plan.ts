import type { RenderPlan } from './plan.js';
import { samplesOf, type Span } from './span.plan.js';

/** Samples of one MP3 frame at the rates used here. */
export const frameSamples = 1152;

/** One piece of a render that is encoded beside the others. */
export interface Chunk {
  /** What is encoded: more than what is kept on both sides. */
  readonly span: Span;
  /** Frames of the encoded piece that only brought filters, limiter and encoder into the state they would be in. */
  readonly drop: number;
  /** Frames to keep after those; null: all that come. */
  readonly keep: number | null;
}

/** The limiter looks ahead 5 ms, the encoder two frames. */
const tailFrames = 20;
/** Shorter pieces cost more in starting than they gain. */
const leastUnits = 6;

/**
 * Cuts a render into so many pieces, at ends of frames, of which the joined frames are the very ones that a single
 * encode gives. Fewer pieces for a short sound; the last one may be a little longer.
 */
export function planChunks(plan: Pick<RenderPlan, 'timeline' | 'sampleRate'>, wanted: number): Chunk[] {
  const total = samplesOf(plan, plan.sampleRate);
  const unit = unitFrames(plan.sampleRate);
  const units = Math.floor(total / frameSamples / unit);
  const count = Math.max(1, Math.min(Math.floor(wanted), Math.floor(units / leastUnits)));
  const cuts = Array.from({ length: count + 1 }, (_, index) => Math.round((index * units) / count) * unit);
  return cuts.slice(0, -1).map((from, index) => {
    const preroll = Math.min(from, prerollUnits(plan.sampleRate) * unit);
    const isLast = index === count - 1;
    const to = cuts[index + 1]!;
    const end = isLast ? total : Math.min(total, (to + tailFrames) * frameSamples);
    return {
      span: { start: (from - preroll) * frameSamples, end },
      drop: preroll,
      keep: isLast ? null : to - from,
    };
  });
}

/**
 * Pieces begin at multiples of this. At 44.1 kHz frames are a byte longer or shorter in a pattern of 49 frames, and the
 * encoder's decisions follow it; at 48 kHz 125 frames are 3 seconds.
 */
function unitFrames(rate: number): number {
  return rate === 44100 ? 49 : 125;
}

/** Three seconds and more: the limiter needs one to forget how the sound began, the encoder a few frames. */
function prerollUnits(rate: number): number {
  return rate === 44100 ? 3 : 1;
}
