import type { IncomingMessage, ServerResponse } from 'node:http';
import { type FeedCache, toKey } from './feed-cache.js';
import { type FeedAsked, readFeedUrl } from './feed-request.js';
import { type OnSent, sendFromMemory, sendPreflight, tell } from './send-feed.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const plain: Pick<FeedAsked, 'isRaw'> = { isRaw: false };

/**
 * Answers feeds that are in memory before the framework sees the request: they are polled more than all else is read,
 * and router, hooks and reply object cost half as much again as the answer itself. Everything else goes to `next`,
 * where the feed's own routes read what is not in memory yet. `onAnswered` is told path and status, `onSent` which bytes.
 */
export function withFeedsInFront(
  cache: FeedCache,
  next: Handler,
  onAnswered: (path: string, status: number) => void,
  onSent: OnSent = () => undefined,
): Handler {
  return (request, response) => {
    const { url = '/', method } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      if (method === 'OPTIONS' && readFeedUrl(url)) return sendPreflight(response);
      return next(request, response);
    }
    // An address without a query is its own key: nothing is taken apart for most requests.
    const asked = url.endsWith('/feed.xml') ? plain : readFeedUrl(url);
    if (!asked) return next(request, response);
    const key = asked === plain ? url : toKey(asked as FeedAsked);
    const state = cache.peek(key);
    const sent = state?.kind === 'found' && sendFromMemory(cache, state, asked, request, response);
    if (!sent) return next(request, response);
    onAnswered(asked === plain ? url : (asked as FeedAsked).path, response.statusCode);
    tell(onSent, sent, request, response);
  };
}
