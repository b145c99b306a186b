import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ShowQuery } from '#libs/catalog';
import { opmlXml } from '#libs/pages';
import { Encoded } from '../page/encoded.js';
import { PageCache } from '../page/page-cache.js';
import { PageServer, sendEncoded } from '../page/page-server.js';

/** `/opml.xml`: every show's feed, for apps that take a list. */
@Controller()
export class OpmlController {
  constructor(
    private readonly pages: PageServer,
    private readonly cache: PageCache,
    private readonly shows: ShowQuery,
  ) {}

  @Get('/opml.xml')
  async opml(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const encoded = await this.cache.get('opml', async () => {
      const xml = opmlXml(this.pages.site, await this.shows.list());
      return new Encoded(Buffer.from(xml), {
        'content-type': 'text/x-opml; charset=utf-8',
        'access-control-allow-origin': '*',
      });
    });
    return sendEncoded(request, reply, encoded!, 200, 'public, max-age=300');
  }
}
