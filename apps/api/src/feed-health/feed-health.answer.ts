import { z } from 'zod';
import { type Push, silences } from '#libs/hooks';
import type { AppFetch, FetchDay } from '#libs/stats';

const moment = z.iso.datetime();

const pushAnswer = z
  .object({
    id: z.uuid(),
    target: z.enum(['websub', 'podping']),
    /** Whom it is sent to; of a podping server, without its token. */
    address: z.string(),
    /** `failed`: out of tries, and waiting for a person or the next change; `dropped`: not wanted any more. */
    state: z.enum(['waiting', 'sent', 'failed', 'dropped']),
    /** Changes of the feed that it tells of. */
    changes: z.int(),
    tries: z.int(),
    /** HTTP status of the last answer; null: there was none. */
    lastStatus: z.int().nullable(),
    /** A code, such as `ADDRESS_NOT_FETCHED`; null: nothing went wrong last. */
    error: z.string().nullable(),
    createdAt: moment,
    triedAt: moment.nullable(),
    sentAt: moment.nullable(),
  })
  .meta({ id: 'FeedPush' });

export const pushesAnswer = z
  .object({
    hubs: z.array(z.string()),
    /** Where podpings are sent; null: nowhere. */
    podping: z.string().nullable(),
    /** Why nobody is told of this feed; null: they are. */
    silence: z.enum(silences).nullable(),
    /** The newest twenty, newest first. */
    items: z.array(pushAnswer),
  })
  .meta({ id: 'FeedPushes' });
export type PushesAnswer = z.infer<typeof pushesAnswer>;

export const feedHealthAnswer = z
  .object({
    feedId: z.uuid(),
    /** Null until it has bytes. Sizes in bytes, of the page with the newest items. */
    served: z
      .object({
        items: z.int(),
        sizes: z.object({ identity: z.int(), gzip: z.int(), br: z.int() }),
        builtAt: moment.nullable(),
        changedAt: moment,
        since: moment,
      })
      .nullable(),
    /** Seven days (UTC), oldest first. What is fetched is counted with a delay of up to a minute. */
    days: z.array(z.object({ day: z.string(), ok: z.int(), unchanged: z.int(), other: z.int(), bytes: z.number() })),
    /** 304s of all answers with a feed, 0 to 1; null: nobody asked. */
    unchangedShare: z.number().nullable(),
    /** Who has the bytes that are served now, in the order in which they came for them. */
    apps: z.array(z.object({ app: z.string(), firstAt: moment, count: z.int() })),
    push: pushesAnswer,
  })
  .meta({ id: 'FeedHealth' });
export type FeedHealthAnswer = z.infer<typeof feedHealthAnswer>;

export function toPushAnswer(push: Push): PushesAnswer['items'][number] {
  const { id, target, address, state, changes, tries, lastStatus, error, createdAt, triedAt, sentAt } = push;
  return {
    ...{ id, target, address, state, changes, tries, lastStatus, error },
    createdAt: createdAt.toISOString(),
    triedAt: triedAt?.toISOString() ?? null,
    sentAt: sentAt?.toISOString() ?? null,
  };
}

/** 304s of all answers that were the feed or said that it is unchanged. */
export function toUnchangedShare(days: readonly FetchDay[]): number | null {
  const unchanged = days.reduce((sum, day) => sum + day.unchanged, 0);
  const all = days.reduce((sum, day) => sum + day.ok, unchanged);
  return all === 0 ? null : unchanged / all;
}

export function toAppAnswer({ app, firstAt, count }: AppFetch): FeedHealthAnswer['apps'][number] {
  return { app, firstAt: firstAt.toISOString(), count };
}
