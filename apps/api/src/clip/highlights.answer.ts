import { z } from 'zod';
import { type ClipCaptions, type HighlightsDesk, reviewHours } from '#libs/catalog';
import type { ClipFile } from '#libs/sharing';

const cue = z.object({ startMs: z.number(), endMs: z.number(), text: z.string() });
const state = z.enum(['proposed', 'picked', 'asked', 'approved', 'refused']);
const common = {
  id: z.uuid(),
  version: z.int(),
  startMs: z.int(),
  endMs: z.int(),
  /** Spoken language. */
  language: z.string(),
  state,
  /** The sound changed here; it is not shown until somebody has listened. */
  isStale: z.boolean(),
  /** Why it was proposed: last parts of `clip.reason.…`. */
  reasons: z.array(z.string()),
  score: z.int(),
  askedAt: z.iso.datetime().nullable(),
};

const clipAnswer = z
  .object({
    ...common,
    texts: z.array(z.object({ lang: z.string(), title: z.string() })),
    personIds: z.array(z.uuid()),
    /** Who has to agree. */
    needed: z.array(z.uuid()),
    approvals: z.record(
      z.string(),
      z.object({ answer: z.enum(['approved', 'refused']), at: z.string(), isSilent: z.boolean().optional() }),
    ),
    uses: z.object({ page: z.boolean(), kit: z.boolean(), feed: z.boolean() }),
    /** Language → captions from the clip's begin; `own`: the languages in which somebody wrote them. */
    captions: z.record(z.string(), z.array(cue)),
    own: z.array(z.string()),
  })
  .meta({ id: 'Clip' });

const quoteAnswer = z
  .object({
    ...common,
    personId: z.uuid(),
    original: z.string(),
    texts: z.array(
      z.object({
        lang: z.string(),
        text: z.string(),
        isTranslation: z.boolean(),
        answer: z.enum(['open', 'approved', 'changed', 'refused']),
        before: z.string().optional(),
        isFlagged: z.boolean().optional(),
        /** Not asked about yet. */
        isNew: z.boolean().optional(),
        isSilent: z.boolean().optional(),
      }),
    ),
    uses: z.object({ page: z.boolean(), image: z.boolean(), text: z.boolean() }),
  })
  .meta({ id: 'Quote' });

const fileAnswer = z
  .object({
    id: z.uuid(),
    clipId: z.uuid(),
    kind: z.enum(['clip', 'clip-clean', 'clip-audio', 'clip-srt', 'clip-vtt']),
    shape: z.string(),
    lang: z.string(),
    state: z.enum(['wanted', 'making', 'ready', 'failed']),
    /** A message's key. */
    error: z.string(),
    fileName: z.string(),
    bytes: z.int(),
    /** Where it can be fetched; null until it is ready. */
    url: z.string().nullable(),
  })
  .meta({ id: 'ClipFile' });

export const rulesForm = z
  .strictObject({
    approval: z.enum(['ask', 'none']),
    hours: z.int().min(reviewHours.min).max(reviewHours.max),
    silence: z.enum(['unused', 'asis']),
  })
  .meta({ id: 'ReviewRules' });

export const highlightsAnswer = z
  .object({
    clips: z.array(clipAnswer),
    quotes: z.array(quoteAnswer),
    files: z.array(fileAnswer),
    people: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        role: z.string(),
        link: z
          .object({
            state: z.string(),
            deadlineAt: z.iso.datetime().nullable(),
            settledAt: z.iso.datetime().nullable(),
            silenceRule: z.string(),
          })
          .nullable(),
      }),
    ),
    rules: rulesForm,
    language: z.string(),
    durationMs: z.number().nullable(),
    transcriptLang: z.string().nullable(),
    /** Whether there is room for films. */
    hasRoom: z.boolean(),
  })
  .meta({ id: 'Highlights' });
export type HighlightsAnswer = z.infer<typeof highlightsAnswer>;

export const sentencesAnswer = z.object({
  items: z.array(
    z.object({
      startMs: z.number(),
      endMs: z.number(),
      text: z.string(),
      name: z.string(),
      personId: z.uuid().nullable(),
    }),
  ),
});

export function toHighlightsAnswer(
  { clips, quotes, people, ...about }: HighlightsDesk,
  given: { captions: ClipCaptions; files: readonly ClipFile[]; fileUrl: (file: ClipFile) => string; hasRoom: boolean },
): HighlightsAnswer {
  return {
    ...about,
    hasRoom: given.hasRoom,
    clips: clips.map(({ captions: own, askedAt, ...clip }) => ({
      ...pick(clip, ['id', 'version', 'startMs', 'endMs', 'language', 'state', 'isStale', 'reasons', 'score']),
      ...pick(clip, ['texts', 'personIds', 'needed', 'approvals', 'uses']),
      // What somebody wrote stays theirs to change, also while a guest does not want it shown.
      captions: { ...given.captions.get(clip.id), ...own },
      own: Object.keys(own),
      askedAt: askedAt?.toISOString() ?? null,
    })),
    quotes: quotes.map(({ askedAt, ...quote }) => ({
      ...pick(quote, ['id', 'version', 'startMs', 'endMs', 'language', 'state', 'isStale', 'reasons', 'score']),
      ...pick(quote, ['personId', 'original', 'texts', 'uses']),
      askedAt: askedAt?.toISOString() ?? null,
    })),
    files: given.files.map((file) => ({
      ...pick(file, ['id', 'clipId', 'kind', 'shape', 'lang', 'state', 'error', 'fileName', 'bytes']),
      url: file.key ? given.fileUrl(file) : null,
    })),
    people: people.map(({ link, ...person }) => ({
      ...person,
      link: link && {
        ...pick(link, ['state', 'silenceRule']),
        deadlineAt: link.deadlineAt?.toISOString() ?? null,
        settledAt: link.settledAt?.toISOString() ?? null,
      },
    })),
  };
}

function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;
}
