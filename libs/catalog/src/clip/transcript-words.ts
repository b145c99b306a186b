import type { SpokenSegment } from '../transcript/transcript.plan.js';
import type { TranscriptView } from '../transcript/transcript.view.js';
import { type Sentence, toSentences } from './sentences.plan.js';

/** What is said, as segments and as sentences. */
export interface TranscriptWords {
  lang: string;
  segments: readonly SpokenSegment[];
  sentences: readonly Sentence[];
}

export function toWords({ lang, segments }: TranscriptView): TranscriptWords {
  return { lang, segments, sentences: toSentences(segments) };
}
