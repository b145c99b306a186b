import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '#libs/config';
import { chooseEncoding } from '../http/accept-encoding.js';
import type { FeedCache } from './feed-cache.js';
import { type FeedAsked, readFeedUrl } from './feed-request.js';
import { type OnSent, sendBody, sendFromMemory, sendText, type Sent, tell } from './send-feed.js';

/** The addresses of feeds of every kind, which never change (`ux` 5.1). A secret one has a route of its own. */
const feedPaths = ['/:a/feed.xml', '/:a/:b/feed.xml', '/:a/:b/:c/feed.xml', '/:a/:b/:c/:d/feed.xml'] as const;

/**
 * Hands out stored feeds on GET and HEAD (section B of feeds.md). These are plain Fastify routes on the adapter's
 * instance: a feed needs no pipes, guards or serialisers. Hooks of the instance run as on every route. What is in
 * memory already does not come here when `withFeedsInFront` stands before.
 */
export function registerFeedRoutes(
  fastify: FastifyInstance,
  cache: FeedCache,
  log: Pick<Log, 'error'>,
  onSent: OnSent = () => undefined,
): void {
  const handler = (request: FastifyRequest, reply: FastifyReply): void => {
    const asked = readFeedUrl(request.raw.url ?? '/')!;
    reply.hijack();
    serveFeed(cache, asked, request.raw, reply.raw)
      .then((sent) => tell(onSent, sent, request.raw, reply.raw))
      .catch((error: unknown) => {
        log.error({ reason: String(error) }, 'a feed could not be read');
        const text = 'The feed cannot be read at the moment; try again in a minute.\n';
        sendText(reply.raw, 503, text, ['Retry-After', '60']);
      });
  };
  for (const url of feedPaths) {
    fastify.route({ method: ['GET', 'HEAD'], url, exposeHeadRoute: false, handler });
  }
}

async function serveFeed(
  cache: FeedCache,
  asked: FeedAsked,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Sent> {
  for (let tries = 0; tries < 2; tries += 1) {
    const state = await cache.get(asked);
    const sent = sendFromMemory(cache, state, asked, request, response);
    if (sent || state.kind !== 'found') return sent ?? 'none';
    const answer = state.answers[chooseEncoding(request.headers['accept-encoding'])];
    const body = await cache.bodyOf(answer);
    if (body) {
      sendBody(response, answer, body);
      return answer;
    }
    cache.forget(asked.path); // the version has been replaced and removed since
  }
  throw new Error(`The bytes of ${asked.path} are not stored`);
}
