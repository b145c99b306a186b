import { z } from 'zod';
import type { Addresses, Series } from '#libs/catalog';

export const seriesAnswer = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    /** How many parts it is to have. */
    parts: z.int().nullable(),
    texts: z.array(z.object({ lang: z.string(), name: z.string(), description: z.string() })),
    version: z.int(),
    feedUrl: z.string(),
  })
  .meta({ id: 'Series' });
export type SeriesAnswer = z.infer<typeof seriesAnswer>;
export const seriesListAnswer = z.object({ items: z.array(seriesAnswer) });

export function toSeriesAnswer(series: Series, showSlug: string, addresses: Addresses): SeriesAnswer {
  const { id, slug, parts, version, texts } = series;
  return {
    ...{ id, slug, parts, version },
    texts: texts.map(({ lang, name, description }) => ({ lang, name, description })),
    feedUrl: addresses.seriesFeed(showSlug, slug),
  };
}
