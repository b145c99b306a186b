import type { SpokenSegment } from './transcript.plan.js';

/** What one person says at a stretch, for reading. */
export interface Paragraph {
  startMs: number | null;
  endMs: number | null;
  /** Empty: not said. */
  name: string;
  personId: string | null;
  text: string;
}

const enough = 420;
const most = 900;
const pauseMs = 4000;

/** Captions joined to paragraphs: one speaker each, ending with a sentence where there is one, at a long pause at the latest. */
export function toParagraphs(segments: readonly SpokenSegment[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let isOpen = false;
  // Of what was said last: a paragraph that grows is not looked through again and again.
  let isEnded = false;
  for (const { startMs, endMs, name, personId, text } of segments) {
    const said = text.includes('\n') ? text.replace(/\s*\n\s*/g, ' ') : text;
    const last = paragraphs.at(-1);
    if (last && isOpen && last.name === name && last.personId === personId && follows(last, startMs, said, isEnded)) {
      last.text = `${last.text} ${said}`;
      last.endMs = endMs;
    } else paragraphs.push({ startMs, endMs, name, personId, text: said });
    // Without times, and where a segment is long, paragraphs are as they were written.
    isOpen = startMs !== null && said.length < enough;
    isEnded = /[.!?…:][)"'»”’]*$/.test(said);
  }
  return paragraphs;
}

function follows(last: Paragraph, startMs: number | null, said: string, isEnded: boolean): boolean {
  const isPause = startMs !== null && last.endMs !== null && startMs - last.endMs > pauseMs;
  if (last.text.length + said.length > most || (isPause && isEnded)) return false;
  return !(isEnded && last.text.length >= enough);
}
