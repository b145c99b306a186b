import { readCues } from './cues.plan.js';
import { takeNames } from './names.plan.js';
import { decodeReferences, linesOf, type ReadTranscript } from './read-transcript.js';

/**
 * SubRip: commas or dots in times, any numbering, tags passed over. A speaker's name stands at the head of the cue
 * where the speaker changes (podcast namespace, transcripts).
 */
export function readSrt(text: string, known: readonly string[]): ReadTranscript {
  const { cues, problems } = readCues(linesOf(text));
  const segments = cues.map(({ startMs, endMs, lines }) => ({
    ...{ startMs, endMs, speaker: '' },
    text: decodeReferences(lines.join('\n').replace(/<\/?[a-zA-Z][^<>]*>|\{\\[^{}]*\}/g, '')),
  }));
  return { segments: takeNames(segments, known), problems };
}
