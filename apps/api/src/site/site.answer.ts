import { z } from 'zod';
import { languages, regions } from '#libs/kernel';

const settings = z
  .object({
    name: z.string(),
    hidesProduct: z.boolean(),
    firstLanguage: z.enum(languages),
    regions: z.object({ en: z.enum(regions), fr: z.enum(regions) }),
    texts: z.array(z.object({ lang: z.enum(languages), legal: z.string(), privacy: z.string(), contact: z.string() })),
    mail: z.string(),
    aiCrawlers: z.enum(['allow', 'deny']),
    fediverse: z.string(),
  })
  .meta({ id: 'SiteSettings' });

export const siteAnswer = z
  .object({
    version: z.int(),
    settings,
    /** The first pages, to look at them. */
    pageUrl: z.object({ en: z.string(), fr: z.string() }),
  })
  .meta({ id: 'Site' });
export type SiteAnswer = z.infer<typeof siteAnswer>;
