import type { SpokenSegment } from '../transcript/transcript.plan.js';

/** One sentence of one speaker, in the time of the transcript. */
export interface Sentence {
  startMs: number;
  endMs: number;
  text: string;
  name: string;
  personId: string | null;
}

/** A pause after which a new sentence begins, whatever the punctuation says. */
const pauseMs = 2500;
/** Speech without punctuation is cut here. */
const longest = 600;

/**
 * A timed transcript as sentences. Where a segment holds several, or half of one, times lie between its own by the
 * share of its characters; segments without times are left out.
 */
export function toSentences(segments: readonly SpokenSegment[]): Sentence[] {
  const sentences: Sentence[] = [];
  let open: Sentence | undefined;
  for (const part of segments.flatMap((segment, i) => toParts(segment, segments[i + 1]?.startMs ?? null))) {
    if (open && (open.name !== part.name || part.startMs - open.endMs > pauseMs || open.text.length > longest)) {
      open = undefined;
    }
    if (open) {
      open.text = `${open.text} ${part.text}`;
      open.endMs = part.endMs;
    } else sentences.push((open = { ...part }));
    if (isEnd(part.text)) open = undefined;
  }
  return sentences;
}

/** Whole sentences that a selection touches; where it is inside of none, the selection as it is (`ux:P-25`). */
export function snapToSentences(
  sentences: readonly Sentence[],
  { startMs, endMs }: { startMs: number; endMs: number },
): { startMs: number; endMs: number } {
  const touched = sentences.filter((each) => overlapMs(each, startMs, endMs) > slackMs(each));
  const [first, last] = [touched[0], touched.at(-1)];
  return first && last ? { startMs: first.startMs, endMs: last.endMs } : { startMs, endMs };
}

/** What is said in a range, by whole sentences that are at least half in it. */
export function sentencesIn(sentences: readonly Sentence[], startMs: number, endMs: number): Sentence[] {
  return sentences.filter((each) => overlapMs(each, startMs, endMs) * 2 >= each.endMs - each.startMs);
}

/** A selection that ends a breath late does not mean the next sentence. */
function slackMs({ startMs, endMs }: Sentence): number {
  return Math.min(300, (endMs - startMs) / 4);
}

function overlapMs(sentence: Sentence, startMs: number, endMs: number): number {
  return Math.min(sentence.endMs, endMs) - Math.max(sentence.startMs, startMs);
}

function isEnd(text: string): boolean {
  return /[.!?…][)"'»”’\s]*$/.test(text);
}

/** The segment cut behind each end of a sentence. */
function toParts(segment: SpokenSegment, nextMs: number | null): Sentence[] {
  const { startMs, name, personId } = segment;
  const text = segment.text.replace(/\s+/g, ' ').trim();
  if (startMs === null || !text) return [];
  const endMs = Math.max(startMs, segment.endMs ?? nextMs ?? startMs);
  // Not behind initials and abbreviations: a capital, or a digit, or a quotation has to follow.
  const pieces = text.split(/(?<=[^\s.]{2}[.!?…]{1,4}[)"'»”’]{0,4})\s+(?=[«"“(\p{Lu}\d])/u);
  let at = startMs;
  return pieces.map((piece, i) => {
    const from = at;
    const isLast = i === pieces.length - 1;
    at = isLast ? endMs : at + ((endMs - startMs) * (piece.length + 1)) / (text.length + 1);
    return { startMs: Math.round(from), endMs: Math.round(at), text: piece, name, personId };
  });
}
