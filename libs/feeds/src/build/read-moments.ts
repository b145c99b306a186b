import { type Addresses, ListingMemo } from '#libs/catalog';
import type { EntityManager } from 'typeorm';
import { readFeedView } from '../feed/feed-view.query.js';
import type { Feed } from '../feed/feed.entity.js';
import type { FeedView } from '../feed/feed.view.js';

/** What a feed says from an instant on. */
export interface Moment {
  at: Date;
  view: FeedView;
}

export interface Moments {
  /** The present one first; none when what the feed is about is deleted. */
  moments: Moment[];
  /** When to look again for changes that are too far away or too many to be made ready now; null: there are none. */
  prepareAt: Date | null;
}

/** How far ahead, and how many at most, are made ready. */
const horizonMs = 24 * 3_600_000;
const mostAhead = 20;

/** Reads a feed for now and for each instant within a day at which it will change by itself, in the caller's snapshot. */
export async function readMoments(
  manager: EntityManager,
  feed: Feed,
  { at: now, ...deps }: { addresses: Addresses; hubs: readonly string[]; podping: boolean; at: Date },
): Promise<Moments> {
  const memo = new ListingMemo();
  const moments: Moment[] = [];
  let at: Date | null = now;
  while (at && isNear(at, now) && moments.length <= mostAhead) {
    const reading = await readFeedView(manager, feed, { ...deps, at, memo });
    if (!reading) return { moments, prepareAt: null };
    moments.push({ at, view: reading.view });
    at = reading.changesAt;
  }
  if (!at) return { moments, prepareAt: null };
  // Too many: again when half of them are over. Too far: again a day before.
  const prepareAt = isNear(at, now) ? moments[mostAhead / 2]!.at : new Date(at.getTime() - horizonMs);
  return { moments, prepareAt };
}

function isNear(at: Date, now: Date): boolean {
  return at.getTime() - now.getTime() <= horizonMs;
}
