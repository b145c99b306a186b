import type { TimeRange } from './sound-order.js';

/** Where sound comes from: the recording, or a piece of the show's library before or after it. */
export type SourceName = 'recording' | 'intro' | 'outro';

/** A stretch of one source, in that source's time, on a grid of 10 ms. */
export interface Clip extends TimeRange {
  readonly source: SourceName;
  readonly fadeInMs: number;
  readonly fadeOutMs: number;
}

/** The finished sound as a list of clips, one after the other. Plain JSON. */
export interface Timeline {
  readonly clips: readonly Clip[];
}

/** A piece that is played before or after the recording. */
export interface PieceUse {
  readonly durationMs: number;
  readonly fadeInMs: number;
  readonly fadeOutMs: number;
}

/** Cuts shorter than this are not heard as cuts and only cost clips. */
const gridMs = 10;
/** A seam is faded over so long on either side, so that it does not click. */
export const seamMs = 5;

/** The timeline of a recording with its cuts, between an intro and an outro. Cuts may overlap, lie outside and come in any order. */
export function toTimeline(
  durationMs: number,
  cuts: readonly TimeRange[] = [],
  pieces: { readonly intro?: PieceUse | null; readonly outro?: PieceUse | null } = {},
): Timeline {
  const end = snap(durationMs, Math.floor);
  const kept = keep(end, cuts);
  const main = kept.map((range): Clip => ({
    ...{ source: 'recording', ...range },
    fadeInMs: range.startMs > 0 ? seamMs : 0,
    fadeOutMs: range.endMs < end ? seamMs : 0,
  }));
  return { clips: [...pieceClip('intro', pieces.intro), ...main, ...pieceClip('outro', pieces.outro)] };
}

/** Length of the finished sound. */
export function timelineMs({ clips }: Timeline): number {
  return clips.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
}

/** Where a moment of the recording is in the finished sound; null when it was cut out. */
export function mapTime({ clips }: Timeline, recordingMs: number): number | null {
  let at = 0;
  for (const { source, startMs, endMs } of clips) {
    if (source === 'recording' && recordingMs >= startMs && recordingMs < endMs) return at + recordingMs - startMs;
    at += endMs - startMs;
  }
  return null;
}

/** Which moment of the recording is heard there in the finished sound; null within a piece and past the end. */
export function unmapTime({ clips }: Timeline, ms: number): number | null {
  let at = 0;
  for (const { source, startMs, endMs } of clips) {
    const length = endMs - startMs;
    if (ms < at + length) return source === 'recording' ? startMs + ms - at : null;
    at += length;
  }
  return null;
}

function pieceClip(source: SourceName, piece: PieceUse | null | undefined): Clip[] {
  if (!piece) return [];
  const endMs = snap(piece.durationMs, Math.floor);
  return [{ source, startMs: 0, endMs, fadeInMs: piece.fadeInMs, fadeOutMs: piece.fadeOutMs }];
}

function keep(end: number, cuts: readonly TimeRange[]): TimeRange[] {
  const kept: TimeRange[] = [];
  let at = 0;
  const sorted = cuts.map(({ startMs, endMs }) => [snap(startMs, Math.round), snap(endMs, Math.round)] as const);
  for (const [startMs, endMs] of sorted.sort(([a], [b]) => a - b)) {
    if (endMs <= at || endMs <= startMs) continue;
    if (startMs > at) kept.push({ startMs: at, endMs: Math.min(startMs, end) });
    at = Math.max(at, endMs);
    if (at >= end) break;
  }
  if (at < end) kept.push({ startMs: at, endMs: end });
  return kept.filter(({ startMs, endMs }) => endMs > startMs);
}

function snap(ms: number, how: (value: number) => number): number {
  return Math.max(0, how(ms / gridMs) * gridMs);
}
