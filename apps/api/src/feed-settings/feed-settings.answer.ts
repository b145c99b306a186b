import { z } from 'zod';
import { mediums } from '#libs/catalog';

const tagFields = { name: z.string(), attributes: z.record(z.string(), z.string()), text: z.string() };
/** A tag with its children, down to the fourth level. */
const feedTag = z.object({
  ...tagFields,
  children: z.array(
    z.object({
      ...tagFields,
      children: z.array(
        z.object({ ...tagFields, children: z.array(z.object({ ...tagFields, children: z.array(z.unknown()) })) }),
      ),
    }),
  ),
});
const reference = z.object({ feedGuid: z.string(), feedUrl: z.string(), title: z.string() });

const shared = {
  funding: z.array(z.object({ url: z.string(), text: z.string() })),
  licence: z.object({ id: z.string(), url: z.string() }).nullable(),
  places: z.array(
    z.object({
      name: z.string(),
      rel: z.enum(['subject', 'creator']),
      geo: z.string(),
      osm: z.string(),
      country: z.string(),
    }),
  ),
  aiContent: z.boolean().nullable(),
  blocked: z.boolean(),
  tags: z.array(feedTag),
};

/** What an episode's item says beyond its fields. */
export const episodeFeedAnswer = z
  .object({
    ...shared,
    display: z.string(),
    soundbites: z.array(z.object({ startMs: z.int(), durationMs: z.int(), title: z.string() })),
  })
  .meta({ id: 'EpisodeFeed' });

const showFeed = z
  .object({
    ...shared,
    medium: z.enum(mediums),
    complete: z.boolean(),
    seasons: z.array(z.object({ number: z.int(), name: z.string() })),
    updateFrequency: z.object({ text: z.string(), rrule: z.string(), startsAt: z.string() }).nullable(),
    verify: z.array(z.object({ purpose: z.string(), text: z.string() })),
    podroll: z.array(reference),
    publisher: reference.nullable(),
    push: z.boolean(),
    /** Where the feed has moved to; empty: it lives here. */
    movedTo: z.string(),
  })
  .meta({ id: 'ShowFeed' });

export const showFeedAnswer = z.object({ version: z.int(), feed: showFeed }).meta({ id: 'ShowFeedSettings' });
export type ShowFeedAnswer = z.infer<typeof showFeedAnswer>;

const kind = z.enum([
  ...(['text', 'url', 'email', 'uuid', 'integer', 'number', 'choice', 'boolean', 'moment'] as const),
  ...(['mail-date', 'mime', 'language', 'ratio', 'host'] as const),
]);
const value = { kind, required: z.boolean(), max: z.int(), choices: z.array(z.string()) };

/** One tag that may be written by hand: where, with which attributes, text and children. */
const tagDescription = z
  .object({
    name: z.string(),
    parents: z.array(z.string()),
    /** Parents under which fields write it; there it is not for a record. */
    written: z.array(z.string()),
    once: z.boolean(),
    text: z.object(value).nullable(),
    attributes: z.array(z.object({ name: z.string(), ...value })),
    children: z.array(z.object({ name: z.string(), min: z.int(), max: z.int() })),
  })
  .meta({ id: 'FeedTagDescription' });

export const feedTagsAnswer = z.object({
  tags: z.array(tagDescription),
  /** Licences that need no address of their text. */
  licences: z.array(z.string()),
});
export type FeedTagsAnswer = z.infer<typeof feedTagsAnswer>;
