/** The channel on which web apps hear that the bytes of a feed, or whether it exists, have changed. */
export const feedsChannel = 'estrade_feeds';

/** The message: `path` is the feed's address without the origin. The rows are the truth. */
export interface FeedMessage {
  feedId: string;
  path: string;
}
