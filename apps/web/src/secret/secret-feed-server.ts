import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SecretHolder } from '#libs/catalog';
import { type FeedEncoding, type SecretFeed, type SecretFeedQuery, withSecret } from '#libs/feeds';
import { acceptedLanguage, type Clock, hashSecret } from '#libs/kernel';
import { secretFeedPage } from '#libs/pages';
import { isNotModified } from '../feed/conditional.js';
import { isNavigation, readFeedUrl } from '../feed/feed-request.js';
import { chooseEncoding } from '../http/accept-encoding.js';
import { sendHeadersOnly, sendPlain } from '../media/send-plain.js';
import type { PageServer } from '../page/page-server.js';
import { type BodyKey, RecentBodies } from './recent-bodies.js';

const compress: Record<FeedEncoding, (bytes: Buffer) => Promise<Buffer>> = {
  identity: (bytes) => Promise.resolve(bytes),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 6 }),
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
};

/** Hands out stored feeds to the holders of secrets, each with their own secret in every address of ours. */
export class SecretFeedServer {
  private readonly bodies = new RecentBodies(16 << 20);

  constructor(
    private readonly feeds: SecretFeedQuery,
    private readonly clock: Clock,
    private readonly pages: PageServer,
  ) {}

  /** @param page from 1. */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    holder: SecretHolder,
    secret: string,
    page: number,
  ): Promise<void> {
    reply.headers(privateHeaders);
    const [kind, subjectId] = subjectOf(holder);
    const feed = await this.feeds.find(kind, subjectId, this.clock.now(), page);
    if (feed?.isGone) return sendPlain(reply, 410, 'This podcast was deleted by its producer.');
    if (isNavigation(request.raw) && !readFeedUrl(request.url)?.isRaw) return this.sendPage(request, reply, secret);
    // A listener's own feed is built within seconds of its making: better told to wait than that there is none.
    if (!feed?.version && page === 1) return sendWait(reply);
    if (!feed?.version) return sendPlain(reply, 404, 'There is no feed at this address.');
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const key = toKey(feed.version, secret, encoding);
    const { changedAt } = feed.version;
    reply.headers({ etag: key.etag, 'last-modified': changedAt.toUTCString(), vary: 'Accept-Encoding' });
    if (isNotModified(request.headers, { etag: key.etag, changedAt: changedAt.getTime() })) {
      await reply.code(304).send();
      return;
    }
    const body = await this.bodies.get(key, () => this.make(feed, secret, encoding));
    if (!body) return sendWait(reply);
    reply.code(200).headers({ 'content-type': 'application/rss+xml; charset=utf-8', 'content-length': body.length });
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    if (request.method === 'HEAD') return sendHeadersOnly(reply); // feed:H04
    await reply.send(body);
  }

  /** A person who follows the link reads what to do with it. */
  private async sendPage({ headers }: FastifyRequest, reply: FastifyReply, secret: string): Promise<void> {
    const { site } = this.pages;
    const lang = acceptedLanguage(headers['accept-language'], 'en');
    return this.pages.sendOnce(reply, 200, secretFeedPage(site, lang, site.addresses.secretFeed(secret)));
  }

  private async make(
    { feedId, version }: SecretFeed,
    secret: string,
    encoding: FeedEncoding,
  ): Promise<Buffer | undefined> {
    const xml = await this.feeds.document(version!.id);
    return xml === undefined
      ? undefined
      : compress[encoding](Buffer.from(withSecret(xml, this.pages.site.addresses.origin, feedId, secret)));
  }
}

/** No cache keeps it, no search engine lists it, no page that it leads to hears of it (`feed:V01`, `feed:V05`); no hub is named (`feed:V04`). */
export const privateHeaders = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'access-control-allow-origin': '*',
} as const;

function subjectOf(holder: SecretHolder): ['private' | 'personal', string] {
  return holder.kind === 'subscriber' ? ['private', holder.showId] : ['personal', holder.id];
}

/** Strong, of one encoding and one secret: nobody's validator is anybody else's (`feed:H14`). */
function toKey({ digest }: { digest: string }, secret: string, encoding: FeedEncoding): BodyKey {
  const own = hashSecret(`${digest} ${secret}`).slice(0, 24);
  return { etag: `"${own}${encoding === 'identity' ? '' : `-${encoding}`}"` };
}

async function sendWait(reply: FastifyReply): Promise<void> {
  reply.header('retry-after', '10');
  return sendPlain(reply, 503, 'The feed is being made; try again in a few seconds.');
}
