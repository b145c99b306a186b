import type { Clip } from '../order/timeline.js';
import type { RenderPlan } from './plan.js';

/** A stretch of the finished sound in samples, the end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Neighbouring clips of one source: they share its inputs and are taken from them in one pass. */
export interface ClipGroup {
  readonly source: Clip['source'];
  /** In the source's own samples at the rate of the render, ascending, without overlap, on the 10 ms grid. */
  readonly clips: readonly Span[];
}

/** The clips that a stretch of the finished sound needs, and where that stretch begins within them. */
export interface Needed {
  readonly groups: readonly ClipGroup[];
  /** Samples between the beginning of the first clip and the beginning of the stretch. */
  readonly lead: number;
}

/** Length of the finished sound in samples. The grid of 10 ms makes it whole at 44.1 and 48 kHz. */
export function samplesOf({ timeline }: Pick<RenderPlan, 'timeline'>, rate: number): number {
  return timeline.clips.reduce((sum, clip) => sum + toSamples(clip.endMs - clip.startMs, rate), 0);
}

/** Chooses the clips for a stretch, shortened to what it needs of the first and the last one. */
export function clipsFor({ timeline }: Pick<RenderPlan, 'timeline'>, rate: number, span: Span): Needed {
  const grid = rate / 100;
  const groups: { source: Clip['source']; clips: Span[] }[] = [];
  let at = 0;
  let lead: number | undefined;
  for (const { source, startMs, endMs } of timeline.clips) {
    const length = toSamples(endMs - startMs, rate);
    const from = Math.max(0, Math.floor((span.start - at) / grid) * grid);
    const to = Math.min(length, Math.ceil((span.end - at) / grid) * grid);
    if (from < to) {
      lead ??= span.start - at - from;
      const first = toSamples(startMs, rate);
      const clip = { start: first + from, end: first + to };
      const last = groups.at(-1);
      // A source that comes again, or goes back, is opened again.
      if (last?.source === source && last.clips.at(-1)!.end <= clip.start) last.clips.push(clip);
      else groups.push({ source, clips: [clip] });
    }
    at += length;
  }
  return { groups, lead: lead ?? 0 };
}

function toSamples(ms: number, rate: number): number {
  return Math.round((ms * rate) / 1000);
}
