import { z } from 'zod';
import { languages, regions } from '#libs/kernel';

/** Lengths here only keep nonsense out; the domain says what a value may be, in words. */
const line = z.string().max(500);
const text = z.string().max(60_000);

const texts = z
  .array(z.strictObject({ lang: z.enum(languages), legal: text, privacy: text, contact: text }))
  .max(languages.length);

const fields = {
  name: line,
  hidesProduct: z.boolean(),
  firstLanguage: z.enum(languages),
  regions: z.strictObject({
    en: z.enum(regions).refine((region) => region.startsWith('en'), { error: 'error.field.wrongChoice' }),
    fr: z.enum(regions).refine((region) => region.startsWith('fr'), { error: 'error.field.wrongChoice' }),
  }),
  texts,
  mail: line,
  aiCrawlers: z.enum(['allow', 'deny']),
  fediverse: line,
};

/** `PUT /site`; what is left out stays. */
export const siteForm = z.strictObject({ version: z.int(), ...z.strictObject(fields).partial().shape });
