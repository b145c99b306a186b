import type { Segment } from '../transcript/transcript.plan.js';

/** One caption. Milliseconds from the begin of what it is shown over. */
export interface Cue {
  startMs: number;
  endMs: number;
  /** At most two lines, parted by a line feed. */
  text: string;
}

/** Two lines of so many characters can be read on a phone, in any shape. */
export const captionMax = { line: 32, lines: 2 } as const;
const shortestMs = 700;

/**
 * What is said within a range as captions: two short lines each, in the time of the range. The words of a segment are
 * spread over its time by their length, as nobody knows better.
 */
export function toCaptions(segments: readonly Segment[], startMs: number, endMs: number): Cue[] {
  const cues = segments.flatMap((segment, i) => {
    const from = segment.startMs;
    const to = segment.endMs ?? segments[i + 1]?.startMs ?? endMs;
    return from === null || to <= startMs || from >= endMs ? [] : spread(segment.text, from, to);
  });
  return cues
    .map(({ startMs: from, endMs: to, text }) => ({ text, startMs: from - startMs, endMs: to - startMs }))
    .filter((cue) => isHeard(cue, endMs - startMs))
    .map(({ text, ...cue }) => ({
      startMs: Math.max(0, Math.round(cue.startMs)),
      endMs: Math.min(endMs - startMs, Math.round(cue.endMs)),
      text,
    }));
}

/** Lines of a text that fit a caption; a word that is longer than a line stands alone. */
export function toLines(text: string, max: number = captionMax.line): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= max) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Half of it at least: what begins in the last moment belongs to what follows. */
function isHeard({ startMs, endMs }: Cue, lengthMs: number): boolean {
  return Math.min(endMs, lengthMs) - Math.max(startMs, 0) >= Math.min(shortestMs, (endMs - startMs) / 2);
}

function spread(text: string, startMs: number, endMs: number): Cue[] {
  const lines = toLines(text);
  const pairs = Array.from({ length: Math.ceil(lines.length / captionMax.lines) }, (_, i) =>
    lines.slice(i * captionMax.lines, (i + 1) * captionMax.lines).join('\n'),
  );
  const all = pairs.reduce((sum, pair) => sum + pair.length, 0);
  let at = startMs;
  return pairs.map((pair) => {
    const from = at;
    at += ((endMs - startMs) * pair.length) / all;
    return { startMs: from, endMs: at, text: pair };
  });
}
