import type { SpokenSegment } from './transcript.plan.js';

/** The files that are offered of a text; without times only the last two. */
export const transcriptExtensions = ['vtt', 'srt', 'json', 'txt', 'html'] as const;
export type TranscriptExtension = (typeof transcriptExtensions)[number];

/** What an episode's view says of a transcript: that there is one. */
export interface TranscriptRef {
  /** A language tag such as `fr` or `fr-CA`. */
  lang: string;
  isTimed: boolean;
  /** When its words were last saved. */
  updatedAt: Date;
}

/** What is said, in the time of the sound that the copy plays. */
export interface TranscriptView extends TranscriptRef {
  segments: SpokenSegment[];
}
