import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EpisodeQuery, EventQuery, ShowQuery } from '#libs/catalog';
import { Encoded } from '../page/encoded.js';
import { PageCache } from '../page/page-cache.js';
import { PageServer, sendEncoded } from '../page/page-server.js';
import { robotsText } from './robots.js';
import { sitemapXml } from './sitemap.xml.js';

/** Files that machines look for at the root. */
@Controller()
export class RootController {
  constructor(
    private readonly pages: PageServer,
    private readonly cache: PageCache,
    private readonly shows: ShowQuery,
    private readonly events: EventQuery,
    private readonly episodes: EpisodeQuery,
  ) {}

  @Get('/robots.txt')
  async robots(@Res() reply: FastifyReply): Promise<void> {
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' };
    await reply.headers(headers).send(robotsText(this.pages.site.addresses.origin));
  }

  @Get('/sitemap.xml')
  async sitemap(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const encoded = await this.cache.get('sitemap', async () => {
      const xml = sitemapXml(this.pages.site, await this.everything());
      return new Encoded(Buffer.from(xml), { 'content-type': 'application/xml; charset=utf-8' });
    });
    return sendEncoded(request, reply, encoded!, 200, 'public, max-age=300');
  }

  private async everything() {
    const [shows, events] = await Promise.all([this.shows.list(), this.events.list()]);
    const episodes = await Promise.all(shows.map((show) => this.episodes.allOfShow(show.id)));
    return { shows, events, episodes: episodes.flat() };
  }
}
