/** The channel on which web apps hear that the bytes of a feed, or whether it exists, have changed. */
export const feedsChannel = 'estrade_feeds';

/** The message: `path` is the feed's address without the origin, null where it is secret or not known yet. The rows are the truth. */
export interface FeedMessage {
  feedId: string;
  path: string | null;
}

/**
 * A fact: the bytes that a feed serves from now on say something else, once for each change; also at the moment at which
 * bytes that were stored ahead of it begin to be served.
 */
export const feedChanged = 'feed.changed';

export interface FeedFact {
  feedId: string;
}
