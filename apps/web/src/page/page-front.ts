import type { IncomingMessage, ServerResponse } from 'node:http';
import { newGuid } from '#libs/kernel';
import { chooseEncoding } from '../http/accept-encoding.js';
import { securityHeaders } from '../http/security-headers.hook.js';
import { cacheControl, type Encoded, type Encoding } from './encoded.js';
import type { PageCache } from './page-cache.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface Front {
  isSecure: boolean;
  /** Told the route and the status of each answer. */
  onAnswered: (route: string, status: number) => void;
}

/**
 * Answers pages that are kept, at addresses that the framework answered with them before: its router, hooks and reply
 * object cost more than the answer itself. Whatever is not plainly that (a query, a condition, a proxy's word about the
 * host, an encoding that was never asked for) goes to `next`; the bytes and headers are the same there.
 */
export function withPagesInFront(cache: PageCache, next: Handler, { isSecure, onAnswered }: Front): Handler {
  const heads = new WeakMap<Encoded, Partial<Record<Encoding, string[]>>>();
  return (request, response) => {
    const address = plainAddress(request);
    const found = address === undefined ? undefined : cache.peek(address);
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const body = found?.page.ready(encoding);
    if (!found || !body) return next(request, response);
    const head = headOf(found.page, encoding).slice();
    head[1] = newGuid();
    response.writeHead(200, head);
    response.end(body);
    onAnswered(found.route, 200);
  };

  /** Names and values in turn, the request's id first. */
  function headOf(page: Encoded, encoding: Encoding): string[] {
    const made = heads.get(page)?.[encoding];
    if (made) return made;
    const head = Object.entries({
      ...securityHeaders('/', '', isSecure),
      etag: page.etag(encoding),
      vary: 'Accept-Encoding',
      'cache-control': cacheControl,
      ...page.headers,
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      'content-length': String(page.ready(encoding)!.length),
    }).flat();
    heads.set(page, { ...heads.get(page), [encoding]: head });
    return head;
  }
}

/** What tells one address from the others; undefined for a request that asks for more than a page. */
export function plainAddress({ method, url, headers }: IncomingMessage): string | undefined {
  if (method !== 'GET' || url === undefined || url.includes('?')) return undefined;
  if (headers['if-none-match'] !== undefined || headers['x-forwarded-host'] !== undefined) return undefined;
  return `${headers.host} ${url}`;
}
