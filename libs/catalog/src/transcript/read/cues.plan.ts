import type { FieldProblem } from '#libs/kernel';
import { remark } from './read-transcript.js';
import { readStamp, stampPattern } from './stamp.plan.js';

/** A cue of WebVTT or SRT with its text as it is written. */
export interface Cue {
  /** Of its times, counted from 1. */
  line: number;
  startMs: number;
  endMs: number | null;
  lines: string[];
}

const timing = new RegExp(String.raw`^\s*${stampPattern}\s*-->\s*${stampPattern}(?:\s.*)?$`);

/**
 * The cues of lines, whatever stands between them: numbers that are wrong or missing, names, comments, style sheets.
 * A cue ends at an empty line or where the next begins. One whose times cannot be read is left out and named.
 */
export function readCues(lines: readonly string[]): { cues: Cue[]; problems: FieldProblem[] } {
  const cues: Cue[] = [];
  const problems: FieldProblem[] = [];
  let open: Cue | null = null;
  let isComment = false;
  for (const [i, raw] of lines.entries()) {
    // Captions that roll begin with a line of one space.
    if (raw === '' || (raw.trim() === '' && open?.lines.length !== 0)) {
      open = null;
      isComment = false;
    } else if (!open && /^(NOTE|STYLE|REGION)(\s|$)/.test(raw)) {
      isComment = true;
    } else if (raw.includes('-->') && !isComment) {
      // A number without an empty line before it belongs to what follows.
      if (open && /^\s*\d+\s*$/.test(open.lines.at(-1) ?? '')) open.lines.pop();
      open = toCue(raw, i + 1, problems);
      if (open) cues.push(open);
    } else open?.lines.push(raw);
  }
  return { cues, problems };
}

function toCue(raw: string, line: number, problems: FieldProblem[]): Cue | null {
  const [, start, end] = timing.exec(raw) ?? [];
  const startMs = start === undefined ? undefined : readStamp(start);
  const endMs = end === undefined ? undefined : readStamp(end);
  if (startMs === undefined || endMs === undefined) {
    problems.push(remark(line, 'time'));
    return null;
  }
  if (endMs < startMs) problems.push(remark(line, 'order'));
  return { line, startMs, endMs: endMs < startMs ? null : endMs, lines: [] };
}
