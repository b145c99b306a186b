import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Embeddable, EmbeddableQuery, ShowQuery } from '#libs/catalog';
import { isLanguage } from '#libs/kernel';
import { embedPage, embedProblemPage, episodeAddress, type Page } from '#libs/pages';
import { type AskedMoment, keyOf, readMoment, toStart } from '../episode/asked-moment.js';
import { sendPlain } from '../media/send-plain.js';
import { Encoded } from '../page/encoded.js';
import { PageCache } from '../page/page-cache.js';
import { PageServer, sendEncoded } from '../page/page-server.js';
import { readLook } from './embed-look.js';
import { embedHeaders } from './embed-headers.js';
import { qrSvg } from './qr-code.js';

interface Made {
  page: Page;
  until: Date | null;
}

/** `/embed/{id}?t=&end=&lang=&theme=`: the player for other sites, the one page that any site may frame (`ux` 3.7). */
@Controller('embed/:id')
export class EmbedController {
  constructor(
    private readonly pages: PageServer,
    private readonly cache: PageCache,
    private readonly episodes: EmbeddableQuery,
    private readonly shows: ShowQuery,
  ) {}

  @Get()
  async embed(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const moment = readMoment(request.query);
    const { region, theme } = readLook(request.query, '');
    const wanted = (request.query as { lang?: unknown }).lang === undefined ? 'own' : region;
    // The same for whatever host it is asked of: a name that somebody makes up is no page of its own.
    const key = `embed ${id} ${wanted} ${theme}${keyOf(moment)}`;
    const make = async () => {
      const made = await this.make(request, id, moment);
      return made && new Encoded(Buffer.from(made.page.html), embedHeaders(made.page), made.until);
    };
    const encoded = await this.cache.get(key, make, !moment);
    if (encoded) return sendEncoded(request, reply, encoded, 200, 'public, max-age=0, must-revalidate');
    const { kind } = await this.episodes.byId(id);
    const page = embedProblemPage(
      this.pages.siteAt(request),
      readLook(request.query, ''),
      kind === 'gone' ? 'gone' : 'missing',
    );
    const problem = new Encoded(Buffer.from(page.html), embedHeaders(page));
    return sendEncoded(request, reply, problem, kind === 'gone' ? 410 : 404, 'no-store');
  }

  /** A code that leads a phone to the page, at the moment that is being heard. */
  @Get('qr.svg')
  async code(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const found = await this.episodes.byId(id);
    const { lang } = request.query as { lang?: unknown };
    if (!('view' in found)) return sendPlain(reply, 404, 'There is nothing here.');
    const page = episodeAddress(this.pages.site.addresses, found.view, isLanguage(lang) ? lang : 'en');
    const { startAt } = toStart(readMoment(request.query) ?? { ms: 0, release: null }, found.view);
    const { version } = found.view.timeLinks ?? {};
    const moment = startAt ? `?t=${Math.floor(startAt)}${version ? `&r=${version}` : ''}` : '';
    await reply
      .headers({ 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=300', 'x-robots-tag': 'noindex' })
      .send(await qrSvg(page + moment));
  }

  private async make(request: FastifyRequest, id: string, moment?: AskedMoment): Promise<Made | undefined> {
    const found: Embeddable = await this.episodes.byId(id);
    if (!('view' in found)) return undefined;
    const { view: episode } = found;
    const show = await this.shows.byId(episode.showId);
    if (!show) return undefined;
    const releaseAt = found.kind === 'announced' ? found.releaseAt : null;
    const page = embedPage(this.pages.siteOf(show.slug), readLook(request.query, show.language), {
      episode,
      show,
      ...(found.kind === 'announced' && { teaser: { releaseAt } }),
      ...(moment && toStart(moment, episode)),
    });
    return { page, until: releaseAt };
  }
}
