import { type FeedMessage, feedsChannel } from '#libs/feeds';
import { listen, type Listener } from '#libs/database';
import type { FeedCache } from './feed-cache.js';

/** Keeps the cache true: forgets what the database says has changed, and everything after a lost connection. */
export function listenForFeeds(databaseUrl: string, cache: FeedCache): Promise<Listener> {
  return listen(
    databaseUrl,
    [feedsChannel],
    (_, text) => onFeedMessage(cache, text),
    () => cache.forgetAll(),
  );
}

/** For an app that listens to several channels on one connection. */
export function onFeedMessage(cache: FeedCache, text: string): void {
  const { path } = JSON.parse(text) as FeedMessage;
  if (path) cache.forget(path);
}
