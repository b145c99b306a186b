import type { SpokenSegment } from '../transcript.plan.js';
import type { TranscriptExtension } from '../transcript.view.js';
import { writeJson } from './json.plan.js';
import { writeHtml, writeText } from './readable.plan.js';
import { writeSrt } from './srt.plan.js';
import { writeVtt } from './vtt.plan.js';

/** The type of each file, as `podcast:transcript` announces it (`feed:T02`). */
export const transcriptTypes: Readonly<Record<TranscriptExtension, string>> = {
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  json: 'application/json',
  txt: 'text/plain',
  html: 'text/html',
};

/** Which files there are of a text: those for players only with times. */
export function offeredExtensions(isTimed: boolean): TranscriptExtension[] {
  return isTimed ? ['vtt', 'srt', 'json', 'txt', 'html'] : ['txt', 'html'];
}

/** A transcript as a file of this kind. */
export function writeTranscript(
  extension: TranscriptExtension,
  { segments, ...about }: { segments: readonly SpokenSegment[]; lang: string; title: string },
): string {
  switch (extension) {
    case 'vtt':
      return writeVtt(segments);
    case 'srt':
      return writeSrt(segments);
    case 'json':
      return writeJson(segments);
    case 'txt':
      return writeText(segments);
    case 'html':
      return writeHtml(segments, about);
  }
}
