import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '#libs/config';
import { chooseEncoding } from '../http/accept-encoding.js';
import { isNotModified } from './conditional.js';
import type { FeedAnswer } from './feed-answer.js';
import type { FeedCache, FeedState } from './feed-cache.js';

/** The addresses of feeds, which never change (`ux` 5.1). */
export const feedPaths = ['/:show/feed.xml', '/e/:event/feed.xml'] as const;

/** Told after a feed, its head or a 304 was sent: which of the stored answers it was. Costs next to nothing. */
export type OnSent = (answer: FeedAnswer, request: IncomingMessage, status: number) => void;

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
    reply.hijack();
    serveFeed(cache, request.raw, reply.raw, onSent, (error) => {
      log.error({ reason: String(error) }, 'a feed could not be read');
      sendText(reply.raw, 503, 'The feed cannot be read at the moment; try again in a minute.\n', [
        'Retry-After',
        '60',
      ]);
    });
  };
  for (const url of feedPaths) {
    fastify.route({ method: ['GET', 'HEAD'], url, exposeHeadRoute: false, handler });
  }
}

type Sent = FeedAnswer | 'absent';

function serveFeed(
  cache: FeedCache,
  request: IncomingMessage,
  response: ServerResponse,
  onSent: OnSent,
  onError: (error: unknown) => void,
): void {
  const url = request.url ?? '/';
  const query = url.indexOf('?');
  const path = query < 0 ? url : url.slice(0, query);
  const state = cache.peek(path);
  const sent = state && sendFromMemory(cache, state, request, response);
  if (sent) return tell(onSent, sent, request, response);
  sendWhenRead(cache, path, request, response)
    .then((answer) => tell(onSent, answer, request, response))
    .catch(onError);
}

/** Answers from memory: the answer that was sent, `absent` for a feed that is not there; undefined when the body has to be read first. */
export function sendFromMemory(
  cache: FeedCache,
  state: FeedState,
  request: IncomingMessage,
  response: ServerResponse,
): Sent | undefined {
  if (state.kind !== 'found') {
    sendAbsence(response, state.kind);
    return 'absent';
  }
  const answer = state.answers[chooseEncoding(request.headers['accept-encoding'])];
  if (isNotModified(request.headers, answer)) {
    response.writeHead(304, answer.unchangedHeaders as string[]).end(); // feed:H06, feed:H07
  } else if (request.method === 'HEAD') {
    response.writeHead(200, answer.headers as string[]).end(); // feed:H04
  } else if (answer.body) {
    cache.touch(answer);
    sendBody(response, answer, answer.body);
  } else {
    return undefined;
  }
  return answer;
}

function tell(onSent: OnSent, sent: Sent, request: IncomingMessage, response: ServerResponse): void {
  if (sent !== 'absent') onSent(sent, request, response.statusCode);
}

async function sendWhenRead(
  cache: FeedCache,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Sent> {
  for (let tries = 0; tries < 2; tries += 1) {
    const state = await cache.get(path);
    const sent = sendFromMemory(cache, state, request, response);
    if (sent || state.kind !== 'found') return sent ?? 'absent';
    const answer = state.answers[chooseEncoding(request.headers['accept-encoding'])];
    const body = await cache.bodyOf(answer);
    if (body) {
      sendBody(response, answer, body);
      return answer;
    }
    cache.forget(path); // the version has been replaced and removed since
  }
  throw new Error(`The bytes of ${path} are not stored`);
}

function sendBody(response: ServerResponse, answer: FeedAnswer, body: Buffer): void {
  response.writeHead(200, answer.headers as string[]).end(body);
}

function sendAbsence(response: ServerResponse, kind: 'gone' | 'missing'): void {
  const headers = ['Cache-Control', 'public, max-age=60'];
  if (kind === 'gone') return sendText(response, 410, 'This podcast was deleted by its producer.\n', headers);
  return sendText(response, 404, 'There is no feed at this address.\n', headers);
}

function sendText(response: ServerResponse, status: number, text: string, headers: string[]): void {
  if (response.headersSent) return void response.destroy();
  const length = String(Buffer.byteLength(text));
  response
    .writeHead(status, [
      ...['Content-Type', 'text/plain; charset=utf-8', 'Content-Length', length],
      ...['X-Content-Type-Options', 'nosniff', 'Access-Control-Allow-Origin', '*'],
      ...headers,
    ])
    .end(response.req.method === 'HEAD' ? undefined : text);
}
