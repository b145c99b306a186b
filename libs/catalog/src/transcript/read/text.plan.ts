import type { Segment } from '../transcript.plan.js';
import { chooseNames, splitName } from './names.plan.js';
import { linesOf, type ReadTranscript, remark } from './read-transcript.js';
import { readStamp, stampPattern } from './stamp.plan.js';

/** `[0:05] …`, `(0:05 --> 0:09) …`, `0:05 …`. */
const leading = new RegExp(
  String.raw`^\s*(?:[[(]\s*${stampPattern}(?:\s*(?:-->|[-–—])\s*${stampPattern})?\s*[\])]|${stampPattern}(?=\s|$))\s*[-–—:]?\s*`,
);
/** `Name [0:05]: …`, `Name (0:05)`, `Name  0:05` and nothing more. */
const trailing = new RegExp(
  String.raw`^\s*([\p{L}\p{N}][^\d:[(\n]{0,60}(?:\d{1,2})?)\s*(?:[[(]\s*${stampPattern}\s*[\])]\s*:?\s*|\s${stampPattern}\s*:?\s*$)`,
  'u',
);

interface Line {
  startMs: number | null;
  endMs: number | null;
  name: string | null;
  /** A name that counts only if it is a speaker's. */
  maybe: { name: string; rest: string } | undefined;
  text: string;
}

/**
 * Plain text: paragraphs, with names before colons and times in brackets where there are any. Where some have times,
 * those of the others lie between them in proportion to their length, and a remark says so.
 */
export function readText(text: string, known: readonly string[]): ReadTranscript {
  const lines = linesOf(text).map((line) => (line.trim() === '' ? null : toLine(line.replace(/\s+/g, ' '))));
  const names = chooseNames(
    lines.flatMap((line) => line?.maybe?.name ?? []),
    known,
  );
  const segments: Segment[] = [];
  let speaker = '';
  let isNew = true;
  for (const line of lines) {
    if (!line) {
      // A heading of name and time may be followed by an empty line.
      isNew = segments.at(-1)?.text !== '';
      continue;
    }
    const named = line.maybe && names.has(line.maybe.name) ? line.maybe : null;
    const name = line.name ?? named?.name;
    speaker = name ?? speaker;
    const said = named ? named.rest : line.text;
    const last = segments.at(-1);
    if (isNew || !last || name !== undefined || line.startMs !== null) {
      segments.push({ startMs: line.startMs, endMs: line.endMs, speaker, text: said });
    } else last.text += last.text === '' ? said : `\n${said}`;
    isNew = false;
  }
  return withTimes(segments.filter((segment) => segment.text.trim() !== ''));
}

function toLine(raw: string): Line {
  const found = leading.exec(raw);
  if (found) {
    const text = raw.slice(found[0].length);
    const startMs = readStamp(found[1] ?? found[3] ?? '') ?? null;
    return { startMs, endMs: readStamp(found[2] ?? '') ?? null, name: null, maybe: splitName(text), text };
  }
  const headed = trailing.exec(raw);
  const startMs = headed && (readStamp(headed[2] ?? headed[3] ?? '') ?? null);
  if (headed && startMs !== null && headed[1]!.trim().split(/\s+/).length <= 5) {
    return { startMs, endMs: null, name: headed[1]!.trim(), maybe: undefined, text: raw.slice(headed[0].length) };
  }
  return { startMs: null, endMs: null, name: null, maybe: splitName(raw), text: raw };
}

/** About what a person says in a second. */
const charactersASecond = 15;

function withTimes(segments: Segment[]): ReadTranscript {
  const timed = segments.filter(({ startMs }) => startMs !== null).length;
  if (timed === 0 || (timed === 1 && segments.length > 1)) {
    return { segments: segments.map((segment) => ({ ...segment, startMs: null, endMs: null })), problems: [] };
  }
  if (timed === segments.length) return { segments, problems: [] };
  return {
    segments: guessTimes(segments),
    problems: [remark(1, 'guessed', { n: segments.length - timed, total: segments.length })],
  };
}

/** Times between those that are written, by how much is said; before the first one, from the start. */
function guessTimes(segments: readonly Segment[]): Segment[] {
  const guessed = segments.map((segment) => ({ ...segment }));
  if (guessed[0]) guessed[0].startMs ??= 0;
  for (let from = 0; from < guessed.length;) {
    let to = from + 1;
    while (to < guessed.length && guessed[to]!.startMs === null) to += 1;
    const run = guessed.slice(from, to);
    const length = run.reduce((sum, { text }) => sum + text.length, 0);
    const startMs = run[0]!.startMs!;
    const endMs = guessed[to]?.startMs ?? startMs + (length / charactersASecond) * 1000;
    let said = 0;
    for (const segment of run) {
      segment.startMs = Math.round(startMs + (Math.max(0, endMs - startMs) * said) / Math.max(1, length));
      if (run.length > 1) segment.endMs = null;
      said += segment.text.length;
    }
    from = to;
  }
  return guessed;
}
