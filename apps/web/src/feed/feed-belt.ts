import type { Log } from '#libs/config';
import type { FeedCache } from './feed-cache.js';

const everyMs = 2_000;

/** Looks every two seconds, in one query for all feeds in memory, whether a message about one of them was lost. */
export function startBelt(cache: Pick<FeedCache, 'refresh'>, log: Pick<Log, 'warn'>): { stop(): void } {
  let isLooking = false;
  let isAway = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      await cache.refresh();
      isAway = false;
    } catch (error) {
      // Once for each time that the database is away: what is known is served on (fault:F12).
      if (!isAway) log.warn({ reason: String(error) }, 'feeds could not be compared with the database');
      isAway = true;
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void look(), everyMs).unref();
  return { stop: () => clearInterval(timer) };
}
