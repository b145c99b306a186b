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
  const path = pathOf(text);
  if (path) cache.forget(path);
}

/** Whoever may write to the database may write to the channel: what is no message of ours is let go. */
function pathOf(text: string): string | undefined {
  try {
    return (JSON.parse(text) as FeedMessage | null)?.path ?? undefined;
  } catch {
    return undefined;
  }
}
