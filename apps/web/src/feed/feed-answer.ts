import type { FeedEncoding, StoredVersion } from '#libs/feeds';
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

/** What is said beside the bytes. */
export interface AnswerLinks {
  /** Absolute address of this feed, or of this page of it. */
  self: string;
  hubs: readonly string[];
}

/** Pollers come back after a minute at the earliest; a proxy may go on with what it has while we are away. */
const cacheControl = 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400'; // feed:H11

/**
 * The three answers of a feed. Strong ETags, one for each encoding (`feed:H14`), from the digest of the content: the
 * same on every instance and after a restart (`load:L07`).
 */
export function toAnswers(version: StoredVersion, links: AnswerLinks): Record<FeedEncoding, FeedAnswer> {
  const link = toLink(links);
  return {
    identity: toAnswer(version, 'identity', link),
    gzip: toAnswer(version, 'gzip', link),
    br: toAnswer(version, 'br', link),
  };
}

function toAnswer(version: StoredVersion, encoding: FeedEncoding, link: string): FeedAnswer {
  const etag = `"${version.digest.slice(0, 16)}${encoding === 'identity' ? '' : `-${encoding}`}"`;
  const unchangedHeaders = [
    ...['ETag', etag],
    ...['Last-Modified', version.changedAt.toUTCString()],
    ...['Cache-Control', cacheControl],
    ...['Vary', vary], // feed:H09
    ...['Access-Control-Allow-Origin', '*'], // players in a browser (ux 5.2)
  ];
  return {
    etag,
    encoding,
    changedAt: version.changedAt.getTime(),
    versionId: version.versionId,
    unchangedHeaders,
    headers: [
      ...['Content-Type', 'application/rss+xml; charset=utf-8'], // feed:H02, feed:H03
      ...['Content-Length', String(version.sizes[encoding])],
      ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
      ...unchangedHeaders,
      ...['Access-Control-Expose-Headers', 'ETag, Last-Modified, Link'],
      ...['Link', link], // feed:H17
      ...['X-Content-Type-Options', 'nosniff'],
    ],
    size: version.sizes[encoding],
    body: undefined,
    usedAt: 0,
  };
}

/** Also by `Sec-Fetch-Dest`: a browser that goes to the address is led to the page. */
export const vary = 'Accept-Encoding, Sec-Fetch-Dest';

function toLink({ self, hubs }: AnswerLinks): string {
  return [`<${self}>; rel="self"`, ...hubs.map((hub) => `<${hub}>; rel="hub"`)].join(', ');
}
