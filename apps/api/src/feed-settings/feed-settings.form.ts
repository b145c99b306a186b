import { z } from 'zod';
import { mediums, tagsMax } from '#libs/catalog';

/** Lengths here only keep nonsense out; the domain says what a value may be, in words. */
const line = z.string().max(5_000);
const optional = line.default('');
const version = z.int();
const milliseconds = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

const funding = z.array(z.strictObject({ url: line, text: optional })).max(20);
const licence = z.strictObject({ id: line, url: optional }).nullable();
const places = z
  .array(
    z.strictObject({
      name: line,
      rel: z.enum(['subject', 'creator']).default('subject'),
      ...{ geo: optional, osm: optional, country: optional },
    }),
  )
  .max(20);
const reference = z.strictObject({ feedGuid: line, feedUrl: optional, title: optional });

const tagFields = {
  name: z.string().max(100),
  attributes: z.record(z.string().max(100), line).default({}),
  text: optional,
};
const leaf = z.strictObject({ ...tagFields, children: z.array(z.never()).max(0).default([]) });
const third = z.strictObject({ ...tagFields, children: z.array(leaf).max(200).default([]) });
const second = z.strictObject({ ...tagFields, children: z.array(third).max(200).default([]) });
const tags = z.array(z.strictObject({ ...tagFields, children: z.array(second).max(200).default([]) })).max(tagsMax);

const shared = { funding, licence, places, aiContent: z.boolean().nullable(), blocked: z.boolean(), tags };

const showFields = {
  ...shared,
  medium: z.enum(mediums),
  complete: z.boolean(),
  seasons: z.array(z.strictObject({ number: z.int().min(1).max(9_999), name: line })).max(200),
  updateFrequency: z.strictObject({ text: line, rrule: optional, startsAt: optional }).nullable(),
  verify: z.array(z.strictObject({ purpose: line, text: line })).max(20),
  podroll: z.array(reference).max(100),
  publisher: reference.nullable(),
  push: z.boolean(),
};

/** `PUT /shows/:showId/feed-settings`; what is left out stays. Moving the feed has a route of its own. */
export const showFeedForm = z.strictObject({ version, ...z.strictObject(showFields).partial().shape });

/** `PUT …/episodes/:episodeId/feed`; what is left out stays. Times are those of the finished sound. */
export const episodeFeedForm = z.strictObject({
  version,
  ...z
    .strictObject({
      ...shared,
      display: line,
      soundbites: z.array(z.strictObject({ startMs: milliseconds, durationMs: milliseconds, title: optional })).max(20),
    })
    .partial().shape,
});
