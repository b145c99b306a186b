import type { FeedEncoding, StoredFeed } from '#libs/feeds';
import type { Validators } from './conditional.js';

/** A feed in one encoding, ready to be sent: everything but Date is computed once. */
export interface FeedAnswer extends Validators {
  readonly versionId: string;
  readonly encoding: FeedEncoding;
  /** Header names and values in turn, as `writeHead` takes them fastest. */
  readonly headers: readonly string[];
  /** Of a 304: the validators and what caches need again (`feed:H16`). */
  readonly unchangedHeaders: readonly string[];
  /** Bytes of the body. */
  readonly size: number;
  body: Buffer | undefined;
  /** A counter, not a time: the larger, the more recently sent. */
  usedAt: number;
}

/** Pollers come back after a minute at the earliest; a proxy may go on with what it has while we are away. */
const cacheControl = 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400'; // feed:H11

/**
 * The three answers of a feed. Strong ETags, one for each encoding (`feed:H14`), from the digest of the content: the
 * same on every instance and after a restart (`load:L07`).
 */
export function toAnswers(feed: StoredFeed): Record<FeedEncoding, FeedAnswer> {
  return { identity: toAnswer(feed, 'identity'), gzip: toAnswer(feed, 'gzip'), br: toAnswer(feed, 'br') };
}

function toAnswer(feed: StoredFeed, encoding: FeedEncoding): FeedAnswer {
  const etag = `"${feed.digest.slice(0, 16)}${encoding === 'identity' ? '' : `-${encoding}`}"`;
  const unchangedHeaders = [
    ...['ETag', etag],
    ...['Last-Modified', feed.changedAt.toUTCString()],
    ...['Cache-Control', cacheControl],
    ...['Vary', 'Accept-Encoding'], // feed:H09
    ...['Access-Control-Allow-Origin', '*'], // players in a browser (ux 5.2)
  ];
  return {
    etag,
    encoding,
    changedAt: feed.changedAt.getTime(),
    versionId: feed.versionId,
    unchangedHeaders,
    headers: [
      ...['Content-Type', 'application/rss+xml; charset=utf-8'], // feed:H02, feed:H03
      ...['Content-Length', String(feed.sizes[encoding])],
      ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
      ...unchangedHeaders,
      ...['X-Content-Type-Options', 'nosniff'],
    ],
    size: feed.sizes[encoding],
    body: undefined,
    usedAt: 0,
  };
}
