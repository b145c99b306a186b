import type { Segment } from '../transcript.plan.js';
import { type Cue, readCues } from './cues.plan.js';
import { decodeReferences, linesOf, type ReadTranscript } from './read-transcript.js';
import { takeNames } from './names.plan.js';

/**
 * WebVTT (W3C): voices as speakers, also several in a cue; comments, styles, regions, settings and other tags are
 * passed over. Without voices, names at the head of cues count, as in SRT.
 */
export function readVtt(text: string, known: readonly string[]): ReadTranscript {
  const { cues, problems } = readCues(linesOf(text).with(0, ''));
  const segments = withoutRolling(cues).flatMap(toVoices);
  const hasVoices = segments.some(({ speaker }) => speaker !== '');
  return { segments: hasVoices ? segments : takeNames(segments, known), problems };
}

/** Captions that roll, word by word, repeat the last line of the cue before; said once is enough. */
function withoutRolling(cues: readonly Cue[]): Cue[] {
  if (!cues.some(({ lines }) => lines.some((line) => /<\d\d:\d\d/.test(line)))) return [...cues];
  let last = '';
  return cues.flatMap((cue) => {
    const lines = cue.lines.filter((line) => plain(line) !== '');
    const fresh = plain(lines[0] ?? '') === last ? lines.slice(1) : lines;
    last = plain(lines.at(-1) ?? '');
    return fresh.length ? [{ ...cue, lines: fresh }] : [];
  });
}

const plain = (line: string) => line.replace(/<[^<>]*>/g, '').trim();

function toVoices({ startMs, endMs, lines }: Cue): Segment[] {
  // What a voice says ends where the next begins, closed or not.
  const [before = '', ...voices] = lines.join('\n').split(/<v(?=[\s.>])/);
  const said = voices.map((voice) => {
    const end = voice.indexOf('>');
    const speaker = voice.slice(0, end).replace(/^(?:\.[^\s.>]+)*\s*/, '');
    return { speaker: decodeReferences(speaker), text: voice.slice(end + 1) };
  });
  return [{ speaker: '', text: before }, ...said]
    .map(({ speaker, text }) => ({ startMs, endMs, speaker, text: decodeReferences(text.replace(/<[^<>]*>/g, '')) }))
    .filter(({ text }) => text.trim() !== '');
}
