import { z } from 'zod';
import { offeredExtensions, transcriptExtensions, type TranscriptDesk } from '#libs/catalog';
import type { Region } from '#libs/messages';
import { checksAnswer, problemsAnswer, toChecks } from './remarks.answer.js';

const segment = z.object({
  startMs: z.int().nullable(),
  endMs: z.int().nullable(),
  /** As it was written. */
  speaker: z.string(),
  /** Of the person that the speaker is, else as written. */
  name: z.string(),
  personId: z.uuid().nullable(),
  text: z.string(),
});

const transcriptAnswer = z
  .object({
    lang: z.string(),
    isTimed: z.boolean(),
    updatedAt: z.iso.datetime(),
    segments: z.int(),
    words: z.int(),
    /** Where the text ends; null without times. */
    endMs: z.int().nullable(),
    /** Segments of parts that are cut out of the sound. */
    cutOut: z.int(),
    speakers: z.array(
      z.object({
        speaker: z.string(),
        personId: z.uuid().nullable(),
        /** Whether somebody decided it; otherwise it was found by the name. */
        isChosen: z.boolean(),
        count: z.int(),
      }),
    ),
    checks: checksAnswer,
    /** The kinds of file it can be had as. */
    files: z.array(z.enum(transcriptExtensions)),
    /** How it begins. */
    opening: z.array(segment),
  })
  .meta({ id: 'Transcript' });

/** A guest because of whom readers do not see the texts: all of them, or the translations. */
const refusal = z.object({
  personId: z.uuid(),
  name: z.string(),
  what: z.enum(['all', 'translations']),
  hasLeft: z.boolean(),
});

export const transcriptsAnswer = z
  .object({ version: z.int(), items: z.array(transcriptAnswer), refusals: z.array(refusal) })
  .meta({ id: 'Transcripts' });
export type TranscriptsAnswer = z.infer<typeof transcriptsAnswer>;

export const savedTranscriptAnswer = z
  .object({
    version: z.int(),
    items: z.array(transcriptAnswer),
    refusals: z.array(refusal),
    format: z.enum(transcriptExtensions),
    problems: problemsAnswer,
  })
  .meta({ id: 'SavedTranscript' });

export const segmentsAnswer = z
  .object({ lang: z.string(), isTimed: z.boolean(), total: z.int(), from: z.int(), items: z.array(segment) })
  .meta({ id: 'TranscriptSegments' });

const openingLength = 4;

export function toTranscript(desk: TranscriptDesk, region: Region): z.infer<typeof transcriptAnswer> {
  const { lang, isTimed, segments, speakers, cutOut } = desk;
  const ends = segments.map(({ startMs, endMs }) => endMs ?? startMs ?? 0);
  return {
    ...{ lang, isTimed, speakers, cutOut },
    updatedAt: desk.updatedAt.toISOString(),
    segments: segments.length,
    words: segments.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0),
    endMs: isTimed ? ends.reduce((last, end) => Math.max(last, end), 0) : null,
    checks: toChecks(desk.checks, region),
    files: offeredExtensions(isTimed),
    opening: segments.slice(0, openingLength).map(toSegment),
  };
}

export function toSegment(spoken: TranscriptDesk['segments'][number]): z.infer<typeof segment> {
  const { startMs, endMs, speaker, name, personId, text } = spoken;
  return { startMs, endMs, speaker, name, personId, text };
}
