import { z } from 'zod';
import { languages } from '#libs/kernel';

const ms = z.int().min(0).max(86_400_000);
const cue = z.strictObject({ startMs: ms, endMs: ms, text: z.string().max(400) });
const people = z.array(z.uuid()).max(40);

export const newClipForm = z.strictObject({
  startMs: ms,
  endMs: ms,
  /** The times as they are; otherwise they grow to whole sentences. */
  isExact: z.boolean().optional(),
  title: z.string().max(2000).optional(),
  personIds: people.optional(),
});

export const clipForm = z.strictObject({
  version: z.int(),
  startMs: ms.optional(),
  endMs: ms.optional(),
  texts: z
    .array(z.strictObject({ lang: z.enum(languages), title: z.string().max(2000) }))
    .max(languages.length)
    .optional(),
  personIds: people.optional(),
  uses: z.strictObject({ page: z.boolean(), kit: z.boolean(), feed: z.boolean() }).partial().optional(),
  /** Language → captions from the clip's begin; a language that is left out has those of the transcript. */
  captions: z.partialRecord(z.enum(languages), z.array(cue).max(200)).optional(),
});

/** What happens to a whole clip or quote; each can be taken back. */
export const stepForm = z.strictObject({ step: z.enum(['pick', 'drop', 'restore', 'confirm']) });
export type Step = z.infer<typeof stepForm>['step'];
