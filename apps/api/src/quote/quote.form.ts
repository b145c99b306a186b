import { z } from 'zod';
import { languages } from '#libs/kernel';

const ms = z.int().min(0).max(86_400_000);
const lang = z.string().regex(/^[a-z]{2,3}$/);

export const newQuoteForm = z.strictObject({
  startMs: ms,
  endMs: ms,
  /** The times as they are; otherwise they grow to whole sentences. */
  isExact: z.boolean().optional(),
  /** Where no transcript says it. */
  text: z.string().max(2000).optional(),
  personId: z.uuid().optional(),
});

export const quoteForm = z.strictObject({
  version: z.int(),
  startMs: ms.optional(),
  endMs: ms.optional(),
  personId: z.uuid().optional(),
  texts: z
    .array(z.strictObject({ lang, text: z.string().max(2000) }))
    .max(languages.length + 1)
    .optional(),
  uses: z.strictObject({ page: z.boolean(), image: z.boolean(), text: z.boolean() }).partial().optional(),
});

/** What becomes of a touch-up that says something else than was proposed. */
export const judgeForm = z.strictObject({ lang, isAccepted: z.boolean() });
