import type { SpokenSegment } from '../transcript.plan.js';
import { withEnds, writeStamp } from './write-cues.plan.js';

/** SubRip, numbered, with commas in times (`feed:T03`); a name stands where the speaker changes (podcast namespace). */
export function writeSrt(segments: readonly SpokenSegment[]): string {
  let speaker = '';
  const cues = withEnds(segments).map(({ startMs, endMs, name, text }, i) => {
    const head = name && name !== speaker ? `${name}: ` : '';
    speaker = name;
    const said = text.replaceAll('-->', '→');
    return `${i + 1}\n${writeStamp(startMs, ',')} --> ${writeStamp(endMs, ',')}\n${head}${said}\n`;
  });
  return cues.join('\n');
}
