import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLanguage, type Language } from '#libs/kernel';
import { type Page, problemPage, problemStatus, type ProblemKind, type Site } from '#libs/pages';
import { chooseEncoding } from '../http/accept-encoding.js';
import { hasSecret } from '../http/security-headers.hook.js';
import { cacheControl, Encoded, matchesEtag } from './encoded.js';
import type { SiteKeeper } from '../site/site-keeper.js';
import type { PageCache } from './page-cache.js';
import { plainAddress } from './page-front.js';

/** What an address leads to. */
export type Outcome =
  /** `until`: when it becomes another page by itself. */
  { page: Page; until?: Date | null } | { moved: string } | { problem: ProblemKind };

/** Sends pages: from the cache, compressed, with validators and the content policy of their inline blocks. */
export class PageServer {
  private readonly isSecure: boolean;

  constructor(
    private readonly cache: PageCache,
    private readonly keeper: Pick<SiteKeeper, 'site' | 'siteOf'>,
    publicUrl: string,
  ) {
    this.isSecure = publicUrl.startsWith('https:');
  }

  /** The site as it is on the instance's own host. */
  get site(): Site {
    return this.keeper.site;
  }

  /** The site as the pages of a show see it: on the show's own host, where it has one. */
  siteOf(show: string): Site {
    return this.keeper.siteOf(this.site.addresses.hosts.ofShow(show));
  }

  /** The same for the pages of an event. */
  siteOfEvent(event: string): Site {
    return this.keeper.siteOf(this.site.addresses.hosts.ofEvent(event));
  }

  /** The site on the host that a request was sent to. */
  siteAt(request: FastifyRequest): Site {
    return this.keeper.siteOf(this.site.addresses.hosts.at(request.hostname));
  }

  /** Answers with what `make` finds; a page is kept under `key` if `keep`, a redirect or a problem never is. */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    lang: Language,
    key: string,
    make: () => Promise<Outcome>,
    keep = true,
  ): Promise<void> {
    let outcome: Outcome | undefined;
    const encode = async () => {
      outcome = await make();
      return 'page' in outcome ? this.encode(outcome.page, outcome.until) : undefined;
    };
    const encoded = await this.cache.get(key, encode, keep);
    if (encoded) {
      const address = keep && !hasSecret(request.url) ? plainAddress(request.raw) : undefined;
      if (address !== undefined) this.cache.note(address, key, request.routeOptions.url ?? 'unknown');
      return sendEncoded(request, reply, encoded, 200, cacheControl);
    }
    // Another request found it first: what it found was not a page, so it is looked up again.
    outcome ??= await make();
    if ('moved' in outcome) return sendMoved(reply, withQuery(outcome.moved, request.url));
    if ('page' in outcome) return sendEncoded(request, reply, this.encode(outcome.page), 200, 'no-store');
    return this.sendProblem(request, reply, outcome.problem, lang);
  }

  /** A problem as a page: in the language of the address, or in both when it has none. */
  async sendProblem(request: FastifyRequest, reply: FastifyReply, kind: ProblemKind, lang?: Language): Promise<void> {
    const encoded = this.encode(problemPage(this.siteAt(request), lang ?? languageOf(request.url), kind));
    return sendEncoded(
      request,
      reply,
      encoded,
      problemStatus(kind),
      kind === 'gone' ? 'public, max-age=60' : 'no-store',
    );
  }

  /** The answer to a form: for one reader, once, and for no cache; no page that it leads to hears where it was. */
  async sendOnce(reply: FastifyReply, status: number, page: Page, cacheControl = 'no-store'): Promise<void> {
    const { bytes, headers } = this.encode(page);
    const once = { 'cache-control': cacheControl, 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' };
    await reply
      .code(status)
      .headers({ ...headers, ...once })
      .send(bytes);
  }

  private encode({ html, styles, scripts }: Page, until: Date | null = null): Encoded {
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        `default-src 'none'`,
        `script-src 'self' ${hashes(scripts)}`,
        `style-src ${hashes(styles)}`,
        `img-src 'self' data:`,
        `media-src 'self'`,
        `font-src 'self'`,
        `connect-src 'self'`,
        `manifest-src 'self'`,
        `worker-src 'self'`,
        `base-uri 'none'`,
        `form-action 'self'`,
        `frame-ancestors 'self'`,
        ...(this.isSecure ? ['upgrade-insecure-requests'] : []),
      ].join('; '),
    };
    return new Encoded(Buffer.from(html), headers, until);
  }
}

/** Sends a body in the encoding that was asked for; 304 when the reader has it already. */
export async function sendEncoded(
  request: FastifyRequest,
  reply: FastifyReply,
  encoded: Encoded,
  status: number,
  cacheControl: string,
): Promise<void> {
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const etag = encoded.etag(encoding);
  reply.headers({ etag, vary: 'Accept-Encoding', 'cache-control': cacheControl, ...encoded.headers });
  if (status === 200 && matchesEtag(request.headers['if-none-match'], etag)) {
    await reply.code(304).removeHeader('content-type').send();
    return;
  }
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  await reply.code(status).send(await encoded.body(encoding));
}

/** A permanent redirect within the site (`ux` 5.1). */
async function sendMoved(reply: FastifyReply, to: string): Promise<void> {
  await reply.code(301).headers({ location: to, 'cache-control': 'public, max-age=3600' }).send();
}

/** A link to a moment goes on leading to it. */
function withQuery(to: string, from: string): string {
  const at = from.indexOf('?');
  return at < 0 ? to : to + from.slice(at);
}

function languageOf(url: string): Language | undefined {
  const first = url.split(/[/?]/)[1];
  return isLanguage(first) ? first : undefined;
}

/** What a content policy says of inline blocks. */
export function hashes(blocks: readonly string[]): string {
  return blocks.map((block) => `'sha256-${createHash('sha256').update(block).digest('base64')}'`).join(' ');
}
