/** A part of the sound that is worth hearing by itself. */
export interface Highlight {
  startMs: number;
  endMs: number;
  title: string;
}

/** The highlights in a row last at most so long (`ux:L-03`). */
const mostMs = 240_000;

/** The clips that are played one after the other, in their order, as many as fit into four minutes; none for fewer than two. */
export function inARow<T extends { startMs: number; endMs: number }>(clips: readonly T[]): T[] {
  const row: T[] = [];
  let sum = 0;
  for (const clip of [...clips].sort((a, b) => a.startMs - b.startMs)) {
    const length = clip.endMs - clip.startMs;
    if (length <= 0 || sum + length > mostMs) continue;
    sum += length;
    row.push(clip);
  }
  return row.length > 1 ? row : [];
}
