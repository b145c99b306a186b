import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FeedCache } from './feed-cache.js';
import { type OnSent, sendFromMemory } from './feed.routes.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

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
    if (!url.endsWith('/feed.xml') || (method !== 'GET' && method !== 'HEAD')) return next(request, response);
    const state = cache.peek(url);
    if (state?.kind !== 'found') return next(request, response);
    const sent = sendFromMemory(cache, state, request, response);
    if (!sent) return next(request, response);
    onAnswered(url, response.statusCode);
    if (sent !== 'absent') onSent(sent, request, response.statusCode);
  };
}
