import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Embeddable, EmbeddableQuery, ShowQuery } from '#libs/catalog';
import { toLanguage } from '#libs/kernel';
import { oembedAnswer, oembedXml } from '#libs/pages';
import { toStart } from '../episode/asked-moment.js';
import { sendPlain } from '../media/send-plain.js';
import { PageServer } from '../page/page-server.js';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';
import { type AskedPage, readAskedPage } from './asked-page.js';

/** `/oembed?url=&format=json|xml&maxwidth=&maxheight=` (`ux:K-30`); what else hosts send is let be. */
@Controller()
export class OembedController {
  constructor(
    private readonly pages: PageServer,
    private readonly episodes: EmbeddableQuery,
    private readonly shows: ShowQuery,
    @Inject(WEB_DEPS) private readonly deps: WebDeps,
  ) {}

  @Get('oembed')
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = (request.query ?? {}) as Record<string, unknown>;
    reply.headers({ 'access-control-allow-origin': '*', 'x-robots-tag': 'noindex' });
    const format = query['format'] ?? 'json';
    if (format !== 'json' && format !== 'xml') return sendPlain(reply, 501, 'There are two formats: json and xml.');
    const asked = readAskedPage(query['url'], this.pages.site.addresses);
    if (!asked) return this.refuse(reply);
    const found = await this.find(asked);
    if (found.kind === 'private') return sendPlain(reply, 401, 'This is for subscribers.');
    if (found.kind !== 'found' && found.kind !== 'announced') return this.refuse(reply);
    const answer = await this.toAnswer(asked, found, query);
    if (!answer) return this.refuse(reply);
    const kept = { 'cache-control': `public, max-age=${Math.min(300, answer.cache_age)}` };
    await reply
      .headers({
        ...kept,
        'content-type': format === 'json' ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8',
      })
      .send(format === 'json' ? JSON.stringify(answer) : oembedXml(answer));
  }

  private find({ of }: AskedPage): Promise<Embeddable> {
    return 'id' in of ? this.episodes.byId(of.id) : this.episodes.byPage(of.parent, of.slug);
  }

  private async toAnswer(
    { lang, moment }: AskedPage,
    found: Extract<Embeddable, { view: unknown }>,
    { maxwidth, maxheight }: Record<string, unknown>,
  ) {
    const { view: episode } = found;
    const show = await this.shows.byId(episode.showId);
    if (!show) return undefined;
    const releaseAt = found.kind === 'announced' ? found.releaseAt : null;
    return oembedAnswer(this.pages.siteOf(show.slug), lang ?? toLanguage(show.language), {
      episode,
      show,
      ...(releaseAt && { changesIn: (releaseAt.getTime() - this.deps.clock.now().getTime()) / 1000 }),
      ask: {
        ...(moment && toStart(moment, episode)),
        maxWidth: toPixels(maxwidth),
        maxHeight: toPixels(maxheight),
      },
    });
  }

  private refuse(reply: FastifyReply): Promise<void> {
    return sendPlain(reply, 404, 'There is nothing to embed at this address.');
  }
}

/** A number of pixels; anything else says nothing. */
function toPixels(value: unknown): number | undefined {
  return typeof value === 'string' && /^[1-9]\d{0,4}$/.test(value) ? Number(value) : undefined;
}
