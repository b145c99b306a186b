import type { IncomingMessage } from 'node:http';
import type { FeedKey } from './feed-cache.js';

/** What an address asks for; undefined unless it is a feed's. */
export interface FeedAsked extends FeedKey {
  /** `?raw`: the XML in any case, so that a person can look at it. */
  isRaw: boolean;
}

const noQuery = '';

/**
 * Any path that ends in `/feed.xml`, with `page` and `raw` as the only parameters that mean something: what people,
 * trackers and apps hang on an address leads to the feed all the same.
 */
export function readFeedUrl(url: string): FeedAsked | undefined {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  if (!path.endsWith('/feed.xml')) return undefined;
  const query = at < 0 ? noQuery : url.slice(at + 1, at + 1 + 512);
  if (query === noQuery) return { path, page: 1, isRaw: false };
  const parameters = query.split('&');
  const page = parameters.map((each) => /^page=([1-9]\d{0,3})$/.exec(each)?.[1]).find((found) => found !== undefined);
  return { path, page: Number(page ?? 1), isRaw: parameters.some((each) => each === 'raw' || each.startsWith('raw=')) };
}

/**
 * Whether a browser goes there because somebody follows a link. Apps, players and crawlers do not send these headers,
 * or say that they fetch (Fetch Metadata, section 2), and get the feed.
 */
export function isNavigation({ headers, method }: Pick<IncomingMessage, 'headers' | 'method'>): boolean {
  return headers['sec-fetch-dest'] === 'document' && headers['sec-fetch-mode'] === 'navigate' && method === 'GET';
}
