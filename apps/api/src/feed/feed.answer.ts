import { z } from 'zod';
import type { Addresses } from '#libs/catalog';
import {
  adviceIds,
  type FeedAdvice,
  feedKinds,
  type FeedSummary,
  isSilenceable,
  type VersionSummary,
} from '#libs/feeds';

const moment = z.iso.datetime();

export const adviceAnswer = z
  .object({
    id: z.enum(adviceIds),
    level: z.enum(['blocking', 'advisory']),
    episodeId: z.uuid().nullable(),
    /** The episode's; empty for the show. */
    title: z.string(),
    /** Where it is mended: `texts.fr.title`, `chapters`, `show.ownerEmail`. */
    field: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    silenceable: z.boolean(),
  })
  .meta({ id: 'FeedAdvice' });

const checkAnswer = z
  .object({
    /** Null: the first look is still to come. */
    checkedAt: moment.nullable(),
    isRunning: z.boolean(),
    /** What it looked at is no longer what is served. */
    isStale: z.boolean(),
    items: z.int(),
    /** Found, of which `advice` has the first. */
    count: z.int(),
    advice: z.array(adviceAnswer),
  })
  .meta({ id: 'FeedCheck' });

export const feedAnswer = z
  .object({
    id: z.uuid(),
    kind: z.enum(feedKinds),
    /** A season's number, a language, the segment of a track; empty where the kind says it all. */
    key: z.string(),
    /** Null until it has bytes. */
    url: z.url().nullable(),
    isGone: z.boolean(),
    isBuilding: z.boolean(),
    served: z
      .object({
        items: z.int(),
        /** Plain, and as sent in gzip. */
        bytes: z.int(),
        sentBytes: z.int(),
        pages: z.int(),
        changedAt: moment,
        /** When the version was made that was put back; null: it is what the show says now. */
        restoredFrom: moment.nullable(),
      })
      .nullable(),
    check: checkAnswer.nullable(),
  })
  .meta({ id: 'Feed' });

export const feedsAnswer = z
  .object({ items: z.array(feedAnswer), silenced: z.array(z.enum(adviceIds)) })
  .meta({ id: 'Feeds' });

export const versionAnswer = z
  .object({
    id: z.uuid(),
    state: z.enum(['served', 'past', 'planned']),
    validFrom: moment,
    changedAt: moment,
    items: z.int(),
    bytes: z.int(),
    pages: z.int(),
    restoredFrom: moment.nullable(),
  })
  .meta({ id: 'FeedVersion' });

export const versionsAnswer = z
  .object({ items: z.array(versionAnswer), total: z.int(), page: z.int(), pages: z.int() })
  .meta({ id: 'FeedVersions' });

export type FeedAnswer = z.infer<typeof feedAnswer>;
export type FeedsAnswer = z.infer<typeof feedsAnswer>;
export type VersionAnswer = z.infer<typeof versionAnswer>;
export type AdviceAnswer = z.infer<typeof adviceAnswer>;

export function toFeedAnswer(feed: FeedSummary, silenced: readonly string[], addresses: Addresses): FeedAnswer {
  const { id, kind, key, path, isGone, isBuilding, served } = feed;
  return {
    ...{ id, kind, key, isGone, isBuilding },
    url: path === null ? null : `${addresses.origin}${path}`,
    served: served && {
      ...served,
      changedAt: served.changedAt.toISOString(),
      restoredFrom: served.restoredFrom?.toISOString() ?? null,
    },
    check: toCheckAnswer(feed, silenced),
  };
}

export function toVersionAnswer(version: VersionSummary): VersionAnswer {
  const { id, state, validFrom, changedAt, items, bytes, pages, restoredFrom } = version;
  return {
    ...{ id, state, items, bytes, pages },
    validFrom: validFrom.toISOString(),
    changedAt: changedAt.toISOString(),
    restoredFrom: restoredFrom?.toISOString() ?? null,
  };
}

export function toAdviceAnswer({ id, level, episodeId, title, field, params }: FeedAdvice): AdviceAnswer {
  return { id, level, episodeId, title, field, params, silenceable: isSilenceable(id) };
}

function toCheckAnswer({ check, served }: FeedSummary, silenced: readonly string[]): FeedAnswer['check'] {
  if (!check) return null;
  const heard = check.advice.filter(({ id }) => !silenced.includes(id));
  return {
    checkedAt: check.checkedAt?.toISOString() ?? null,
    isRunning: !check.checkedAt || check.wantedAt > check.checkedAt,
    isStale: Boolean(check.checkedAt && served && check.checkedAt < served.changedAt),
    items: check.itemCount,
    count: check.adviceCount - (check.advice.length - heard.length),
    advice: heard.map(toAdviceAnswer),
  };
}
