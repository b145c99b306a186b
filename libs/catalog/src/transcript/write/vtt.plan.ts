import type { SpokenSegment } from '../transcript.plan.js';
import { withEnds, writeStamp } from './write-cues.plan.js';

/** WebVTT with a voice tag wherever the speaker is known: what Apple takes names from (`feed:P21`, `feed:T03`). */
export function writeVtt(segments: readonly SpokenSegment[]): string {
  const cues = withEnds(segments).map(
    ({ startMs, endMs, name, text }) =>
      `${writeStamp(startMs, '.')} --> ${writeStamp(endMs, '.')}\n${name ? `<v ${escape(name)}>` : ''}${escape(text)}\n`,
  );
  return `WEBVTT\n\n${cues.join('\n')}`;
}

/** With `>` gone no text can look like the times of a cue. */
function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
