import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding } from '../http/accept-encoding.js';
import { isNotModified } from './conditional.js';
import { type FeedAnswer, vary } from './feed-answer.js';
import type { FeedCache } from './feed-cache.js';
import type { FeedState } from './feed-entry.js';
import { type FeedAsked, isNavigation } from './feed-request.js';

/** Told after a feed, its head or a 304 was sent: which of the stored answers it was. Costs next to nothing. */
export type OnSent = (answer: FeedAnswer, request: IncomingMessage, status: number) => void;

/** The answer that was sent; `none` where none of a feed was: it is not there, or elsewhere. */
export type Sent = FeedAnswer | 'none';

/** Answers from memory; undefined when the body has to be read first. */
export function sendFromMemory(
  cache: FeedCache,
  state: FeedState,
  { isRaw }: Pick<FeedAsked, 'isRaw'>,
  request: IncomingMessage,
  response: ServerResponse,
): Sent | undefined {
  if (state.kind !== 'found') {
    sendAbsence(response, state.kind);
    return 'none';
  }
  if (!isRaw && leadElsewhere(state, request, response)) return 'none';
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

export function tell(onSent: OnSent, sent: Sent, request: IncomingMessage, response: ServerResponse): void {
  if (sent !== 'none') onSent(sent, request, response.statusCode);
}

export function sendBody(response: ServerResponse, answer: FeedAnswer, body: Buffer): void {
  response.writeHead(200, answer.headers as string[]).end(body);
}

/** One sentence for a program or a person who came to the wrong place. */
export function sendText(response: ServerResponse, status: number, text: string, headers: string[]): void {
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

/** What a script elsewhere asks before it asks for a feed with headers of its own. */
export function sendPreflight(response: ServerResponse): void {
  response
    .writeHead(204, [
      ...['Access-Control-Allow-Origin', '*', 'Access-Control-Allow-Methods', 'GET, HEAD, OPTIONS'],
      ...['Access-Control-Allow-Headers', 'If-None-Match, If-Modified-Since, Cache-Control, Accept, Accept-Language'],
      ...['Access-Control-Max-Age', '86400', 'Allow', 'GET, HEAD, OPTIONS'],
    ])
    .end();
}

/**
 * A podcast that has moved answers 301, a browser that navigates 302 to the page. The latter is never stored: a cache
 * that overlooks `Vary` may then show XML to a person, but never a page to an app.
 */
function leadElsewhere(
  { movedTo, pageUrl }: Extract<FeedState, { kind: 'found' }>,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (pageUrl && request.headers['sec-fetch-dest'] !== undefined && isNavigation(request)) {
    sendLocation(response, 302, pageUrl, 'no-store');
    return true;
  }
  if (!movedTo) return false;
  sendLocation(response, 301, movedTo, 'public, max-age=3600');
  return true;
}

function sendLocation(response: ServerResponse, status: number, to: string, cacheControl: string): void {
  sendText(response, status, `${to}\n`, ['Location', to, 'Cache-Control', cacheControl, 'Vary', vary]);
}

function sendAbsence(response: ServerResponse, kind: 'gone' | 'missing'): void {
  const headers = ['Cache-Control', 'public, max-age=60'];
  if (kind === 'gone') return sendText(response, 410, 'This podcast was deleted by its producer.\n', headers);
  return sendText(response, 404, 'There is no feed at this address.\n', headers);
}
